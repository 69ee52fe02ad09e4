"""What shells and man take from the program: completion and manual pages."""
import os
import re
import shutil
import subprocess

from bench import REGION, ROOT, Skip, check, contains, equal, plain_environment

SCRIPTS = ROOT / "src" / "cli" / "completion"


def _candidates(bench, *words):
    return [line.split("\t")[0] for line in bench.good("--complete", *words).text.splitlines()]


def _commands(bench):
    return _candidates(bench, "")


def _options(bench, command):
    return re.findall(r"^  (?:-\w, )?(--[a-z-]+)", bench.good("help", command).text, re.M)


def every_command_and_option_is_offered(bench):
    overview = bench.good("help").text
    equal(_commands(bench), re.findall(r"^  ([a-z]+) ", overview.split("Commands:")[1].split("MODEL is")[0], re.M), "commands")
    for command in _commands(bench):
        equal(_candidates(bench, command, "--"), _options(bench, command), command)


def every_command_and_option_is_in_the_manual(bench):
    page = bench.good("--manual").text
    for command in _commands(bench):
        contains(page, f"entente\\-{command}", "entente(1)")
        manual = bench.good("--manual", command).text.replace("\\-", "-")
        for option in _options(bench, command):
            contains(manual, f"\\fB{option}\\fR", f"entente-{command}(1)")


def manual_pages_are_sound_for_man(bench):
    if not shutil.which("groff"):
        raise Skip("groff is not installed")
    for command in ["", *_commands(bench)]:
        page = bench.write("page.1", bench.good("--manual", *command.split()).text)
        run = subprocess.run(["groff", "-ww", "-man", "-Tutf8", "-K", "utf8", "-z", page], capture_output=True, text=True)
        equal((run.returncode, run.stderr), (0, ""), f"groff on {command or 'entente'}")


def the_ids_of_the_model_on_the_line_are_offered(bench):
    equal(_candidates(bench, "brokers", REGION, "AR"), ["ARD"], "brokers")
    equal(_candidates(bench, "draw", "brokers", REGION, "ARD", "BE"), ["BEL"], "draw")
    equal(_candidates(bench, "brokers", "--broker", ""), [], "no model yet")
    check("ARD" in _candidates(bench, "brokers", REGION, "--why", ""), "--why")
    equal(_candidates(bench, "show", "missing.yaml", ""), [], "a model that is not there")


def values_are_offered_where_they_are_known(bench):
    equal(_candidates(bench, "tensions", REGION, "--format", ""), ["text", "json", "csv", "markdown"], "formats")
    equal(_candidates(bench, "draw", "network", REGION, "--format", "p"), ["png", "pdf"], "formats of pictures")
    check({"balanced", "power"} <= set(_candidates(bench, "brokers", REGION, "--profile", "")), "profiles")
    check("forums=" in _candidates(bench, "tensions", REGION, "--layers", ""), "layers")
    equal(_candidates(bench, "tensions", REGION, "-o", ""), [":files"], "a file")
    equal(_candidates(bench, "tensions", REGION, "--top", ""), [], "a number")
    equal(_candidates(bench, "nosuch", ""), [], "an unknown command")


def _bash(bench, line):
    script = f"""PATH={os.path.dirname(bench.binary)}:$PATH; source {SCRIPTS / "entente.bash"}
compopt() {{ :; }}; COMP_LINE={line!r}; COMP_POINT=${{#COMP_LINE}}; _entente; printf '%s\\n' "${{COMPREPLY[@]}}\""""
    done = subprocess.run(["bash", "-c", script], cwd=bench.folder, capture_output=True, text=True, env=plain_environment())
    equal(done.stderr, "", "bash")
    return done.stdout.split()


def bash_completes(bench):
    bench.write("my-model.yaml", "")
    equal(_bash(bench, "entente bri"), ["brief"], "a command")
    equal(_bash(bench, f"entente brokers {REGION} AR"), ["ARD"], "an id")
    equal(_bash(bench, "entente check my"), ["my-model.yaml"], "a file")
    equal(_bash(bench, "entente tensions --so"), ["--sort"], "an option")
    contains(" ".join(_bash(bench, f"entente brokers {REGION} ")), "BEL", "all ids")


def fish_completes(bench):
    if not shutil.which("fish"):
        raise Skip("fish is not installed")
    environment = {**plain_environment(), "PATH": f"{os.path.dirname(bench.binary)}:{os.environ['PATH']}", "HOME": bench.folder}
    for line, wanted in {"entente bri": ["brief"], f"entente brokers {REGION} AR": ["ARD"]}.items():
        script = f"source {SCRIPTS / 'entente.fish'}; complete -C {line!r}"
        done = subprocess.run(["fish", "--no-config", "-c", script], capture_output=True, text=True, env=environment)
        equal([offered.split("\t")[0] for offered in done.stdout.splitlines()], wanted, f"{line} {done.stderr}")


def zsh_takes_its_script(bench):
    if not shutil.which("zsh"):
        raise Skip("zsh is not installed")
    done = subprocess.run(["zsh", "-n", SCRIPTS / "_entente"], capture_output=True, text=True)
    equal((done.returncode, done.stderr), (0, ""), "zsh")

"""Words, options and operands: what is taken, and how a slip is answered."""
import os
import re
import shlex
import subprocess

from bench import REGION, ROOT, check, contains, equal

ON_A_MODEL = ["show", "clusters", "balance", "tensions", "brokers", "roles", "compare", "draw", "brief"]
# What each command needs beside its options, to get as far as its answer.
OPERANDS = {
    "init": ["new"], "check": [REGION], "show": [REGION], "clusters": [REGION], "balance": [REGION],
    "tensions": [REGION],
    "brokers": [REGION, "ARD", "BEL"], "roles": [REGION], "compare": [REGION, REGION],
    "draw": ["network", REGION], "brief": [REGION, "-o", "b.md"],
    "backtest": [REGION, ROOT / "examples/mediations.csv"], "convert": [REGION, "-o", "c.json"], "schema": [],
    "help": [],
}


def _commands(bench):
    listed = bench.good("help").text.split("Commands:")[1].split("\n\n")[0]
    return [line.split()[0] for line in listed.splitlines() if line.strip()]


def _page(bench, command):
    return bench.good(command, "--help").text


def _section(page, heading):
    return page.split(f"\n{heading}:\n")[1].split("\n\n")[0].splitlines()


def nothing_said_shows_what_there_is(bench):
    run = bench.run().expect(2, "Usage: entente", "brokers")
    equal(run.bytes, b"", "standard output")


def help_lists_every_command(bench):
    equal(sorted(_commands(bench)), sorted(OPERANDS), "the commands listed")
    for words in (["--help"], ["-h"], ["help"]):
        equal(bench.good(*words).text, bench.good("help").text, f"entente {words[0]}")


def every_command_has_a_page_with_purpose_options_and_two_examples(bench):
    for command in OPERANDS:
        page = _page(bench, command)
        first = page.splitlines()[0]
        check(first.startswith(f"entente {command}: ") and len(first) > 25, f"{command}: no purpose but {first!r}")
        contains(page, f"Usage: entente {command}", f"{command}: usage")
        contains("\n".join(_section(page, "Options")), "--help", f"{command}: options")
        examples = _section(page, "Examples")
        check(len(examples) >= 2, f"{command}: {len(examples)} examples")
        equal(bench.good("help", command).text, page, f"help {command}")
        check(max(map(len, page.splitlines())) <= 100, f"{command}: a line of help is wider than 100")


def help_answers_whatever_else_is_said(bench):
    page = _page(bench, "brokers")
    for words in (["no-such-model", "--help"], ["--top", "3", "-h"], ["--nonsense", "--help"]):
        equal(bench.good("brokers", *words).text, page, " ".join(words))


def every_example_in_help_runs(bench):
    for folder in ("model", "examples"):
        (bench.folder / folder).symlink_to(ROOT / folder)
    bench.path("programs").mkdir()
    bench.path("programs/entente").symlink_to(bench.binary)
    search = f"{bench.path('programs')}{os.pathsep}{os.environ['PATH']}"
    for command in _commands(bench):
        for example in _section(_page(bench, command), "Examples"):
            if example.strip().startswith("#"):
                continue
            done = subprocess.run(["sh", "-c", example], cwd=bench.folder, env={**os.environ, "PATH": search},
                                  capture_output=True, timeout=300)
            said = done.stderr.decode("utf-8", "replace")[:500]
            check(done.returncode == 0, f"`{example.strip()}` gave exit status {done.returncode}: {said}")


def every_option_in_help_is_known(bench):
    """One that takes a value and has none says so; it is not unknown."""
    for command in OPERANDS:
        for line in _section(_page(bench, command), "Options"):
            found = re.match(r" {2}(?:-\w, )?(--[a-z-]+)( [A-Z]\S*)?", line)
            if not found or found.group(1) == "--help":
                continue
            option, value = found.groups()
            run = bench.run(command, *OPERANDS[command][:1], option) if value else None
            if run:
                run.expect(2, option)
                check("unknown option" not in run.errors, f"{command}: {run}")


def the_shared_options_are_on_every_command_on_a_model(bench):
    for command in ON_A_MODEL:
        page = _page(bench, command)
        for option in ("--as-of", "--layers", "--only-layers", "--profile", "--top", "--kinds", "--threats", "--quiet",
                       "--no-color", "--output"):
            contains(page, option, f"{command} --help")


def the_version_is_told(bench):
    run = bench.good("--version")
    check(re.fullmatch(r"entente \d+\.\d+\.\d+\n", run.text), f"version: {run.text!r}")


def an_unknown_command_is_offered_the_nearest(bench):
    bench.run("broker", REGION).expect(2, "'broker'", "'brokers'")
    bench.run("tension", REGION).expect(2, "'tensions'")
    bench.run("help", "clutsers").expect(2, "'clusters'")
    run = bench.run("zzzzzzzzzz").expect(2, "zzzzzzzzzz", "brokers", "schema")
    equal(run.bytes, b"", "standard output")


def an_unknown_option_is_offered_the_nearest(bench):
    for command, slip, near in (("brokers", "--profiel", "--profile"), ("tensions", "--as_of", "--as-of"),
                                ("clusters", "--resolutoin", "--resolution"), ("check", "--strickt", "--strict"),
                                ("draw", "--grayscale", "--greyscale"), ("brief", "--ouput", "--output"),
                                ("show", "--quite", "--quiet"), ("schema", "--outptu", "--output")):
        bench.run(command, *OPERANDS[command], slip).expect(2, slip, near)
    bench.run("check", REGION, "--resolution", "2").expect(2, "--resolution")
    bench.run("tensions", REGION, "-x").expect(2, "-x")


def an_abbreviated_option_is_refused_and_offered_in_full(bench):
    for command, slip, full in (("tensions", "--form", "--format"), ("brokers", "--prof", "--profile"),
                                ("clusters", "--res", "--resolution"), ("check", "--str", "--strict"),
                                ("tensions", "--to", "--top"), ("draw", "--grey", "--greyscale")):
        bench.run(command, *OPERANDS[command], slip, "json").expect(2, slip, full)
        bench.run(command, *OPERANDS[command], f"{slip}=json").expect(2, slip, full)


def an_option_that_takes_one_value_is_not_given_twice(bench):
    for command, option, one, other in (("tensions", "--top", "3", "4"), ("brokers", "--profile", "power", "power"),
                                        ("tensions", "--format", "json", "csv"), ("draw", "--min", "0", "0.5"),
                                        ("clusters", "--as-of", "2016", "2017"), ("draw", "--size", "a4", "slide"),
                                        ("tensions", "--layers", "water=0", "economy=0")):
        bench.run(command, *OPERANDS[command], option, one, option, other).expect(2, option, "twice")
        bench.run(command, *OPERANDS[command], f"{option}={one}", f"{option}={other}").expect(2, option, "twice")
    bench.run("tensions", REGION, "-o", "a.json", "--output", "b.json").expect(2, "--output", "twice")
    bench.run("tensions", REGION, "--layers", "water=0,water=1").expect(2, "--layers", "'water'", "twice")


def a_number_out_of_range_names_option_and_range(bench):
    for command, option, values, low, high in (
            ("tensions", "--top", ["0", "-1", "1.5", "many", "1e3", "99999999999999999999"], "1", "1000000"),
            ("brokers", "--top", ["0", " 3", "3 "], "1", "1000000"),
            ("clusters", "--resolution", ["0", "-1", "nan", "inf", "x", "1e1", "0,5", "1001"], "0.001", "1000"),
            ("draw", "--min", ["-0.1", "1.1", "nan", "0.5x", "0x1"], "0", "1")):
        for value in values:
            bench.run(command, *OPERANDS[command], f"{option}={value}").expect(2, option, low, high)
    for value in ("2", "-0.5", "nan", "", "x"):
        bench.run("tensions", REGION, f"--layers=water={value}").expect(2, "--layers", "'water'", "0", "1")
    bench.run("draw", "network", REGION, "ARD", "--within", "-1").expect(2, "--within", "0", "1000")
    for value in ("1x1", "0x100", "100x0", "-1x5", "99999999x5", "nanxnan"):
        bench.run("draw", "network", REGION, f"--size={value}").expect(2, "--size", "60", "20000")


def a_value_that_is_none_of_the_option_is_refused_with_what_is_right(bench):
    for words, pieces in (
            (["tensions", REGION, "--format", "jsno"], ["'jsno'", "'json'"]),
            (["tensions", REGION, "--format", "svg"], ["'svg'", "csv"]),
            (["tensions", REGION, "--sort", "opportunty"], ["'opportunity'"]),
            (["tensions", REGION, "--as-of", "18/07/2016"], ["--as-of", "18/07/2016", "2016-07-18"]),
            (["tensions", REGION, "--as-of", "2016-13"], ["--as-of", "2016-13"]),
            (["tensions", REGION, "--layers", "watr=0"], ["'watr'", "'water'"]),
            (["tensions", REGION, "--layers", "water"], ["--layers", "water=0.5"]),
            (["tensions", REGION, "--layers", "water=0,"], ["--layers"]),
            (["brokers", REGION, "ARD", "BEL", "--profile", "pwoer"], ["'pwoer'", "'power'"]),
            (["brokers", REGION, "ARD", "BEL", "--profile", "water-envoi"], ["'water-envoy'"]),
            (["brokers", REGION, "ARD", "BEL", "--kinds", "contry"], ["'contry'", "'country'"]),
            (["brokers", REGION, "ARD", "BEL", "--kinds", "mechanism"], ["'mechanism'", "organisation"]),
            (["draw", "netwrok", REGION], ["'netwrok'", "'network'"]),
            (["draw", "network", REGION, "--format", "jpg"], ["'jpg'", "png"]),
            (["draw", "network", REGION, "--size", "a3"], ["--size", "a4", "a3"]),
            (["draw", "network", REGION, "--only", "north"], ["--only", "TAG=VALUE"]),
            (["draw", "network", REGION, "--only", "bnak=north"], ["'bnak'", "'bank'"]),
            (["draw", "network", REGION, "--only", "bank=nroth"], ["'nroth'", "'north'"]),
            (["draw", "network", REGION, "--within", "2"], ["--within"]),
            (["brief", REGION], ["-o", ".html", ".md"]),
            (["brief", REGION, "-o", "b.txt"], [".html", ".md"])):
        run = bench.run(*words).expect(2, *pieces)
        equal(run.bytes, b"", f"standard output of {run}")
    equal(bench.files(), [], "files left")


def a_missing_or_unasked_value_names_the_option(bench):
    bench.run("tensions", REGION, "--top").expect(2, "--top", "value")
    bench.run("tensions", REGION, "--top=").expect(2, "--top", "value")
    bench.run("tensions", REGION, "-o").expect(2, "--output", "value")
    bench.run("tensions", REGION, "--quiet=yes").expect(2, "--quiet", "takes no value")


def options_and_operands_come_in_any_order(bench):
    wanted = bench.good("brokers", REGION, "ARD", "BEL", "--top", "2", "--format", "json").bytes
    for words in (["--top", "2", "--format", "json", REGION, "ARD", "BEL"],
                  [REGION, "--format=json", "ARD", "--top=2", "BEL"], [REGION, "ARD", "BEL", "--format", "json", "--top=2"]):
        equal(bench.good("brokers", *words).bytes, wanted, " ".join(map(str, words)))
    equal(bench.good("tensions", "-o", "a.json", REGION).bytes, b"", "standard output beside -o")
    bench.good("tensions", REGION, "-oa2.json")
    equal(bench.path("a.json").read_bytes(), bench.path("a2.json").read_bytes(), "-oFILE and -o FILE")


def two_dashes_end_the_options(bench):
    bench.write("--top", (bench.write("plain.yaml", "").read_text()) + _small())
    wanted = bench.result("tensions", bench.write("same.yaml", _small()))
    equal(bench.json("tensions", "./--top")["result"], wanted, "./--top")
    run = bench.good("tensions", "--format", "json", "--", "--top")
    contains(run.text, '"path": "--top"', "the file named")
    run = bench.run("tensions", "--", "same.yaml", "--top", "3").expect(2)


def _small():
    return "entente: 1\ntitle: Small\nas_of: 2020\nlayers: {s: {}}\ncountries: {A: {}, B: {}}\n" \
           "ties: [{between: [A, B], layer: s, stance: cool}]\n"


def a_dash_is_standard_input(bench):
    wanted = bench.result("tensions", bench.write("model.yaml", _small()))
    seen = bench.json("tensions", "-", stdin=_small().encode())
    equal(seen["result"], wanted, "the result")
    bad = bench.run("check", "-", stdin=_small().replace("cool", "cold").encode()).expect(1, "'cold'", ":6:44: error:")
    check(not bad.errors.startswith("-:"), f"standard input is called by a name: {bad.errors[:60]!r}")
    bench.run("draw", "network", "-", stdin=_small().encode()).expect(0)


def a_wrong_name_on_the_line_is_offered_the_nearest(bench):
    for words, near in ((["show", REGION, "ADR"], "'ARD'"), (["show", REGION, "ARD", "Blemark"], "'Belmark'"),
                        (["brokers", REGION, "ARD", "BLE"], "'BEL'"), (["brokers", REGION, "--broker", "DNU"], "'DUN'"),
                        (["brokers", REGION, "ARD", "BEL", "--why", "ETS"], "'EST'"),
                        (["draw", "brokers", REGION, "ARD", "Estorai"], "'Estoria'"),
                        (["draw", "network", REGION, "ARDD", "--within", "1"], "'ARD'"),
                        (["brief", REGION, "FRE", "-o", "b.md"], "'FREE'"),
                        (["show", REGION, "دونهسر"], "'دونه‌سر'")):
        run = bench.run(*words).expect(2, words[-1] if words[0] == "show" else "", near)
        equal(run.bytes, b"", "standard output")
    bench.run("show", REGION, "Zanzibar").expect(2, "'Zanzibar'")
    equal(bench.files(), [], "files left")


def a_vertex_is_named_by_id_name_or_alias(bench):
    wanted = bench.result("brokers", REGION, "DUN", "BEL")
    for one, other in (("Dunesar", "Belmark"), ("دونه‌سر", "Belmark & Isles"), ("BEL", "DUN")):
        equal(bench.result("brokers", REGION, one, other), wanted, f"{one}, {other}")
    bench.run("show", REGION, "ard").expect(2, "'ARD'")


def parties_differ_and_exist(bench):
    bench.run("brokers", REGION, "BEL", "Belmark").expect(2, "'BEL'", "twice")
    bench.run("show", REGION, "ARD", "ARD").expect(2, "'ARD'")
    bench.run("brokers", REGION, "ARD", "EST", "--as-of", "1990").expect(2, "'EST'", "1990-12-31")
    bench.run("show", REGION, "EST", "--as-of", "1992-02").expect(2, "'EST'", "1992-02-29")
    bench.good("show", REGION, "EST", "--as-of", "1992-03")


def too_few_and_too_many_operands_show_the_usage(bench):
    for words in (["check"], ["show"], ["clusters"], ["tensions"], ["draw"], ["draw", "network"], ["brief", "-o", "b.md"],
                  ["init"], ["init", "a", "b"], ["tensions", REGION, REGION], ["clusters", REGION, "ARD"],
                  ["show", REGION, "ARD", "BEL", "CAS"], ["schema", REGION], ["help", "check", "show"]):
        bench.run(*words).expect(2, f"entente {words[0]}")
    bench.run("brokers", REGION).expect(2, "two parties", "--all", "--broker")
    bench.run("brokers", REGION, "ARD").expect(2, "two parties")
    bench.run("brokers").expect(2, "entente brokers")
    bench.run("draw", "brokers", REGION, "ARD").expect(2, "two parties")
    equal(bench.files(), [], "files left")


def questions_that_exclude_each_other_are_refused(bench):
    for words in (["--all", "--broker", "DUN"], ["--all", "ARD", "BEL"], ["--broker", "DUN", "ARD", "BEL"],
                  ["--all", "--why", "DUN"], ["--why", "DUN"]):
        bench.run("brokers", REGION, *words).expect(2)

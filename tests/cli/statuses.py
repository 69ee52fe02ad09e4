"""The exit status tells a script what happened: 0 done, 1 input, 2 line, 3 output; 4 is a fault of ours."""
from bench import REGION, check, contains, equal

HEAD = "entente: 1\ntitle: Small\nas_of: 2020\nlayers: {s: {}}\ncountries: {A: {}, B: {}, C: {}}\n"
COMMANDS = [["check"], ["show"], ["clusters"], ["tensions"], ["brokers", "A", "B"], ["roles"],
            ["draw", "network"], ["brief", "-o", "b.md"]]


def _on(model, words):
    at = 1 if words[0] != "draw" else 2
    return [*words[:at], model, *words[at:]]


def a_good_run_says_nothing_on_standard_error(bench):
    model = bench.write("model.yaml", HEAD + "ties: [{between: [A, B], layer: s, stance: cool}]\n")
    for words in COMMANDS[1:]:
        run = bench.run(*_on(model, words)).expect(0)
        equal(run.errors, "", f"standard error of {run}")


def a_wrong_model_is_1_for_every_command_and_leaves_nothing(bench):
    model = bench.write("model.yaml", HEAD + "ties: [{between: [A, X], layer: s, stance: cool}]\n")
    before = bench.files()
    for words in COMMANDS:
        run = bench.run(*_on(model, words)).expect(1, "model.yaml:6:22: error: ", "'X'", "^", "1 error")
        equal(run.bytes, b"", f"standard output of {words[0]}")
    equal(bench.files(), before, "files")


def what_is_no_model_is_1_with_one_plain_line(bench):
    bench.path("empty-folder").mkdir()
    bench.write("nothing.yaml", "")
    bench.write("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    for operand, piece in (("missing.yaml", "missing.yaml"), ("empty-folder", "model.yaml"), ("nothing.yaml", "nothing.yaml"),
                           ("picture.png", "picture.png"), ("/dev/null", "/dev/null"), ("model.yaml/x", "model.yaml/x")):
        for words in COMMANDS:
            run = bench.run(*_on(operand, words)).expect(1, piece)
            check(run.errors.count("error") <= 2, f"more than one error: {run}")
            equal(run.bytes, b"", "standard output")
    bench.run("check", "").expect(1)


def every_model_of_check_is_judged(bench):
    good = bench.write("good.yaml", HEAD + "ties: [{between: [A, B], layer: s, stance: cool}]\n")
    bad = bench.write("bad.yaml", HEAD + "tise: []\n")
    run = bench.run("check", bad, good, "missing.yaml").expect(1, "'tise'", "'ties'", "missing.yaml")
    contains(run.text, "good.yaml", "the report")
    bench.run("check", good, good).expect(0)


def warnings_are_errors_when_strict(bench):
    bench.run("check", REGION).expect(0, "warning: ", "2 warnings")
    bench.run("check", "--strict", REGION).expect(1, "error: ", "2 errors")
    run = bench.run("check", "--quiet", REGION).expect(0)
    equal(run.errors, "", "standard error of --quiet")


def quiet_still_says_errors(bench):
    bad = bench.write("bad.yaml", HEAD + "tise: []\n")
    for words in COMMANDS:
        bench.run(*_on(bad, words), "--quiet").expect(1, "'tise'")
    bench.run("tensions", REGION, "--top", "0", "--quiet").expect(2, "--top")


def check_says_what_the_model_holds(bench):
    text = bench.good("check", REGION).text
    for piece in ("5 countries", "2 groups", "1 organisation", "1 mechanism", "1 project"):
        contains(text, piece, "what it holds")
    contains(text, "%", "how much is evidenced")
    contains(text, "pairs of sides have no tie", "how much is silence")


def an_unwritable_output_is_3(bench):
    bench.write("file", "x")
    for words in COMMANDS:
        for folder in ("missing", "file", "/proc/none"):
            target = folder + ("/b.svg" if words[0] == "draw" else "/b.md")
            run = bench.run(*_on(REGION, words[:1] if words[0] == "brief" else _for_region(words)), "-o", target)
            run.expect(3, folder)
    bench.run("schema", "-o", "missing/x.json").expect(3, "missing")
    bench.run("init", "file/new").expect(3, "file")
    equal(bench.files(), ["file"], "files left")


def what_was_read_is_not_written_over(bench):
    for name in ("model.yaml", "part.yaml"):
        bench.write(name, "")
    bench.write("part.yaml", "countries: {A: {}, B: {}}\n")
    model = "entente: 1\nas_of: 2016\ninclude: [part.yaml]\nlayers: {s: {}}\nties: [{between: [A, B], layer: s, stance: cool}]\n"
    bench.write("model.yaml", model)
    json = ["--format", "json"]
    for words in (["check", "model.yaml"], ["check", "."], ["show", "model.yaml", *json], ["tensions", "model.yaml", *json]):
        for target in ("model.yaml", "./part.yaml"):
            bench.run(*words, "-o", target).expect(2, "written over")
    equal(bench.path("model.yaml").read_text(), model, "the model")


def nobody_to_tell_is_no_fault(bench):
    import subprocess
    run = subprocess.run(["bash", "-c", '"$0" --version >&- 2>&-', str(bench.binary)])
    equal(run.returncode, 3, "exit status with standard output and error closed")


def _for_region(words):
    return [{"A": "ARD", "B": "BEL"}.get(word, word) for word in words]

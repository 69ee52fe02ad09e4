"""A model as a folder of tables, and back: nothing is lost, and nothing that is not ours is written over."""
import csv
import os
import random
import shutil
import signal
import subprocess
import sys

from bench import REGION, ROOT, Skip, check, contains, equal, plain_environment, read_json

sys.path.insert(0, str(ROOT / "tests" / "reference"))

import random_model
import random_scenario

HEART_OF_ASIA = ROOT / "model" / "heart-of-asia"
HEAD = "entente: 1\ntitle: Case\nas_of: 2016-07-18\nlayers: {security: {}, diplomacy: {}}\n"
RANDOM_MODELS = 25
RANDOM_SCENARIOS = 25
RANDOM_TEXTS = 40
DAYS = ("2003", "2012-07-18", "2015-06-30", "2016-07-18", "2019-12-31")

# What rows hold, and what only YAML can, of every section.
RICH = r"""entente: 1
title: "Rich: \"one\" of everything, \\ and more"
as_of: 2016-07-18
marking: "TLP:AMBER"
sources:
  s: {title: "Study, with commas; and more", publisher: "A \"house\"", date: 2016-05, url: "https://example.org/?a=1&b=2", marking: internal}
  t: {}
layers: {security: {label: "Security & defence", salience: 0.85}, diplomacy: {}, forums: {salience: 0.3}}
scale: {stance: {cool: -0.15}, roles: {observer: 0.45}, confidence: {low: 0.25}, strength: {weak: 0.1}, effectiveness: {strong: 0.75}}
profiles: {zeal: {access: 0.3, standing: 0.7}, envoy: {access: 0.4, leverage: 0.4, convening: 0.2}}
derive: {influence: 0.5}
unrecorded: low
countries:
  NO: {name: Norway, at: [60.5, -0.000001], capability: 0.123456789012345678, tags: {region: North, "odd tag; name": x}}
  NA: {name: Namibia, aliases: ["=SUM(A1)", "South, West"], capital: "-Windhoek", capability: 0, tags: {region: South}, evidence: [{source: s, at: "@p. 1"}]}
  "002": {name: "+2 and '=3", note: "'=quoted", capability: [{value: 3, from: 1990}, {value: 5, reach: global, from: 2000, to: 2010-06}]}
  1e5: {name: "'", exists: [{to: 1938-03-12}, {from: 1955-07-27, to: 1980}, {from: 1990}], reach: global}
  GONE: {from: 1990, to: 2001-02, name: " blanks around ", aliases: [a; b, "say \"x\""]}
  null: {aliases: ["two\nlines", "tab\there"], tags: {region: "", empty: "ok"}, note: "a; b; c"}
  Q: {evidence: [{source: s}, {source: t, disputes: true}]}
  R: {exists: [{}], evidence: [{source: t, at: x, note: "it does not, says t", disputes: true}], note: "-"}
groups: {TH: {party: false, name: "سازمان همکاری‌های", under: O}, GR: {from: 2010}}
organisations:
  O:
    {name: "Org, inc.", layers: [security, diplomacy], size: 193, about: [trade, "aid; relief"], effectiveness: 0.33, confidence: low, actor: true,
     members: {chair: [NO], member: [NA, {actor: "002", from: 2001, to: 2010}, {actor: "002", from: 2012}], observer: [{actor: Q, evidence: [{source: s, at: "p, 1"}]}]}}
  P: {layers: [diplomacy], about: [a, b], members: {partner: [{actor: R, note: "x", evidence: [{source: s}, {source: t}]}], supporter: [TH, GR]}}
  S: {members: {member: [NA, R]}}
mechanisms: {M: {under: O, effectiveness: none, members: {member: [NO, NA, Q]}}}
projects: {PIPE: {at: [1, 2], capital: Port, members: {member: [NO, GR]}}}
ties:
  - {between: [NO, NA], layer: security, stance: war, from: 1999-05, to: 1999-07, half_life: 0.333333333333333333}
  - {between: [NO, NA], layer: security, weight: 0.00000000000000000000001, confidence: 0.9999999999999999}
  - {between: [NO, Q], stances: {security: cool, diplomacy: allied}, note: "=1+1", evidence: [{source: s, at: "a\tb", note: "two\nlines"}]}
  - {between: [R, Q], layer: diplomacy, weight: -0.1, evidence: [{source: s}, {source: t, disputes: true, note: no}]}
  - {between: [R, Q], layer: diplomacy, weight: -0.1, note: " led by a blank"}
  - {between: [R, O], layer: diplomacy, weight: 0.2, note: "a\r\nb"}
influence:
  - {of: NO, over: NA, strength: strong, confidence: high, from: 2001-02-03, evidence: [{source: t}]}
  - {of: Q, over: R, strength: 0, evidence: [{source: s}, {source: s}]}
refusals:
  - {by: NO, who: any, on: [NO, NA]}
  - {by: NO, who: [Q, R], on: [NO, NA], confidence: 0.5, from: 2002}
  - {by: NO, who: Q, on: [NO, NA, R], confidence: high, evidence: [{source: s}]}
borders:
  - [NO, NA]
  - {between: [Q, R], from: 2011-07-09, note: drawn, evidence: [{source: s, at: map}]}
concerns:
  water: {label: "Water, and more", held_by: {NO: decisive, NA: {strength: 0.1, confidence: high, from: 2000, evidence: [{source: s}]}}}
  whole: {held_by: {NO: weak}, evidence: [{source: s}], note: of the whole}
  alone: {label: Nobody's}
  twice: {held_by: {NO: {strength: weak, to: 2001}, Norway: {strength: strong, from: 2002, evidence: [{source: s}, {source: t}]}}}
remarks:
  - {about: [NO, NA], kind: threat, text: "A text: with, commas", rank: 2, from: 2001, note: n, evidence: [{source: s}, {source: t}]}
  - {about: [O], kind: view, text: "- \"quoted\" # not a comment"}
"""


def _document(bench, model, name, *more):
    bench.good("convert", model, "-o", name, *more)
    return read_json(bench.path(name).read_text("utf-8"))


def _check_round_trip(bench, model, what, *questions):
    bench.good("convert", model, "-o", "f.csv")
    bench.good("check", "f.csv", "--quiet")
    before, after = _document(bench, model, "x.json"), _document(bench, "f.csv", "y.json")
    for part in before["result"]:
        equal(after["result"][part], before["result"][part], f"{part} of {what}")
    equal(after["lens"], before["lens"], f"lens of {what}")
    equal(after["model"]["title"], before["model"]["title"], f"title of {what}")
    equal(after["model"]["marking"], before["model"]["marking"], f"marking of {what}")
    for question in (["brokers", "--all", "--draws", "20"], *questions):
        asked = [question[0], "MODEL", *question[1:]]
        seen = [bench.result(*[model if word == "MODEL" else word for word in asked]) for model in (model, "f.csv")]
        equal(seen[1], seen[0], f"{' '.join(question)} of {what}")


# ---- there and back ----

def the_heart_of_asia_reads_back_the_same(bench):
    _check_round_trip(bench, HEART_OF_ASIA, "the Heart of Asia", ["tensions", "--draws", "20"], ["clusters", "--draws", "0"])


def the_region_of_the_golden_runs_reads_back_the_same(bench):
    _check_round_trip(bench, REGION, "the region", ["tensions", "--draws", "20"])


def one_of_everything_reads_back_the_same(bench):
    model = bench.write("rich.yaml", RICH)
    bench.good("check", model, "--quiet")
    _check_round_trip(bench, model, "the rich model", ["brokers", "NO", "NA", "--profile", "zeal", "--draws", "20"],
                      ["brokers", "NO", "NA", "--profile", "envoy", "--draws", "20"])
    sections = {"countries", "groups", "organisations", "mechanisms", "projects", "capability", "memberships", "ties",
                "influence", "refusals", "borders", "concerns"}
    tables = {path.stem for path in bench.path("f.csv").glob("*.csv")}
    equal(tables, sections, "tables")
    yaml = bench.path("f.csv/model.yaml").read_text("utf-8")
    for section in ("countries", "organisations", "ties", "influence", "refusals", "concerns", "remarks"):
        contains(yaml, f"\n{section}:\n", "what rows cannot hold")


def random_models_read_back_the_same(bench):
    for seed in range(RANDOM_MODELS):
        model = bench.write("m.yaml", random_model.to_yaml(random_model.generate(seed)))
        _check_round_trip(bench, model, f"random model {seed}")


def _random_text(chance):
    pieces = ["a", "B c", "é", "سازمان", "国", "😀", ",", ";", '"', "'", "\\", "\\N", "=", "+", "-", "@", "#", " # ", ": ", "{", "}",
              "[", "]", "&", "*", "!", "|", ">", "%", "`", "~", "?", "null", "NO", "0.5", "\n", "\t", "\r", " ", "\u00a0",
              "\u200c", "\u2007", "\u2028", "\u202f", "\u3000", "\ufeff", "\ufffd", "<b>", "sep=;", "\r\n", "''", "\"\""]
    return "".join(chance.choice(pieces) for _ in range(chance.randint(1, 5)))


def _quoted(text):
    for plain, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t"), ("\r", "\\r")):
        text = text.replace(plain, escaped)
    return f'"{text}"'


def any_text_reads_back_the_same(bench):
    for seed in range(RANDOM_TEXTS):
        chance = random.Random(seed)

        def text():
            return _quoted(_random_text(chance))

        def name(number):
            return _quoted(chance.choice([f"{number}{_random_text(chance)}", f"{_random_text(chance)}{number}"]))

        evidence = lambda: f"evidence: [{{source: s, at: {text()}, note: {text()}}}]"
        countries = "".join(f"  c{number}: {{name: {name(number)}, aliases: [{name(number + 100)}], capital: {text()}, note: {text()}, "
                            f"tags: {{{text()}: {text()}, region: {text()}}}, {evidence()}}}\n" for number in range(6))
        model = bench.write("m.yaml", f"""entente: 1
title: {text()}
as_of: 2016
marking: {text()}
sources: {{s: {{title: {text()}, publisher: {text()}, marking: {text()}}}}}
layers: {{security: {{label: {text()}}}}}
countries:
{countries}organisations: {{O: {{about: [{text()}, {text()}], note: {text()}, members: {{member: [c0, {{actor: c1, note: {text()}, {evidence()}}}]}}}}}}
ties: [{{between: [c0, c1], layer: security, weight: -0.5, note: {text()}, {evidence()}}}, {{between: [c2, c3], layer: security, weight: 0.5, note: {text()}}}]
concerns: {{water: {{label: {text()}, note: {text()}, held_by: {{c0: {{strength: 1, note: {text()}}}}}}}}}
remarks: [{{about: [c0], kind: view, text: {text()}, note: {text()}}}]
""")
        shutil.rmtree(bench.path("f.csv"), ignore_errors=True)
        _check_round_trip(bench, model, f"random texts {seed}")


def every_good_model_reads_back_the_same(bench):
    bench.good("init", "starter")
    models = [bench.path("starter"), *sorted((ROOT / "tests" / "schema" / "good").glob("*.yaml"))]
    for model in models:
        shutil.rmtree(bench.path("f.csv"), ignore_errors=True)
        _check_round_trip(bench, model, model.name)
    check(len(models) > 20, "too few models")


def tables_of_tables_are_the_same_bytes(bench):
    for model in (HEART_OF_ASIA, REGION, bench.write("rich.yaml", RICH)):
        bench.good("convert", model, "-o", "one.csv")
        bench.good("convert", "one.csv", "-o", "two.csv")
        for path in bench.path("one.csv").iterdir():
            equal(bench.path(f"two.csv/{path.name}").read_bytes(), path.read_bytes(), path.name)
        equal(len(list(bench.path("two.csv").iterdir())), len(list(bench.path("one.csv").iterdir())), "files")


def trap_2_ids_that_look_like_words_stay_ids(bench):
    model = bench.write("m.yaml", HEAD + """countries: {NO: {name: Norway}, NA: {name: Namibia}, ON: {name: Onland}, Y: {name: Yland}, null: {name: Nulland}}
ties: [{between: [NO, NA], layer: security, stance: cordial}, {between: [null, Y], layer: security, stance: cool}]
""")
    bench.good("convert", model, "-o", "f.csv")
    equal([row["id"] for row in csv.DictReader(bench.path("f.csv/countries.csv").open())], ["NA", "NO", "ON", "Y", "null"], "ids")
    equal(bench.result("show", "f.csv", "NA")["relations"][0]["id"], "NO", "the relation of NA")
    _check_round_trip(bench, model, "ids that look like words")


def a_large_model_is_split_as_the_limits_ask(bench):
    long = "x " * 4_900
    remarks = "".join(f"  - {{about: [A], kind: view, text: \"{number} {long}end\"}}\n" for number in range(300))
    bench.write("folder/more.yaml", f"remarks:\n{remarks}")
    bench.write("folder/yet.yaml", f"remarks:\n{remarks}".replace("view", "trend"))
    bench.write("folder/model.yaml", HEAD + "include: [more.yaml, yet.yaml]\ncountries: {A: {}, B: {}}\n"
                "ties: [{between: [A, B], layer: security, stance: close}]\n")
    _check_round_trip(bench, bench.path("folder"), "a large model")
    parts = sorted(path.name for path in bench.path("f.csv").glob("*.yaml"))
    equal(parts, ["model-2.yaml", "model.yaml"], "YAML files")


# ---- the lens and scenarios ----

def the_lens_becomes_the_models_own(bench):
    bench.good("convert", REGION, "-o", "f.csv", "--as-of", "2012", "--layers", "economy=0.3,forums=0.1")
    before = _document(bench, REGION, "x.json", "--as-of", "2012", "--layers", "economy=0.3,forums=0.1")
    after = _document(bench, "f.csv", "y.json")
    equal(after["lens"], before["lens"], "lens")
    equal(after["result"]["relations"], before["result"]["relations"], "relations")


def _relations_by_day(bench, model, *more):
    return {day: _document(bench, model, "day.json", "--as-of", day, *more)["result"]["relations"] for day in DAYS}


def a_scenario_goes_into_the_tables_on_every_day(bench):
    scenario = bench.write("s.yaml", """entente: 1
scenario: Changes
changes:
  - set_tie: {between: [A, B], layer: security, stance: close, from: 2012, to: 2013}
  - remove_tie: {between: [A, C], layer: security, from: 2016}
  - leave: {forum: O, actor: B, from: 2015-06}
  - set_influence: {of: A, over: B, strength: weak, from: 2014}
  - set_effectiveness: {forum: O, effectiveness: decisive}
  - add: {country: {D: {name: Newland}}}
  - set_tie: {between: [D, A], layer: security, stance: allied}
""")
    model = bench.write("m.yaml", HEAD + """countries: {A: {}, B: {}, C: {}}
organisations: {O: {effectiveness: weak, members: {member: [A, B, C]}}}
ties:
  - {between: [A, B], layer: security, stance: hostile}
  - {between: [A, C], layer: security, stance: cordial, from: 2001}
influence: [{of: A, over: B, strength: strong}]
""")
    bench.good("convert", model, "-o", "f.csv", "--scenario", scenario)
    equal(_relations_by_day(bench, "f.csv"), _relations_by_day(bench, model, "--scenario", scenario), "relations")
    equal(_document(bench, "f.csv", "x.json")["model"]["title"], "Case (scenario: Changes)", "title")
    ties = [(row["a"], row["b"], row["from"], row["to"]) for row in csv.DictReader(bench.path("f.csv/ties.csv").open())]
    equal(sorted(ties), [("A", "B", "", "2011-12-31"), ("A", "B", "2012-01-01", "2013-12-31"), ("A", "B", "2014-01-01", ""),
                         ("A", "C", "2001-01-01", "2015-12-31"), ("A", "D", "", "")], "ties")


def what_a_model_cannot_say_of_a_scenario_is_3_and_says_what(bench):
    model = bench.write("m.yaml", HEAD + """countries: {A: {}, B: {}}
organisations: {O: {effectiveness: weak, members: {member: [A, B]}}}
ties: [{between: [A, B], layer: security, stance: war, from: 1999-05, to: 1999-07, half_life: 50}]
""")
    for change, piece in (("set_effectiveness: {forum: O, effectiveness: strong, from: 2012}", "effectiveness of O"),
                          ("remove_tie: {between: [A, B], layer: security, from: 2010}", "the tie A–B in security")):
        scenario = bench.write("s.yaml", f"entente: 1\nscenario: S\nchanges:\n  - {change}\n")
        bench.run("convert", model, "-o", "f.csv", "--scenario", scenario).expect(3, piece, ".json")
        bench.good("convert", model, "-o", "x.json", "--scenario", scenario)
    check(not bench.path("f.csv").exists(), "a folder is left")


def random_scenarios_hold_on_every_day_or_are_refused(bench):
    said = 0
    for seed in range(RANDOM_SCENARIOS):
        model, scenario = bench.path("m.yaml"), bench.path("s.yaml")
        random_scenario.write_scenario(seed, model, scenario)
        shutil.rmtree(bench.path("f.csv"), ignore_errors=True)
        run = bench.run("convert", model, "-o", "f.csv", "--scenario", scenario)
        if run.status == 3:
            contains(run.errors, "a model cannot say so", f"scenario {seed}")
            continue
        run.expect(0)
        said += 1
        equal(_relations_by_day(bench, "f.csv"), _relations_by_day(bench, model, "--scenario", scenario), f"scenario {seed}")
    check(said >= RANDOM_SCENARIOS // 4, f"only {said} of {RANDOM_SCENARIOS} scenarios were said")


# ---- cells ----

def no_cell_begins_as_a_formula_and_each_reads_back(bench):
    texts = ["=1+1", "+x", "-", "-5 and so on", "@SUM(A1)", "'=1", "''@x", "'", "'plain", "a=b", "–", "“=”"]
    notes = "".join(f"  - {{between: [A, B], layer: security, weight: -0.5, from: {1900 + number}, to: {1900 + number}, "
                    f"note: \"{text}\"}}\n" for number, text in enumerate(texts))
    model = bench.write("m.yaml", HEAD + f"countries: {{A: {{name: \"=A\"}}, B: {{}}}}\nties:\n{notes}")
    _check_round_trip(bench, model, "formulas")
    rows = list(csv.DictReader(bench.path("f.csv/ties.csv").open()))
    equal({row["weight"] for row in rows}, {"-0.5"}, "a negative number stays a number")
    for row in rows:
        check(row["note"][0] not in "=+-@\t\r", f"a cell that is a formula: {row['note']!r}")
    equal([row["note"] for row in rows[:6]], ["'=1+1", "'+x", "'-", "'-5 and so on", "'@SUM(A1)", "''=1"], "cells")


def the_tables_are_plain_csv(bench):
    for model in (HEART_OF_ASIA, bench.write("rich.yaml", RICH)):
        bench.good("convert", model, "-o", "f.csv")
        for path in bench.path("f.csv").glob("*.csv"):
            data = path.read_bytes()
            check(b"\r" not in data and data.endswith(b"\n"), f"line ends of {path.name}")
            rows = list(csv.reader(data.decode("utf-8").splitlines(keepends=True), strict=True))
            equal({len(row) for row in rows}, {len(rows[0])}, f"cells a row in {path.name}")
            for column, heading in enumerate(rows[0]):
                check(heading and any(row[column] for row in rows[1:]), f"{path.name}: {heading!r} holds nothing")


# ---- the folder ----

def an_empty_folder_and_one_of_ours_are_replaced(bench):
    bench.path("f.csv").mkdir()
    bench.good("convert", REGION, "-o", "f.csv")
    bench.good("convert", HEART_OF_ASIA, "-o", "f.csv/")
    check(not bench.path("f.csv/borders.csv").exists(), "a table of the old folder is left")
    bench.good("convert", REGION, "-o", "f.csv")
    equal([path.name for path in bench.folder.iterdir()], ["f.csv"], "files left beside")


def a_folder_with_anything_of_another_hand_stays(bench):
    for change in (lambda folder: (folder / "notes.txt").write_text("mine"),
                   lambda folder: (folder / "ties.csv").write_text("a,b,layer,stance\n"),
                   lambda folder: (folder / "model.yaml").write_text((folder / "model.yaml").read_text() + "# mine\n"),
                   lambda folder: (folder / "ties.csv").unlink(),
                   lambda folder: (folder / "ties.csv").rename(folder / "relations.csv"),
                   lambda folder: (folder / "deeper").mkdir(),
                   lambda folder: (folder / "link").symlink_to("ties.csv"),
                   lambda folder: (folder / "model.yaml").unlink()):
        shutil.rmtree(bench.path("f.csv"), ignore_errors=True)
        bench.good("convert", REGION, "-o", "f.csv")
        change(bench.path("f.csv"))
        before = {path.name: path.is_file() and path.read_bytes() for path in bench.path("f.csv").iterdir()}
        bench.run("convert", HEART_OF_ASIA, "-o", "f.csv").expect(3, "f.csv", "name another")
        after = {path.name: path.is_file() and path.read_bytes() for path in bench.path("f.csv").iterdir()}
        equal(after, before, "the folder")
        equal([path.name for path in bench.folder.iterdir()], ["f.csv"], "files left beside")


def a_file_in_the_way_stays(bench):
    file = bench.write("f.csv", "a,b\n1,2\n")
    bench.run("convert", REGION, "-o", "f.csv").expect(3, "f.csv", "a file")
    equal(file.read_text(), "a,b\n1,2\n", "the file")
    bench.path("hanging.csv").symlink_to("nowhere")
    bench.run("convert", REGION, "-o", "hanging.csv").expect(3, "hanging.csv")
    check(bench.path("hanging.csv").is_symlink(), "the link is gone")


def the_folder_that_was_read_is_not_written_over(bench):
    bench.good("convert", REGION, "-o", "f.csv")
    before = {path.name: path.read_bytes() for path in bench.path("f.csv").iterdir()}
    for model, output in (("f.csv", "f.csv"), ("f.csv/model.yaml", "./f.csv/"), (bench.path("f.csv"), "f.csv")):
        bench.run("convert", model, "-o", output).expect(2, "not written over")
    equal({path.name: path.read_bytes() for path in bench.path("f.csv").iterdir()}, before, "the folder")
    shutil.copytree(REGION, bench.path("mine.csv"))
    bench.run("convert", "mine.csv", "-o", "mine.csv").expect(2, "not written over")


def a_link_to_a_folder_of_ours_stays_a_link(bench):
    bench.good("convert", REGION, "-o", "real.csv")
    bench.path("link.csv").symlink_to("real.csv")
    bench.good("convert", HEART_OF_ASIA, "-o", "link.csv")
    check(bench.path("link.csv").is_symlink(), "the link is gone")
    contains(bench.path("real.csv/model.yaml").read_text("utf-8"), "Heart of Asia", "the folder behind the link")


def a_folder_that_does_not_fit_leaves_the_old_one_whole(bench):
    for old in (False, True):
        if old:
            bench.good("convert", REGION, "-o", "f.csv")
        before = {path.name: path.read_bytes() for path in bench.path("f.csv").iterdir()} if old else None
        done = bench.run_with_little_room("convert", HEART_OF_ASIA, "-o", "f.csv", room=5_000)
        equal(done.returncode, 3, f"exit status, with {done.stderr.decode()!r}")
        contains(done.stderr.decode(), "f.csv: cannot be written", "what is said")
        equal([path.name for path in bench.folder.iterdir()], ["f.csv"] if old else [], "files left")
        if old:
            equal({path.name: path.read_bytes() for path in bench.path("f.csv").iterdir()}, before, "the old folder")


def a_signal_while_the_folder_is_written_leaves_what_was_there(bench):
    bench.good("convert", REGION, "-o", "f.csv")
    before = {path.name: path.read_bytes() for path in bench.path("f.csv").iterdir()}
    hit = 0
    for attempt in range(12):
        run = subprocess.Popen([bench.binary, "convert", str(REGION), "-o", "f.csv"], cwd=bench.folder,
                               env=plain_environment(), stderr=subprocess.DEVNULL)
        while run.poll() is None and not any(name.startswith(".entente-") for name in os.listdir(bench.folder)):
            pass
        run.send_signal(signal.SIGTERM)
        status = run.wait(timeout=60)
        check(status in (0, -signal.SIGTERM), f"SIGTERM gave status {status}")
        equal([path.name for path in bench.folder.iterdir()], ["f.csv"], "files left")
        equal({path.name: path.read_bytes() for path in bench.path("f.csv").iterdir()}, before, "the folder")
        hit += status == -signal.SIGTERM
    if hit == 0:
        raise Skip("the signal never came while the folder was written")


def what_may_not_be_written_is_3(bench):
    if os.geteuid() == 0:
        bench.run("convert", REGION, "-o", "/proc/f.csv").expect(3, "/proc/f.csv")
        return
    locked = bench.path("locked")
    locked.mkdir(mode=0o555)
    bench.run("convert", REGION, "-o", "locked/f.csv").expect(3, "locked/f.csv")
    equal(list(locked.iterdir()), [], "files left")

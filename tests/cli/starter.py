"""What a planner begins with: the starter model, the schema, and the model of the Heart of Asia."""
import json
import re

import yaml
from jsonschema import Draft202012Validator

from bench import ROOT, check, equal, tool


def the_starter_shows_every_part(bench):
    bench.good("init", "r")
    parts = yaml.load(bench.path("r/model.yaml").read_text(), Loader=yaml.BaseLoader)
    wanted = {"sources", "layers", "countries", "groups", "organisations", "mechanisms", "ties", "influence", "refusals",
              "concerns", "remarks"}
    equal(wanted - set(parts), set(), "parts that the starter lacks")


def the_starter_checks_clean_and_strict(bench):
    run = bench.good("init", "my-region")
    check("my-region/model.yaml" in run.errors and run.bytes == b"", f"what init says: {run.everything!r}")
    strict = bench.run("check", "--strict", "my-region").expect(0)
    equal(strict.errors, "", "standard error of check --strict")
    equal(bench.files(), ["my-region", "my-region/model.yaml"], "files")


def the_starter_answers_draws_and_briefs(bench):
    bench.good("init", "r", "--quiet")
    result = bench.result("brokers", "r", "RED", "BLUE")
    check(len(result["candidates"]) >= 2, f"{len(result['candidates'])} candidates")
    check(any(one["refused_by"] for one in result["candidates"]), "no refusal is shown")
    check(result["forums"] and any(one["agenda"] for one in result["candidates"]), "no forum or agenda")
    for view in ("network", "clusters", "tensions", "matrix", "forums"):
        bench.good("draw", view, "r", "-o", f"{view}.svg")
        tool("xmllint", "--noout", bench.path(f"{view}.svg"))
    bench.good("draw", "brokers", "r", "RED", "BLUE", "-o", "brokers.pdf")
    bench.good("brief", "r", "-o", "b.html")
    tool("xmllint", "--noout", bench.path("b.html"))
    bench.good("brief", "r", "RED", "BLUE", "-o", "b.md")


def the_first_lines_of_the_starter_say_what_to_type(bench):
    bench.good("init", "r")
    text = bench.path("r/model.yaml").read_text()
    for line in re.findall(r"^#.*entente.*", text, re.M):
        for words in re.findall(r"entente ((?:check|brokers)[^&\n]*)", line):
            bench.good(*["r" if word == "." else word for word in words.split()])


def init_leaves_alone_what_is_there(bench):
    bench.write("r/model.yaml", "mine")
    run = bench.run("init", "r")
    check(run.status in (2, 3), f"wanted a refusal; {run}")
    equal(bench.path("r/model.yaml").read_text(), "mine", "the model that was there")
    bench.write("file", "x")
    bench.run("init", "file").expect(3)
    bench.write("other/notes.txt", "mine")
    bench.good("init", "other")
    equal(bench.path("other/notes.txt").read_text(), "mine", "notes beside the model")
    bench.good("init", "a/b/c")


def the_schema_is_a_json_schema(bench):
    schema = json.loads(bench.good("schema").text)
    Draft202012Validator.check_schema(schema)
    equal(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "$schema")
    equal(schema, json.loads((ROOT / "schema/entente.schema.json").read_text(encoding="utf-8")), "the schema in the repository")


def the_heart_of_asia_is_clean_and_evidenced(bench):
    run = bench.run("check", "--strict", ROOT / "model/heart-of-asia").expect(0)
    share = re.search(r"evidence\D*?([\d.]+) ?%|([\d.]+) ?%[^\n]*?evidence", run.text)
    check(share and float(share.group(1) or share.group(2)) >= 95, f"the share with evidence: {run.text!r}")

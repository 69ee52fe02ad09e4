"""The model for other programs: networks that networkx, igraph and Graphviz read, and the whole of it in JSON."""
import math
import os
import random
import re
import xml.etree.ElementTree as ElementTree

from bench import REGION, ROOT, Failure, check, close, contains, equal, read_json, tool

HEART_OF_ASIA = ROOT / "model" / "heart-of-asia"
MODELS = {"region": REGION, "heart-of-asia": HEART_OF_ASIA}
NUMBERS = ("cooperation", "tension", "net", "trust")
EXACT = 1e-12

HEAD = "entente: 1\ntitle: Case\nas_of: 2016-07-18\nlayers: {security: {}, diplomacy: {}}\n"
SIGNS = HEAD + """countries: {AFG: {name: Afghanistan}, PAK: {name: Pakistan}, IND: {name: India}}
ties:
  - {between: [AFG, PAK], layer: security, weight: -0.8}
  - {between: [AFG, IND], layer: security, weight: 0.8}
  - {between: [IND, PAK], layer: security, weight: 0.4}
  - {between: [IND, PAK], layer: diplomacy, weight: -0.4}
"""
NAMES = {"TT": "Trinidad & Tobago", "RD": "R&amp;D Pact", "CG": "<Contact Group>", "QQ": "Q \"Quad\" 'x'",
         "BS": "back\\slash \\N \\l \\", "LT": "<b>bold</b>", "FA": "سازمان همکاری‌های شانگهای", "LF": "two\nlines\tand a tab"}


def _python_package(name):
    try:
        return __import__(name)
    except ImportError:
        raise Failure(f"Python's {name} is missing; tests/run installs it") from None


def _convert(bench, model, name, *more):
    run = bench.good("convert", model, "-o", name, *more)
    equal((run.bytes, run.errors), (b"", ""), f"what convert -o {name} says")
    return bench.path(name)


def _whole(bench, model, *more):
    return read_json(_convert(bench, model, "whole.json", *more).read_text("utf-8"))["result"]


def _yaml_text(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def _model_of_names(bench):
    members = ", ".join(NAMES)
    countries = "".join(f"  {id}: {{name: {_yaml_text(name)}}}\n" for id, name in NAMES.items())
    return bench.write("names.yaml", HEAD + f"countries:\n{countries}mechanisms:\n"
                       f"  ALL: {{name: \"All & sundry\", members: {{member: [{members}]}}}}\n")


# ---- the three graph formats ----

def _edges(pairs):
    return {tuple(sorted(pair)): values for *pair, values in pairs}


def _by_networkx(path):
    networkx = _python_package("networkx")
    graph = networkx.read_graphml(path) if path.suffix == ".graphml" else networkx.read_gexf(path)
    check(not graph.is_directed() and not graph.is_multigraph(), f"{path.name} is no plain undirected graph")
    return dict(graph.nodes(data=True)), _edges(graph.edges(data=True))


def _by_igraph(path):
    graph = _python_package("igraph").Graph.Read_GraphML(str(path))
    check(not graph.is_directed() and not graph.has_multiple(), f"{path.name} is no plain undirected graph")

    def known(values):
        return {key: value for key, value in values.items() if value != "" and value == value}

    ids = graph.vs["id"]
    return ({vertex["id"]: known(vertex.attributes()) for vertex in graph.vs},
            _edges((ids[edge.source], ids[edge.target], known(edge.attributes())) for edge in graph.es))


READERS = {"networkx on GraphML": ("x.graphml", _by_networkx), "igraph": ("x.graphml", _by_igraph),
           "networkx on GEXF": ("x.gexf", _by_networkx)}


def _read_all(bench, model, *more):
    for what, (name, reader) in READERS.items():
        yield (what, *reader(_convert(bench, model, name, *more)))


def _check_relations(edges, whole, what):
    listed = {(row["a"], row["b"]): row for row in whole["relations"]}
    related = {pair for pair, edge in edges.items() if edge["kind"] != "influence"}
    equal(related, set(listed), f"pairs of {what}")
    for pair, row in listed.items():
        for number in NUMBERS:
            close(edges[pair][number], row[number], f"{number} of {pair} by {what}", EXACT)
        close(edges[pair]["weight"], max(row["cooperation"], row["tension"]), f"weight of {pair} by {what}", EXACT)
        equal((edges[pair]["a"], edges[pair]["b"]), pair, f"ends by {what}")
        ambivalent = row["cooperation"] >= 0.2 - 1e-9 and row["tension"] >= 0.2 - 1e-9
        equal(bool(edges[pair]["ambivalent"]), ambivalent, f"ambivalent {pair} by {what}")


def every_relation_is_read_back_by_networkx_and_igraph(bench):
    for name, model in MODELS.items():
        for more in ([], ["--as-of", "2012-06-30"], ["--layers", "forums=0"]):
            whole = _whole(bench, model, *more)
            check(len(whole["relations"]) > 10, f"{name} {more}: too few relations to compare")
            for what, nodes, edges in _read_all(bench, model, *more):
                existing = {vertex["id"]: vertex for vertex in whole["vertices"] if vertex["exists"]}
                equal(set(nodes), set(existing), f"nodes of {name} by {what}")
                for id, vertex in existing.items():
                    equal((nodes[id]["label"], nodes[id]["kind"]), (vertex["name"], vertex["kind"]), f"{id} by {what}")
                    for tag, value in vertex["tags"].items():
                        equal(nodes[id]["tag_" + tag], value, f"tag of {id} by {what}")
                    if vertex["at"]:
                        equal([nodes[id]["latitude"], nodes[id]["longitude"]], vertex["at"], f"place of {id} by {what}")
                _check_relations(edges, whole, what)


def layers_dates_roles_and_evidence_stand_on_the_edges(bench):
    model = bench.write("m.yaml", """entente: 1
title: Edges
as_of: 2016-07-18
sources: {s: {}}
layers: {security: {}, diplomacy: {salience: 0.5}}
countries: {A: {}, B: {}, C: {}}
organisations: {O: {effectiveness: 0.6, members: {observer: [{actor: A, from: 2001, to: 2019}], member: [B]}}}
ties:
  - {between: [B, A], layer: security, weight: -0.8, from: 2010, evidence: [{source: s}, {source: s}]}
  - {between: [A, B], layer: security, weight: -0.3, from: 2005, to: 2017-03}
  - {between: [A, B], layer: diplomacy, weight: 0.4, from: 2012, to: 2018}
  - {between: [A, C], layer: security, weight: -1, from: 2000, to: 2015-07-18, half_life: 1}
  - {between: [A, C], layer: diplomacy, weight: 1, from: 2000, to: 2015}
""")
    for what, _, edges in _read_all(bench, model):
        pair = edges["A", "B"]
        equal((pair["kind"], pair["layers"]), ("tie", "diplomacy 0.4; security -0.8; security -0.3"), f"A–B by {what}")
        wanted = {"cooperation_diplomacy": 0.4, "tension_security": 0.8}
        equal({key: value for key, value in pair.items() if re.match("(cooperation|tension)_", key)}, wanted, what)
        equal((pair["shared_forums"], pair["evidence"]), ("O", 2), f"forums and evidence by {what}")
        equal((pair["from"], "to" in pair), ("2001-01-01", False), f"dates by {what}")
        equal((edges["A", "O"]["kind"], edges["A", "O"]["role"]), ("membership", "observer"), f"A–O by {what}")
        equal((edges["A", "O"]["from"], edges["A", "O"]["to"]), ("2001-01-01", "2019-12-31"), f"A–O by {what}")
        faded = edges["A", "C"]
        close(faded["tension_security"], 0.5 ** (366 / 365.25), f"what fades, by {what}", EXACT)
        equal((faded["from"], "to" in faded), ("2000-01-01", False), f"what still counts has no end, by {what}")


def a_layer_that_the_lens_silences_is_not_on_the_edges(bench):
    model = bench.write("m.yaml", SIGNS)
    for what, _, edges in _read_all(bench, model, "--layers", "diplomacy=0"):
        pair = edges["IND", "PAK"]
        equal((pair["layers"], "tension_diplomacy" in pair, pair["tension"]), ("security 0.4", False, 0), f"edge by {what}")


def recorded_influence_is_kept_in_both_directions(bench):
    model = bench.write("m.yaml", SIGNS + "influence:\n  - {of: PAK, over: AFG, strength: 0.7}\n"
                        "  - {of: AFG, over: PAK, strength: 0.1}\n  - {of: USA, over: IND, strength: 0.9}\n"
                        "  - {of: IND, over: USA, strength: 0}\n  - {of: GBR, over: IND, strength: 0}\n"
                        "groups: {USA: {}, GBR: {}}\n")
    for what, _, edges in _read_all(bench, model):
        equal((edges["AFG", "PAK"]["a_over_b"], edges["AFG", "PAK"]["b_over_a"]), (0.1, 0.7), f"both ways by {what}")
        alone = edges["IND", "USA"]
        equal([alone[key] for key in ("kind", "weight", "a_over_b", "b_over_a", "cooperation", "tension")],
              ["influence", 0.9, 0, 0.9, 0, 0], f"influence without a relation, by {what}")
        check("a_over_b" not in edges["AFG", "IND"], f"influence where none is recorded, by {what}")
        check(("GBR", "IND") not in edges, f"an edge of nothing, by {what}")


def trap_19_signs_stand_apart_and_no_edge_has_a_bare_weight_of_0(bench):
    model = bench.write("m.yaml", SIGNS)
    wanted = {("AFG", "IND"): (0.8, 0, 0.8), ("AFG", "PAK"): (0, 0.8, -0.8), ("IND", "PAK"): (0.4, 0.4, 0)}
    for what, _, edges in _read_all(bench, model):
        seen = {pair: tuple(edge[number] for number in NUMBERS[:3]) for pair, edge in edges.items()}
        equal(seen, wanted, f"pairs by {what}")
        equal([bool(edges[pair]["ambivalent"]) for pair in sorted(edges)], [False, False, True], f"ambivalent by {what}")
        check(all(edge["weight"] > 0 for edge in edges.values()), f"a weight that is not above 0, by {what}")
    dot = _convert(bench, model, "x.dot").read_text("utf-8")
    equal(sorted(re.findall(r'"(\w+)" -- "(\w+)"', dot)), sorted(wanted), "pairs in DOT")
    check(not re.search(r"\bweight=", dot), "a bare weight in DOT")
    rows = {row["id"]: row for row in _whole(bench, model)["vertices"]}
    equal(len(rows), 3, "vertices in JSON")


def trap_18_what_is_undefined_is_left_out_of_the_networks(bench):
    model = bench.write("m.yaml", HEAD + "countries: {A: {}, B: {}, FOE: {}, LON: {}}\nties:\n"
                        "  - {between: [A, B], layer: security, stance: partners}\n"
                        "  - {between: [A, FOE], layer: security, stance: hostile}\n"
                        "  - {between: [B, FOE], layer: security, stance: hostile}\n")
    for name in ("x.graphml", "x.gexf", "x.dot", "x.json"):
        text = _convert(bench, model, name).read_text("utf-8")
        check(not re.search(r"\b(nan|inf)\b", text, re.IGNORECASE), f"{name} holds what is no number")
    for what, nodes, _ in _read_all(bench, model):
        equal("cluster" in nodes["LON"], False, f"cluster of one that is unattached, by {what}")
        equal([nodes[id].get("cluster") for id in ("A", "B")], [1, 1], f"clusters by {what}")


def numbers_in_the_networks_are_finite(bench):
    for what, nodes, edges in _read_all(bench, HEART_OF_ASIA):
        for values in (*nodes.values(), *edges.values()):
            check(all(math.isfinite(value) for value in values.values() if isinstance(value, float)), what)


def the_xml_is_sound_and_declares_every_key_that_it_uses(bench):
    for model in (*MODELS.values(), _model_of_names(bench)):
        graphml, gexf = (_convert(bench, model, name) for name in ("x.graphml", "x.gexf"))
        tool("xmllint", "--noout", graphml, gexf)
        root = ElementTree.parse(graphml).getroot()
        space = "{http://graphml.graphdrawing.org/xmlns}"
        keys = {(key.get("for"), key.get("id")) for key in root.iter(space + "key")}
        equal(len(keys), len(list(root.iter(space + "key"))), "keys declared once")
        for kind in ("node", "edge"):
            for item in root.iter(space + kind):
                used = [datum.get("key") for datum in item]
                check(len(used) == len(set(used)) and all((kind, key) in keys for key in used), f"keys of a {kind}")


def spells_of_existence_go_into_the_timeline(bench):
    model = bench.write("m.yaml", HEAD + "countries:\n  A: {exists: [{to: 1938-03-12}, {from: 1955-07-27}]}\n  B: {}\n"
                        "ties: [{between: [A, B], layer: security, stance: close, from: 1960, to: 2020}]\n")
    root = ElementTree.parse(_convert(bench, model, "x.gexf")).getroot()
    space = "{http://www.gexf.net/1.2draft}"
    equal(root.find(space + "graph").get("mode"), "dynamic", "mode")
    spells = {node.get("id"): [spell.attrib for spell in node.iter(space + "spell")] for node in root.iter(space + "node")}
    equal(spells, {"A": [{"end": "1938-03-12"}, {"start": "1955-07-27"}], "B": []}, "spells of nodes")
    edges = [[spell.attrib for spell in edge.iter(space + "spell")] for edge in root.iter(space + "edge")]
    equal(edges, [[{"start": "1960-01-01", "end": "2020-12-31"}]], "spells of edges")


def names_read_as_typed_in_every_network(bench):
    model = _model_of_names(bench)
    for what, nodes, _ in _read_all(bench, model):
        for id, name in NAMES.items():
            equal(nodes[id]["label"], name, f"the name of {id} by {what}")
    equal({row["id"]: row["name"] for row in _whole(bench, model)["vertices"] if row["id"] in NAMES}, NAMES, "JSON")


def graphviz_draws_the_dot_and_shows_names_as_typed(bench):
    dot = _convert(bench, _model_of_names(bench), "x.dot")
    check("label=<" not in dot.read_text("utf-8"), "a label that is HTML")
    drawn = tool("dot", "-Tsvg", dot)
    bench.write("x.svg", drawn)
    tool("xmllint", "--noout", bench.path("x.svg"))
    texts = [text.text for text in ElementTree.fromstring(drawn).iter("{http://www.w3.org/2000/svg}text")]
    for name in NAMES.values():
        for line in name.split("\n"):
            check(any(" ".join((text or "").split()) == " ".join(line.split()) for text in texts), f"{line!r} in {texts}")


def dot_shows_the_sign_by_the_line(bench):
    dot = _convert(bench, bench.write("m.yaml", SIGNS), "x.dot").read_text("utf-8")
    styles = dict(re.findall(r'"AFG" -- "(\w+)" \[style=(\w+)', dot))
    equal(styles, {"PAK": "dashed", "IND": "solid"}, "styles")
    contains(dot, 'color="black:white:black"', "the ambivalent pair has a double line")
    for model in MODELS.values():
        tool("dot", "-Tsvg", _convert(bench, model, "y.dot"), "-o", bench.path("y.svg"))
        tool("xmllint", "--noout", bench.path("y.svg"))


# ---- JSON ----

def json_holds_the_envelope_the_relations_and_every_record(bench):
    for model in MODELS.values():
        document = read_json(_convert(bench, model, "x.json").read_text("utf-8"))
        equal(list(document), ["entente", "command", "model", "lens", "result"], "the envelope")
        equal(document["command"], "convert", "command")
        result = document["result"]
        shown = bench.result("show", model)
        equal(len(result["vertices"]), sum(shown["coverage"]["vertices"].values()), "vertices")
        equal(len(result["relations"]), shown["coverage"]["relations"], "relations")
        for row in result["relations"]:
            close(row["net"], row["cooperation"] - row["tension"], "net", EXACT)
            close(row["trust"], row["cooperation"] * (1 - row["tension"]), "trust", EXACT)
        for record in result["records"]:
            check({"kind", "vertices", "layer", "from", "to", "value", "confidence", "note", "evidence"} <= set(record),
                  f"fields of {record}")
        counted = [record for record in result["records"] if record["kind"] not in ("border", "capability")]
        equal(len(counted) + len(result["remarks"]), shown["coverage"]["records"], "records")


def json_tells_each_kind_of_record_as_resolved(bench):
    model = bench.write("m.yaml", HEAD + """sources: {s: {title: Study}}
countries: {A: {name: Aland, capability: [{value: 2, reach: global, from: 2000}]}, B: {}, C: {}}
organisations: {O: {effectiveness: weak, members: {observer: [A]}}}
ties: [{between: [B, Aland], layer: security, stance: war, from: 1999-05, to: 1999-07, half_life: 5, evidence: [{source: s, at: p. 1}]}]
influence: [{of: Aland, over: B, strength: strong, confidence: high}]
refusals: [{by: A, on: [A, B, C], who: [O]}]
borders: [[A, B]]
concerns: {water: {held_by: {A: decisive}}}
""")
    records = {record["kind"]: record for record in _whole(bench, model)["records"]}
    tie = records["tie"]
    equal([tie[key] for key in ("vertices", "layer", "from", "to", "value", "confidence", "half_life")],
          [["A", "B"], "security", "1999-05-01", "1999-07-31", -1, 0.6, 5], "the tie")
    equal(tie["evidence"], [{"source": "s", "at": "p. 1", "note": None, "disputes": False}], "its evidence")
    equal([records["influence"][key] for key in ("vertices", "value", "confidence")], [["A", "B"], 0.8, 0.9], "influence")
    equal([records["membership"][key] for key in ("vertices", "value")], [["A", "O"], "observer"], "membership")
    equal([records["effectiveness"][key] for key in ("vertices", "value")], [["O"], 0.2], "effectiveness")
    equal([records["refusal"][key] for key in ("by", "on", "who")], ["A", ["A", "B", "C"], ["O"]], "refusal")
    equal([records["capability"][key] for key in ("value", "reach", "from")], [2, "global", "2000-01-01"], "capability")
    equal([records["concern"][key] for key in ("concern", "vertices", "value")], ["water", ["A"], 1], "concern")
    equal(records["border"]["vertices"], ["A", "B"], "border")


# ---- all formats ----

def the_bytes_are_the_same_for_any_locale_and_order_of_records(bench):
    rows = SIGNS.split("ties:\n")
    ties = rows[1].splitlines()
    wanted = None
    for seed, locale in enumerate(("C", "de_DE.UTF-8", "ru_RU.UTF-8", "tr_TR.UTF-8", "nonsense")):
        random.Random(seed).shuffle(ties)
        model = bench.write("m.yaml", rows[0] + "ties:\n" + "\n".join(ties) + "\n")
        seen = {}
        for name in ("x.graphml", "x.gexf", "x.dot", "x.csv"):
            bench.good("convert", model, "-o", name, env={"LC_ALL": locale})
            files = sorted(bench.path(name).iterdir()) if name == "x.csv" else [bench.path(name)]
            seen.update({path.name: path.read_bytes() for path in files})
        wanted = wanted or seen
        equal(seen, wanted, f"bytes under {locale}")


def a_scenario_changes_what_is_converted(bench):
    scenario = bench.write("s.yaml", "entente: 1\nscenario: Thaw\nchanges:\n"
                           "  - set_tie: {between: [AFG, PAK], layer: security, stance: close}\n")
    model = bench.write("m.yaml", SIGNS)
    for what, _, edges in _read_all(bench, model, "--scenario", scenario):
        close(edges["AFG", "PAK"]["cooperation"], 0.6, f"cooperation by {what}", EXACT)
        equal(edges["AFG", "PAK"]["tension"], 0, f"tension by {what}")
    contains(bench.path("x.graphml").read_text("utf-8"), "scenario: Thaw", "what the graph says of itself")


def an_unknown_ending_is_2_and_all_endings_are_told(bench):
    for output in (["-o", "x.txt"], ["-o", "x"], ["-o", "x.GRAPHML"], ["-o", "csv"], [], ["-o", ""], ["-o", "."]):
        run = bench.run("convert", REGION, *output)
        run.expect(2, ".graphml", ".gexf", ".dot", ".json", ".csv")
    equal(bench.files(), [], "files left")


def options_that_do_not_concern_it_are_2(bench):
    for words in (["--draws", "10"], ["--format", "json"], ["--profile", "power"], ["AFG"]):
        bench.run("convert", REGION, "-o", "x.json", *words).expect(2)
    equal(bench.files(), [], "files left")


def the_model_is_not_written_over(bench):
    model = bench.write("m.json", SIGNS)
    bench.run("convert", model, "-o", "m.json").expect(2, "not written over")
    equal(model.read_text(), SIGNS, "the model")


def what_cannot_be_written_is_3_and_leaves_nothing(bench):
    bench.write("file", "x")
    for ending in ("graphml", "gexf", "dot", "json", "csv"):
        for folder in ("missing", "file", "/proc"):
            bench.run("convert", REGION, "-o", f"{folder}/x.{ending}").expect(3, f"{folder}/x.{ending}")
    equal(bench.files(), ["file"], "files left")
    check(not os.path.exists("/proc/x.csv"), "a folder in /proc")

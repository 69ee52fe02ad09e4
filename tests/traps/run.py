#!/usr/bin/env python3
"""The traps: inputs on which, by public reports, tools like this one fell, and the right behaviour.

    run.py BINARY

A case bears the number of its report and says what is right. Numbers left out belong to parts of the program that are
tested where they live, or are yet to come.
"""
import os
import random
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as XML
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "cli")]

import bench as benches
from bench import Skip, check, close, contains, equal, read_json, tool
from briefing import Page, faults_of_page
import tables

DIAGNOSTIC = re.compile(r"^(\S[^\n]*?):(\d+):(\d+): (error|warning): (.*)$", re.M)
BASE = """entente: 1
title: Case
as_of: 2016-07-18
layers: {security: {}, diplomacy: {}}
countries: {AFG: {name: Afghanistan}, PAK: {name: Pakistan}, IND: {name: India}}
"""
COMMANDS = (["check"], ["show"], ["clusters"], ["tensions"], ["brokers", "--all"], ["roles"])


def _model(ties="", countries="{A: {}, B: {}, C: {}}", more=""):
    head = f"entente: 1\ntitle: Case\nas_of: 2016-07-18\nlayers: {{security: {{}}, diplomacy: {{}}}}\ncountries: {countries}\n"
    return head + more + (f"ties:\n{ties}" if ties else "")


def _weights(rows, layer="security"):
    return "".join(f"  - {{between: [{a}, {b}], layer: {layer}, weight: {weight}}}\n" for a, b, weight in rows)


def _diagnostics(run, severity="error"):
    """(file, line, column, message) of each."""
    return [(file, int(line), int(column), message) for file, line, column, kind, message in DIAGNOSTIC.findall(run.errors)
            if kind == severity]


def _one_error(run, place=None):
    run.expect(1)
    found = _diagnostics(run)
    equal(len(found), 1, f"errors of {run}")
    if place:
        equal(found[0][1:3], place, f"place of {run}")
    return found[0]


def _cooperation(bench, model, a, b):
    return bench.result("brokers", model, a, b)["pairs"][0]["cooperation"]


# 1: a key written twice

def trap_1_an_id_twice_in_an_included_file_is_an_error_at_the_second_that_names_the_first(bench):
    bench.write("forums.yaml", """organisations:
  SCO: {name: Shanghai Cooperation Organization, members: {member: [PAK, IND]}}
  ECO: {name: Economic Cooperation Organization, members: {member: [PAK, AFG]}}
  SCO: {name: SCO, members: {member: [AFG]}}
""")
    run = bench.run("check", bench.write("base.yaml", BASE + "include: [forums.yaml]\n").name)
    file, line, column, message = _one_error(run)
    equal((file, line, column), ("forums.yaml", 4, 3), "place")
    check("SCO" in message and re.search(r"\b2\b", message), f"the first is not named: {message}")


def trap_1_a_section_twice_is_an_error_at_the_second(bench):
    run = bench.run("check", bench.write("base.yaml", BASE + "layers: {economy: {}}\n"))
    message = _one_error(run, (6, 1))[3]
    check("layers" in message and re.search(r"\b4\b", message), f"the first is not named: {message}")


def trap_1_a_key_twice_in_a_flow_map_is_an_error(bench):
    tie = "ties:\n  - {between: [IND, PAK], layer: security, stance: war, from: 1999-05, from: 2001}\n"
    message = _one_error(bench.run("check", bench.write("base.yaml", BASE + tie)), (7, 72))[3]
    contains(message, "from", "message")


# 2: codes that look like words

CODES = "{NO: {name: Norway}, NA: {name: Namibia}, ON: {name: Onland}, Y: {name: Yland}, null: {name: Nulland}, 002: {}, 1e5: {}}"


def trap_2_ids_that_look_like_words_are_text_as_written(bench):
    ties = "".join(f"  - {{between: [NO, {other}], layer: security, stance: cordial}}\n"
                   for other in ("NA", "ON", "Y", "null", "002", "1e5"))
    model = bench.write("m.yaml", _model(ties, CODES))
    bench.good("check", model)
    for other, named in (("NA", "Namibia"), ("ON", "Onland"), ("Y", "Yland"), ("null", "Nulland"), ("002", "002"), ("1e5", "1e5")):
        pair = bench.result("brokers", model, "NO", named)["pairs"][0]
        equal({pair["a"], pair["b"]}, {"NO", other}, f"NO and {named}")
        close(pair["cooperation"], 0.2, f"cooperation of NO and {other}")
    contains(bench.good("show", model, "NO", "NA").text, "Namibia", "show NO NA")
    _one_error(bench.run("check", bench.write("twice.yaml", _model("", "{002: {}, 2: {}, 0x2: {}, '002': {}}"))))


def trap_2_a_missing_stance_is_an_error_and_not_0(bench):
    for value in (", stance: ", ", stance: ''", ""):
        tie = f"  - {{between: [ON, Y], layer: security{value}}}\n"
        found = _one_error(bench.run("check", bench.write("m.yaml", _model(tie, CODES))))
        equal(found[1], 7, "line")


# 4: files cut off, deep, or with a slip

def _slip(bench, text, place=None, seconds=5):
    run = bench.run("check", bench.write("m.yaml", text), timeout=seconds)
    found = _one_error(run, place)
    lines = text.split("\n")
    check(1 <= found[1] <= len(lines) and 1 <= found[2] <= len(lines[found[1] - 1]) + 1, f"a place outside the file: {found}")


def trap_4_a_file_cut_off_is_one_error(bench):
    _slip(bench, "ties: [{between: [IND, PAK")
    _slip(bench, "[:")
    _slip(bench, "{# k\ny{:")


def trap_4_deep_nesting_is_one_error(bench):
    _slip(bench, "[" * 100_000)
    _slip(bench, "- " * 50_000)
    _slip(bench, "{a: " * 50_000)
    _slip(bench, "".join(" " * depth + "a:\n" for depth in range(500)))


def trap_4_a_tab_is_an_error_where_it_stands(bench):
    _slip(bench, "entente: 1\ntitle: T\nas_of: 2016\ncountries:\n\tAFG: {name: Afghanistan}\n", (5, 1))


def trap_4_a_missing_colon_is_an_error_on_its_line(bench):
    text = "entente: 1\ntitle: T\nas_of: 2016\ncountries:\n  AFG {name: Afghanistan}\n  PAK: {name: Pakistan}\n"
    run = bench.run("check", bench.write("m.yaml", text))
    equal(_one_error(run)[1], 5, f"line of {run}")


def trap_4_an_unclosed_quote_is_an_error_where_it_opens(bench):
    ties = "".join(f"  - {{between: [AFG, PAK], layer: security, stance: cool, from: {1900 + year}, to: {1900 + year}}}\n"
                   for year in range(40))
    text = "entente: 1\ntitle: \"Heart of Asia\nas_of: 2016\ncountries: {AFG: {}, PAK: {}}\nlayers: {security: {}}\nties:\n"
    _slip(bench, text + ties, (2, 8))


# 5: marks and encodings

def trap_5_the_mark_of_utf_8_is_read_over(bench):
    model = bench.write("m.yaml", b"\xef\xbb\xbf" + BASE.replace("\n", "\r\n").encode() +
                        b"ties: [{between: [AFG, PAK], layer: security, stance: strained}]\r\n")
    close(bench.result("brokers", model, "AFG", "PAK")["pairs"][0]["tension"], 0.4, "tension")


def trap_5_utf_16_is_one_plain_error(bench):
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        mark = {"utf-16": b"", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}[encoding]
        run = bench.run("check", bench.write("m.yaml", mark + BASE.encode(encoding))).expect(1, "UTF-16", "UTF-8")
        equal(run.errors.count("error:"), 1, f"errors of {run}")


def trap_5_bytes_that_are_no_utf_8_are_an_error(bench):
    for text in (BASE.encode() + b"marking: caf\xe9\n", BASE.encode() + b"marking: \xed\xa0\x80\n", BASE.encode() + b"marking: a\0b\n"):
        equal(_one_error(bench.run("check", bench.write("m.yaml", text)))[1], 6, "line")


# 10: a tie is symmetric

STATES = "{USA: {name: United States}, JPN: {name: Japan}, KOR: {name: South Korea}}"


def _alliances(*pairs):
    return "".join(f"  - {{between: [{a}, {b}], layer: security, stance: partners, from: 1951-09-08}}\n" for a, b in pairs)


def trap_10_a_tie_counts_from_both_sides_and_once(bench):
    for pairs in ([("USA", "JPN"), ("JPN", "USA")], [("USA", "JPN")], [("JPN", "USA")]):
        model = bench.write("m.yaml", _model(_alliances(*pairs), STATES))
        for a, b in (("USA", "JPN"), ("JPN", "USA")):
            close(_cooperation(bench, model, a, b), 0.8, f"cooperation of {a} and {b} from {pairs}")
            contains(bench.good("show", model, a, b).text, "0.8", f"show {a} {b}")


def trap_10_both_directions_in_one_layer_are_a_warning(bench):
    run = bench.run("check", bench.write("m.yaml", _model(_alliances(("USA", "JPN"), ("JPN", "USA")), STATES))).expect(0)
    warned = [one for one in _diagnostics(run, "warning") if "overlap" in one[3]]
    equal([one[1] for one in warned], [8], f"lines warned of an overlap: {run.errors}")


def trap_10_a_tie_to_itself_is_an_error(bench):
    run = bench.run("check", bench.write("m.yaml", _model(_alliances(("USA", "JPN"), ("USA", "USA")), STATES)))
    found = _one_error(run)
    check(found[1] == 8 and "itself" in found[3], f"{found}")


def trap_10_influence_stays_directed(bench):
    more = "influence: [{of: USA, over: JPN, strength: strong}, {of: USA, over: KOR, strength: strong}]\n"
    ties = _alliances(("USA", "JPN"), ("USA", "KOR"), ("JPN", "KOR"))
    model = bench.write("m.yaml", _model(ties, STATES, more))
    close(bench.result("brokers", model, "JPN", "KOR")["candidates"][0]["leverage"], 0.8, "leverage of the USA")
    close(bench.result("brokers", model, "USA", "KOR")["candidates"][0]["leverage"], 0, "leverage of Japan")
    equal(bench.result("brokers", model, "JPN", "KOR")["candidates"][0]["dependent_on"], [], "the USA depends on")
    equal(bench.result("brokers", model, "USA", "KOR")["candidates"][0]["dependent_on"], ["USA"], "Japan depends on")


# 12: names

NAMES = """{NER: {name: Niger}, NGA: {name: Nigeria}, GIN: {name: Guinea}, GNB: {name: Guinea-Bissau},
  GNQ: {name: Equatorial Guinea}, TUR: {name: Türkiye, aliases: [Turkey]}, SWZ: {name: Eswatini, aliases: [Swaziland]},
  XKX: {name: Kosovo, aliases: [KSV, UNK]}, COD: {name: DR Congo, aliases: [Congo]}, COG: {name: Congo Republic%s}}"""


def _names(bench):
    return bench.write("m.yaml", _model(_weights([("Turkey", "Niger", 0.5), ("KSV", "UNK", 0.5)][:1]), NAMES % ""))


def trap_12_a_shared_alias_is_an_error_at_the_second_place(bench):
    run = bench.run("check", bench.write("m.yaml", _model("", NAMES % ", aliases: [Congo]")))
    found = _one_error(run)
    lines = _model("", NAMES % ", aliases: [Congo]").split("\n")
    equal(found[1:3], (7, lines[6].rindex("Congo]") + 1), f"place of {run}")
    contains(found[3], "COD", "the first that bears it")


def trap_12_a_name_is_exact_and_never_the_next_best(bench):
    model = _names(bench)
    for name, wanted in (("Niger", "NER"), ("Nigeria", "NGA"), ("Guinea", "GIN"), ("Swaziland", "SWZ"), ("UNK", "XKX"),
                         ("KSV", "XKX"), ("Kosovo", "XKX"), ("Congo", "COD"), ("Turkey", "TUR"), ("Türkiye", "TUR"),
                         ("Tu\u0308rkiye", "TUR")):
        equal(bench.result("show", model, name)["id"], wanted, f"show {name}")


def trap_12_a_near_miss_is_an_error_that_offers_the_nearest(bench):
    model = _names(bench)
    for slip, near in (("Nigerr", "Niger"), ("niger", "Niger"), ("NIGERIA", "Nigeria"), ("Equatorial Guineaa", "Equatorial Guinea")):
        run = bench.run("show", model, slip).expect(2, f"'{slip}'", f"'{near}'")
        equal(run.bytes, b"", "standard output")


def trap_12_two_names_of_one_are_no_pair(bench):
    model = _names(bench)
    bench.run("brokers", model, "Turkey", "Türkiye").expect(2, "TUR")
    bench.run("brokers", model, "KSV", "UNK").expect(2, "XKX")
    tie = _weights([("KSV", "UNK", 0.5)])
    contains(_one_error(bench.run("check", bench.write("t.yaml", _model(tie, NAMES % ""))))[3], "itself", "message")


# 14: betweenness on weights

def _betweenness(bench, rows, names):
    countries = "{" + ", ".join(f"{name}: {{}}" for name in names) + "}"
    model = bench.write("m.yaml", _model(_weights(rows), countries))
    return {actor["id"]: actor["betweenness"] for actor in bench.result("roles", model)["actors"]}


TWO_WAYS = [("A", "B", 0.2), ("B", "C", 0.25), ("C", "Z", 0.4), ("A", "D", 0.2), ("D", "E", 0.4), ("E", "Z", 0.25)]
BETWEEN_TWO_WAYS = {"A": 1, "B": 1.5, "C": 2.5, "D": 1.5, "E": 2.5, "Z": 3}


def trap_14_a_ring_of_allies_shares_its_ways(bench):
    found = _betweenness(bench, [("A", "B", 1), ("B", "C", 1), ("C", "D", 1), ("D", "A", 1)], "ABCD")
    equal(found, dict.fromkeys("ABCD", 0.5), "betweenness")


def trap_14_where_all_are_allied_nobody_is_between(bench):
    found = _betweenness(bench, [(a, b, 1) for a in "ABCD" for b in "ABCD" if a < b], "ABCD")
    equal(found, dict.fromkeys("ABCD", 0), "betweenness")


def trap_14_ways_of_one_product_are_equal_in_any_order_of_the_rows(bench):
    for rows in (TWO_WAYS, TWO_WAYS[::-1], [(b, a, weight) for a, b, weight in TWO_WAYS]):
        equal(_betweenness(bench, rows, "ABCDEZ"), BETWEEN_TWO_WAYS, "betweenness")


def trap_14_a_tiny_weight_is_no_crash(bench):
    found = _betweenness(bench, TWO_WAYS + [("Z", "Y", "0.00000000000000000000001")], "ABCDEYZ")
    check(all(0 <= value < 100 for value in found.values()), f"betweenness {found}")
    equal(found["Y"], 0, "betweenness of the last")
    found = _betweenness(bench, TWO_WAYS + [("Z", "Y", "0.00000001")], "ABCDEYZ")
    equal(found["Z"], BETWEEN_TWO_WAYS["Z"] + 5, "betweenness of whom Y trusts a little")


# 15: clusters do not depend on the order

def _two_cliques():
    rows = [(a, b, 0.12) for group in ("abcde", "uvwxy") for a in group for b in group if a < b]
    return rows + [("e", "m", 1), ("m", "u", 0.12)]


def trap_15_the_best_clusters_are_found_whatever_the_order(bench):
    names = list("abcdeuvwxym")
    chance, outputs = random.Random(15), set()
    for shuffle in range(6):
        rows = _two_cliques()
        if shuffle:
            chance.shuffle(rows)
            chance.shuffle(names)
            rows = [(b, a, w) if chance.random() < 0.5 else (a, b, w) for a, b, w in rows]
        countries = "{" + ", ".join(f"{name}: {{}}" for name in names) + "}"
        answer = bench.json("clusters", bench.write("m.yaml", _model(_weights(rows), countries)))
        result = answer["result"]
        equal([[one["id"] for one in cluster["members"]] for cluster in result["clusters"]],
              [list("uvwxy"), list("abcd"), list("em")], "clusters")
        close(result["modularity"], 0.4906379132, "modularity", tolerance=5e-11)
        equal(result["unattached"], [], "unattached")
        del answer["model"]["files"]
        outputs.add(str(answer))
    equal(len(outputs), 1, "different outputs of one model in six orders")


def trap_15_a_file_by_another_name_gives_the_same(bench):
    countries = "{" + ", ".join(f"{name}: {{}}" for name in "abcdeuvwxym") + "}"
    texts = set()
    for name in ("one.yaml", "two.yaml"):
        bench.write(name, _model(_weights(_two_cliques()), countries))
        texts.add(bench.good("clusters", name, "--format", "csv").text)
    equal(len(texts), 1, "different outputs")


# 16: all ties negative

def trap_16_enemies_of_all_are_no_cluster_and_modularity_is_a_number(bench):
    ties = _weights([("X", "Y", -0.2), ("X", "Z", -0.4), ("Y", "Z", -0.8)])
    model = bench.write("m.yaml", _model(ties, "{X: {}, Y: {}, Z: {}}"))
    result = bench.result("clusters", model)
    equal((result["clusters"], result["unattached"]), ([], ["X", "Y", "Z"]), "clusters and unattached")
    close(result["modularity"], 0.3571428571, "modularity", tolerance=5e-11)
    for form in ("text", "markdown", "csv"):
        check("nan" not in bench.good("clusters", model, "--format", form).text.lower(), f"nan in {form}")
    for form in ("svg", "png", "pdf"):
        bench.good("draw", "clusters", model, "-o", f"clusters.{form}")
    tool("xmllint", "--noout", bench.path("clusters.svg"))


def trap_16_roles_of_enemies_are_null_or_zero(bench):
    ties = _weights([("X", "Y", -0.2), ("X", "Z", -0.4), ("Y", "Z", -0.8)])
    model = bench.write("m.yaml", _model(ties, "{X: {}, Y: {}, Z: {}}"))
    result = bench.result("roles", model)
    equal([actor["id"] for actor in result["actors"]], ["X", "Y", "Z"], "actors")
    for actor in result["actors"]:
        equal({value for key, value in actor.items() if key not in ("id", "constraint", "effective_size")}, {0}, "counts")
        equal((actor["constraint"], actor["effective_size"]), (None, None), "constraint and effective size")
    for form in ("text", "markdown", "csv"):
        check("nan" not in bench.good("roles", model, "--format", form).text.lower(), f"nan in {form}")


# 18: never NaN

ISOLATED = {
    "isolates": _model(_weights([("A", "B", 0.8), ("A", "FOE", -0.8), ("B", "FOE", -0.8)]), "{A: {}, B: {}, FOE: {}, LON: {}}"),
    "no ties": _model("", "{A: {}, B: {}}"),
    "one side": _model("", "{A: {}}"),
    "no sides": "entente: 1\ntitle: Case\nas_of: 2016\norganisations: {O: {}}\n",
    "nothing": "entente: 1\ntitle: Case\nas_of: 2016\n",
    "ties of 0": _model(_weights([("A", "B", 0), ("B", "C", 0)])),
    "tiny ties": _model(_weights([("A", "B", "0.00000000000000000000001"), ("B", "C", "-0.00000000000000000000001")])),
    "an empty forum": _model("", "{A: {}, B: {}}", "organisations: {O: {}, P: {members: {member: [A]}}, Q: {effectiveness: none, members: {member: [A, B]}}}\n"),
}


def trap_18_measures_of_isolates_are_null_or_numbers_and_every_output_stands(bench):
    for name, text in ISOLATED.items():
        model = bench.write("m.yaml", text)
        for words in COMMANDS[1:]:
            bench.json(words[0], model, *words[1:])
            for form in ("text", "csv", "markdown"):
                said = bench.good(words[0], model, *words[1:], "--format", form).text
                check(not re.search(r"(?<![a-z])-?(nan|inf)(?![a-z])", said.lower()), f"{name}: {words} in {form}: {said[:400]!r}")
        bench.good("check", model)
    model = bench.write("m.yaml", ISOLATED["isolates"])
    clusters = bench.result("clusters", model)
    equal([[one["id"] for one in cluster["members"]] for cluster in clusters["clusters"]], [["A", "B"]], "clusters")
    equal(clusters["unattached"], ["FOE", "LON"], "unattached")
    roles = {actor["id"]: actor for actor in bench.result("roles", model)["actors"]}
    for alone in ("LON", "FOE"):
        equal((roles[alone]["constraint"], roles[alone]["effective_size"]), (None, None), f"roles of {alone}")
    equal((roles["A"]["constraint"], roles["A"]["effective_size"]), (1, 1), "roles of one with one friend")
    tool("jq", ".", bench.write("r.json", bench.good("roles", model, "--format", "json").bytes))
    result = bench.result("brokers", model, "LON", "FOE")
    equal((result["candidates"], result["forums"], result["chain"]), ([], [], None), "brokers of isolates")
    tool("jq", ".", bench.write("x.json", bench.good("brokers", model, "A", "FOE", "--format", "json").bytes))


def trap_18_every_picture_and_briefing_of_an_empty_map_stands(bench):
    for name, text in ISOLATED.items():
        model = bench.write("m.yaml", text)
        for view in ("network", "clusters", "tensions", "matrix", "forums"):
            bench.good("draw", view, model, "-o", "x.svg")
            tool("xmllint", "--noout", bench.path("x.svg"))
            check(not re.search(r"[\"' ,(]-?(nan|inf)[\"' ,)]", bench.path("x.svg").read_text(encoding="utf-8")), f"nan in {view} of {name}")
        bench.good("brief", model, "-o", "b.html")
        tool("xmllint", "--noout", bench.path("b.html"))


# 19: negative ties are drawn

THREE = _weights([("AFG", "PAK", -0.8), ("AFG", "IND", 0.8), ("IND", "PAK", 0.4)]) + _weights([("IND", "PAK", -0.4)], "diplomacy")
SVG = "{http://www.w3.org/2000/svg}"


def _drawn_pairs(bench, *words):
    """(pair, whether its line is dashed) of each line between two vertices of a picture."""
    bench.good(*words, "--format", "svg", "-o", "p.svg")
    found = []
    for group in XML.parse(bench.path("p.svg")).iter(f"{SVG}g"):
        if group.get("class") != "edge":
            continue
        title = group.find(f"{SVG}title").text
        ends = tuple(code for code, name in (("AFG", "Afghanistan"), ("IND", "India"), ("PAK", "Pakistan")) if name in title)
        dashed = any(node.get("stroke-dasharray") for node in group.iter())
        if len(ends) == 2:
            found.append((ends, dashed))
    return found


def _three(bench):
    return bench.write("m.yaml", BASE + "ties:\n" + THREE)


def trap_19_negative_and_ambivalent_pairs_are_drawn_with_the_sign_as_a_line_style(bench):
    for more in ([], ["--min", "0.3"], ["--greyscale"]):
        drawn = _drawn_pairs(bench, "draw", "network", _three(bench), *more)
        check((("AFG", "PAK"), True) in drawn, f"the tension of 0.8 with {more}: {drawn}")
        check((("AFG", "IND"), False) in drawn, f"the tie of 0.8 with {more}: {drawn}")
        lines = {dashed for pair, dashed in drawn if pair == ("IND", "PAK")}
        check(lines, f"the ambivalent pair is not drawn with {more}: {drawn}")


def trap_19_the_ambivalent_pair_shows_both_sides(bench):
    drawn = _drawn_pairs(bench, "draw", "network", _three(bench), "--min", "0.3")
    equal({dashed for pair, dashed in drawn if pair == ("IND", "PAK")}, {True, False}, "lines of the ambivalent pair, dashed or not")


def trap_19_a_threshold_does_not_cut_the_negative(bench):
    drawn = {pair for pair, _ in _drawn_pairs(bench, "draw", "network", _three(bench), "--min", "0.5")}
    equal(drawn, {("AFG", "PAK"), ("AFG", "IND")}, "pairs of 0.5 and more")


def trap_19_the_legend_of_greyscale_tells_the_line_styles(bench):
    words = " ".join(XML.fromstring(bench.good("draw", "network", _three(bench), "--greyscale").bytes).itertext()).lower()
    check("tension" in words and "cooperation" in words, f"no legend: {words[:600]!r}")
    check("dash" in words, f"the legend does not tell the line style: {words[:900]!r}")


def trap_19_tensions_hold_the_ambivalent_pair(bench):
    rows = bench.result("tensions", _three(bench))
    equal([(row["a"], row["b"], row["ambivalent"]) for row in rows], [("AFG", "PAK", False), ("IND", "PAK", True)], "tensions")
    close(rows[1]["net"], 0, "net")
    bench.good("draw", "tensions", "m.yaml", "-o", "t.svg")
    words = " ".join(XML.parse(bench.path("t.svg")).getroot().itertext())
    check("IND" in words or "India" in words, "the ambivalent pair is not on the ladder")


# 21: names with markup

AWKWARD = ["Trinidad & Tobago", "R&amp;D Pact", "<Contact Group>", "Q \"Quad\" 'x'"]


def _awkward(bench):
    def quoted(name):
        return "'" + name.replace("'", "''") + "'"

    return bench.write("m.yaml", f"""entente: 1
title: 'Cases & <more>'
as_of: 2016-07-18
sources: {{s: {{title: 'S & T <u>', url: "https://example.org/?a=1&b=2"}}}}
layers: {{security: {{}}}}
countries: {{TTO: {{name: {quoted(AWKWARD[0])}}}, AFG: {{}}, PAK: {{}}}}
organisations:
  RD: {{name: {quoted(AWKWARD[1])}, members: {{member: [TTO, AFG]}}, evidence: [{{source: s, at: 'p. <1> & 2'}}]}}
mechanisms:
  CG: {{name: {quoted(AWKWARD[2])}, members: {{member: [TTO, AFG, PAK]}}}}
  Q: {{name: {quoted(AWKWARD[3])}, members: {{member: [TTO, PAK]}}}}
ties:
  - {{between: [TTO, AFG], layer: security, stance: close, evidence: [{{source: s}}]}}
  - {{between: [TTO, PAK], layer: security, stance: close}}
  - {{between: [AFG, PAK], layer: security, stance: hostile}}
  - {{between: [RD, PAK], layer: security, stance: strained}}
""")


def _shown(text):
    """Every run of words as shown, however it is broken into lines."""
    return " ".join(" ".join(XML.fromstring(text).itertext()).split())


def trap_21_names_with_markup_read_as_typed_on_every_picture(bench):
    model = _awkward(bench)
    for view, names in (("network", AWKWARD[:1]), ("forums", AWKWARD), ("clusters", AWKWARD[:1]), ("matrix", []), ("tensions", []),
                        ("brokers", AWKWARD[:1])):
        more = ["AFG", "PAK"] if view == "brokers" else []
        bench.good("draw", view, model, *more, "-o", "x.svg")
        tool("xmllint", "--noout", bench.path("x.svg"))
        shown = _shown(bench.path("x.svg").read_bytes())
        for name in names:
            contains(shown, name, view)
        for form in ("png", "pdf"):
            bench.good("draw", view, model, *more, "-o", f"x.{form}")
    bench.good("draw", "forums", model, "-o", "f.pdf")
    words = " ".join(tool("pdftotext", bench.path("f.pdf"), "-").split())
    for name in AWKWARD:
        contains(words, name, "words of the PDF")


def trap_21_names_with_markup_read_as_typed_in_the_briefing(bench):
    bench.good("brief", _awkward(bench), "-o", "b.html")
    tool("xmllint", "--noout", bench.path("b.html"))
    page = Page(bench.path("b.html").read_text(encoding="utf-8"))
    for name in (*AWKWARD, "Cases & <more>", "S & T <u>", "p. <1> & 2"):
        contains(page.text, name, "the page")
    links = [attributes.get("href") for tag, attributes in page.elements if tag == "a"]
    contains(links, "https://example.org/?a=1&b=2", "links")


def trap_21_names_with_markup_come_through_dot(bench):
    bench.good("draw", "forums", _awkward(bench), "-o", "x.dot")
    svg = subprocess.run(["neato", "-n2", "-Tsvg", bench.path("x.dot")], capture_output=True, timeout=60)
    equal(svg.returncode, 0, f"neato, which said {svg.stderr[:300]!r}")
    shown = _shown(svg.stdout)
    for name in AWKWARD:
        contains(shown, name, "the picture that Graphviz makes of the dot file")


def trap_21_names_with_markup_stay_in_text_and_json(bench):
    model = _awkward(bench)
    contains(bench.good("show", model, "TTO").text, AWKWARD[0], "text")
    equal(bench.result("brokers", model, "AFG", "TTO")["forums"][0]["name"] in AWKWARD, True, "a forum's name in JSON")


# 23: right to left, wide, and invisible letters

PERSIAN = "سازمان همکاری‌های شانگهای"


def _persian(bench, ties="", title="Case", more=""):
    return bench.write("m.yaml", BASE.replace("Case", title) + f"""organisations:
  SCO: {{name: "{PERSIAN}", aliases: [上海合作组织], members: {{member: [PAK, IND], observer: [AFG]}}}}
{more}ties:
{ties}  - {{between: [AFG, PAK], layer: security, stance: cool}}
""")


def trap_23_persian_is_allowed_and_stands_in_logical_order(bench):
    model = _persian(bench)
    bench.run("check", model).expect(0)
    for view in ("forums", "network"):
        bench.good("draw", view, model, "-o", "x.svg")
        tool("xmllint", "--noout", bench.path("x.svg"))
    bench.good("draw", "forums", model, "-o", "x.svg")
    contains(_shown(bench.path("x.svg").read_bytes()), PERSIAN, "the picture")
    bench.good("draw", "forums", model, "-o", "x.png")
    equal(bench.result("show", model, "上海合作组织")["id"], "SCO", "the vertex of the Chinese alias")


def trap_23_the_box_is_wide_enough(bench):
    """A name in Persian is given no less room for a letter than half of what Latin is given."""
    widths = {}
    for name in (PERSIAN, "Shanghai Cooperation Organz"):
        text = _persian(bench).read_text(encoding="utf-8").replace(PERSIAN, name)
        svg = XML.fromstring(bench.good("draw", "forums", bench.write("w.yaml", text)).bytes)
        for group in svg.iter(f"{SVG}g"):
            if group.get("class") == "node" and name in " ".join("".join(group.itertext()).split()):
                outline = next((node.get("points") or node.get("d") for node in group.iter() if node.get("points") or node.get("d")), "")
                across = [float(number) for number in re.findall(r"-?[\d.]+(?=,)", outline)]
                widths[name] = max(across) - min(across) if across else 0
    equal(len(widths), 2, "names drawn in a box")
    check(widths[PERSIAN] >= 0.5 * max(widths.values()), f"widths: {widths}")


def trap_23_a_sentence_that_begins_in_persian_still_runs_from_left_to_right(bench):
    bench.good("draw", "brokers", benches.REGION, "ARD", "BEL", "-o", "x.pdf")
    page = XML.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", tool("pdftotext", "-bbox", bench.path("x.pdf"), "-")))
    words = [(float(word.get("yMin")), float(word.get("xMin")), word.text or "") for word in page.iter() if word.tag.endswith("word")]
    top, left, _ = next(word for word in words if word[2] == "broker")
    persian = [x for y, x, text in words if abs(y - top) < 8 and re.search("[\u0600-\u06ff\ufb50-\ufeff]", text)]
    check(persian, f"no Persian word in the title: {words[:20]}")
    check(max(persian) < left, f"the title's first word stands at {max(persian)}, right of its third at {left}")


def trap_23_an_id_is_ascii(bench):
    found = _one_error(bench.run("check", _persian(bench, more="mechanisms: {名: {members: {member: [AFG, PAK]}}}\n")))
    equal(found[1:3], (8, 14), "place")


def trap_23_an_override_is_refused(bench):
    for letter in "\u202e\u202a\u2066\u2069":
        found = _one_error(bench.run("check", _persian(bench, title=f"Ca{letter}se")))
        equal(found[1], 2, f"line of U+{ord(letter):04X}")
        check(letter not in bench.run("check", "m.yaml").errors, "the override reaches the terminal")


def trap_23_the_caret_stands_under_the_word_after_wide_letters(bench):
    tie = "  - {between: [上海合作组织, PKA], layer: security, stance: cool}\n"
    run = bench.run("check", _persian(bench, ties=tie))
    found = _one_error(run, (9, tie.index("PKA") + 1))
    check("'PKA'" in found[3] and "'PAK'" in found[3], f"message: {found[3]}")
    lines = run.errors.split("\n")
    shown = next(number for number, line in enumerate(lines) if "上海合作组织, PKA" in line)
    before = lines[shown][:lines[shown].index("PKA")]
    equal(lines[shown + 1].index("^"), sum(2 if letter > "⺀" else 1 for letter in before), "cells before the caret")


def trap_23_a_font_without_the_letters_is_said(bench):
    fonts = bench.path("fonts")
    fonts.mkdir()
    latin = subprocess.run(["fc-list", ":family=Noto Sans Mono:style=Regular", "file"], capture_output=True, text=True).stdout
    latin = latin.split(":")[0].strip() or next(
        (str(path) for path in Path("/usr/share/fonts").rglob("*Mono*.ttf")), "")
    if not latin:
        raise Skip("no font that lacks Persian letters")
    shutil.copy(latin, fonts)
    configuration = bench.write("fonts.conf", f"<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig>"
                                              f"<dir>{fonts}</dir><cachedir>{bench.path('cache')}</cachedir></fontconfig>")
    run = bench.run("draw", "forums", _persian(bench), "-o", "x.png", env={"FONTCONFIG_FILE": str(configuration)})
    run.expect(0)
    check("font" in run.errors.lower(), f"nothing is said of letters that no font holds: {run.errors!r}")


# 24: locales

def _locales(bench):
    """An environment each, of locales made for this run."""
    if not shutil.which("localedef"):
        raise Skip("localedef is missing (package locales)")
    made = bench.path("locales")
    made.mkdir()
    for name in ("de_DE", "ru_RU", "tr_TR"):
        done = subprocess.run(["localedef", "-i", name, "-f", "UTF-8", made / f"{name}.UTF-8"], capture_output=True, timeout=60)
        if not (made / f"{name}.UTF-8").is_dir():
            raise Skip(f"localedef cannot make {name}: {done.stderr.decode()[:200]}")
    environments = [{"LC_ALL": f"{name}.UTF-8", "LANG": f"{name}.UTF-8", "LOCPATH": str(made)} for name in ("de_DE", "ru_RU", "tr_TR")]
    proof = subprocess.run(["bash", "-c", "printf %.1f 0,5"], capture_output=True, env={**os.environ, **environments[0]})
    if proof.stdout != b"0,5":
        raise Skip("a locale made for the run has no effect")
    return [*environments, {"LC_ALL": "nonsense", "LANG": "nonsense"}, {"LC_ALL": "C.UTF-8"}, {"LC_NUMERIC": "de_DE.UTF-8", "LOCPATH": str(made)}]


def trap_24_every_locale_gives_the_same_bytes(bench):
    environments = _locales(bench)
    ties = _weights([("AFG", "PAK", -0.6), ("AFG", "IND", 0.65), ("PAK", "IND", 0.15)])
    model = bench.write("m.yaml", BASE + "ties:\n" + ties + "influence: [{of: AFG, over: IND, strength: 0.35}]\n")
    questions = [["brokers", model, "IND", "PAK", "--format", form] for form in ("json", "csv", "text", "markdown")]
    questions += [["tensions", model, "--layers", "diplomacy=0.5", "--format", "json"], ["clusters", model, "--resolution", "1.5"],
                  ["check", model], ["show", model, "AFG"], ["tensions", model, "--top", "0"], ["check", "missing.yaml"]]
    questions += [["draw", view, model, "--min", "0.1", "--format", form] for view in ("network", "matrix") for form in ("svg", "pdf", "png", "dot")]
    for words in questions:
        plain = bench.run(*words, env={"LC_ALL": "C"})
        for environment in environments:
            run = bench.run(*words, env=environment)
            check((run.status, run.bytes, run.errors) == (plain.status, plain.bytes, plain.errors),
                  f"{' '.join(map(str, words[1:]))} differs under {environment}: {run}")
    for environment in environments:
        bench.good("brief", model, "-o", "c.html", env={"LC_ALL": "C"})
        bench.good("brief", model, "-o", "l.html", env=environment)
        check(bench.path("c.html").read_bytes() == bench.path("l.html").read_bytes(), f"the briefing differs under {environment}")


# 25: too large a picture

def trap_25_too_large_a_png_is_an_error_that_says_what_works(bench):
    names = [f"c{number:03}" for number in range(1, 301)]
    ties = _weights([(a, b, 0.5) for a, b in zip(names, names[1:])])
    model = bench.write("m.yaml", _model(ties, "{" + ", ".join(f"{name}: {{}}" for name in names) + "}"))
    run = bench.run("draw", "network", model, "--format", "png", "--size", "400x400in", "-o", "big.png", timeout=120)
    run.expect(3, "too large for PNG", "svg", "size")
    equal(bench.files(), ["m.yaml"], "files left")


def trap_25_a_large_png_is_as_large_as_asked_and_not_shrunk(bench):
    bench.good("draw", "network", _three(bench), "--size", "60x40in", "-o", "big.png", timeout=120)
    header = bench.path("big.png").read_bytes()[16:24]
    equal((int.from_bytes(header[:4]), int.from_bytes(header[4:])), (60 * 192, 40 * 192), "pixels")


# 27: markup in labels

HOSTILE_NAME = "\"><img src=x onerror=alert(1)>"
HOSTILE_TEXT = "</script><script>alert(1)</script>"
HOSTILE_NOTE = "`${alert(1)}`"
HOSTILE_TITLE = "<!-- --><svg onload=alert(1)>"


def _hostile(bench, url="https://example.org/"):
    return bench.write("m.yaml", f"""entente: 1
title: '{HOSTILE_TITLE}'
as_of: 2016-07-18
marking: '{HOSTILE_TEXT}'
sources: {{s: {{title: '{HOSTILE_TITLE}', url: "{url}"}}}}
layers: {{security: {{label: '{HOSTILE_TEXT}'}}}}
countries: {{AFG: {{name: '{HOSTILE_NAME}', note: '{HOSTILE_NOTE}'}}, PAK: {{}}, K: {{name: '{HOSTILE_TEXT}'}}}}
mechanisms: {{M: {{name: 'javascript:alert(1)', members: {{member: [AFG, PAK, K]}}, note: '{HOSTILE_TEXT}'}}}}
concerns: {{c: {{label: '{HOSTILE_NAME}', held_by: {{AFG: strong, PAK: strong, K: strong}}}}}}
ties:
  - {{between: [AFG, PAK], layer: security, stance: hostile, evidence: [{{source: s, at: '{HOSTILE_NAME}', note: '{HOSTILE_NOTE}'}}]}}
  - {{between: [K, PAK], layer: security, stance: close, evidence: [{{source: s, at: '{HOSTILE_TEXT}', note: '{HOSTILE_TEXT}'}}]}}
  - {{between: [K, AFG], layer: security, stance: close}}
remarks: [{{about: [AFG], kind: threat, text: '{HOSTILE_TEXT}', evidence: [{{source: s}}]}}]
""")


def trap_27_a_url_that_is_not_http_is_an_error(bench):
    for url in ("javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", " javascript:alert(1)", "file:///etc/passwd"):
        run = bench.run("check", _hostile(bench, url))
        found = _one_error(run)
        check(found[1] == 5 and "http" in found[3], f"{found}")


def trap_27_markup_from_the_model_is_text_in_the_briefing(bench):
    for words in ([], ["AFG"], ["AFG", "PAK"]):
        bench.good("brief", _hostile(bench), *words, "-o", "b.html")
        tool("xmllint", "--noout", bench.path("b.html"))
        page = Page(bench.path("b.html").read_text(encoding="utf-8"))
        equal(list(faults_of_page(page)), [], "what runs or is fetched")
        check(not any(tag in ("img", "script") and "x" == attributes.get("src") for tag, attributes in page.elements), "an element of the model's")
        for piece in (HOSTILE_NAME, HOSTILE_TEXT, HOSTILE_NOTE, HOSTILE_TITLE):
            contains(page.text, piece, "the page")


def trap_27_markup_from_the_model_is_text_in_pictures(bench):
    for view, more in (("network", []), ("forums", []), ("brokers", ["AFG", "PAK"]), ("matrix", []), ("tensions", []), ("clusters", [])):
        bench.good("draw", view, _hostile(bench), *more, "-o", "x.svg")
        tool("xmllint", "--noout", bench.path("x.svg"))
        for node in XML.parse(bench.path("x.svg")).iter():
            name = str(node.tag).rsplit("}")[-1]
            check(name not in ("script", "image", "img", "foreignObject"), f"{view}: an element {name}")
            check(not any(key.startswith("on") for key in node.attrib), f"{view}: a handler in {node.attrib}")


def trap_27_markup_from_the_model_is_text_in_markdown(bench):
    bench.good("brief", _hostile(bench), "-o", "b.md")
    texts = {"the briefing": bench.path("b.md").read_text(encoding="utf-8")}
    texts["brokers"] = bench.good("brokers", "m.yaml", "AFG", "PAK", "--format", "markdown").text
    for what, text in texts.items():
        check(not re.search(r"(?<!\\)<(?:img|script|/script|svg|!--)", text), f"markup in {what}")
        check("](javascript:" not in text, f"a link to script in {what}")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    cases = [case for module in (sys.modules[__name__], tables) for case in benches.cases_of(module)]
    benches.run_cases(cases, sys.argv[1])


if __name__ == "__main__":
    main()

"""The lens: layers and the day change what is seen, by the numbers of METHOD 2 and 3."""
import datetime
import re

from bench import REGION, check, close, contains, equal

MODEL = """entente: 1
title: Lenses
as_of: 2020
layers: {s: {}, e: {salience: 0.5}}
countries: {A: {}, B: {}, K: {}, L: {from: 2010-06, to: 2015-02}}
groups: {T: {party: false}}
organisations:
  O: {effectiveness: 0.6, actor: true, members: {member: [A, B, K]}}
ties:
  - {between: [A, B], layer: s, weight: -0.8}
  - {between: [A, B], layer: e, weight: 0.4}
  - {between: [A, K], layer: s, weight: 0.6}
  - {between: [B, K], layer: e, weight: 0.8, from: 2001, to: 2019-03-15}
  - {between: [B, K], layer: s, weight: 0.5, from: 2019-03-16}
  - {between: [A, L], layer: s, weight: 0.5}
  - {between: [B, L], layer: s, weight: 0.5}
  - {between: [K, L], layer: s, weight: -0.8, from: 1999-05, to: 2012-07, half_life: 5}
  - {between: [T, B], layer: s, weight: -0.9}
influence: [{of: K, over: A, strength: 0.8, from: 2018}, {of: K, over: A, strength: 0.4}]
"""
# Three members and an effectiveness of 0.6 bind each two with 0.3, of which `forums` counts 0.4.
BOND = 0.4 * 0.3


def _pair(bench, *more, parties=("A", "B")):
    return bench.result("brokers", bench.write("m.yaml", MODEL), *parties, *more)["pairs"][0]


def _candidate(bench, name, *more):
    rows = bench.result("brokers", bench.write("m.yaml", MODEL), "A", "B", *more)["candidates"]
    return next((row for row in rows if row["id"] == name), None)


def the_model_without_a_lens(bench):
    pair = _pair(bench)
    cooperation = 1 - (1 - BOND) * (1 - 0.5 * 0.4)
    close(pair["cooperation"], cooperation, "cooperation")
    close(pair["tension"], 0.8, "tension")
    close(pair["net"], cooperation - 0.8, "net")
    equal(pair["ambivalent"], True, "ambivalent")


def a_layer_counts_as_much_as_the_lens_says(bench):
    for layers, cooperation, tension in (("e=1", 1 - (1 - BOND) * 0.6, 0.8), ("e=0", BOND, 0.8),
                                         ("s=0.25", 1 - (1 - BOND) * 0.8, 0.2), ("forums=0", 0.2, 0.8),
                                         ("forums=1", 1 - 0.7 * 0.8, 0.8), ("forums=1,e=0,s=0.5", 0.3, 0.4)):
        pair = _pair(bench, "--layers", layers)
        close(pair["cooperation"], cooperation, f"cooperation under {layers}")
        close(pair["tension"], tension, f"tension under {layers}")


def only_layers_silences_the_rest(bench):
    pair = _pair(bench, "--layers", "e=1", "--only-layers")
    close(pair["cooperation"], 0.4, "cooperation")
    equal(pair["tension"], 0, "tension")
    pair = _pair(bench, "--only-layers", "--layers=s=1")
    equal(pair["cooperation"], 0, "cooperation")
    close(pair["tension"], 0.8, "tension")


def a_silent_layer_leaves_no_tension(bench):
    model = bench.write("m.yaml", MODEL)
    pairs = [(row["a"], row["b"]) for row in bench.result("tensions", model)]
    equal(pairs, [("A", "B")], "tensions")
    equal(bench.result("tensions", model, "--layers", "s=0"), [], "tensions without security")


def forums_at_0_leave_the_table_and_the_ties_of_a_forum(bench):
    plain, silent = _candidate(bench, "K"), _candidate(bench, "K", "--layers", "forums=0")
    close(plain["convening"], 0.6, "convening")
    close(silent["convening"], 0.6, "convening with forums=0")
    check(silent["access"] < plain["access"], "access with forums=0")
    close(_pair(bench, "--layers", "forums=0", parties=("A", "O"))["cooperation"], 0.6, "a member and its forum")


def the_lens_is_told(bench):
    lens = bench.json("tensions", bench.write("m.yaml", MODEL), "--layers", "e=0.3,forums=0", "--as-of", "2015")["lens"]
    equal(lens["as_of"], "2015-12-31", "the day")
    equal(lens["layers"], {"s": 1, "e": 0.3, "forums": 0}, "the layers")
    equal(lens["scenarios"], [], "scenarios")
    lens = bench.json("tensions", "m.yaml", "--layers", "e=0.3", "--only-layers")["lens"]
    equal(lens["layers"], {"s": 0, "e": 0.3, "forums": 0}, "the layers with --only-layers")
    equal(bench.json("tensions", "m.yaml")["lens"]["as_of"], "2020-12-31", "the model's own day")


def text_names_the_lens(bench):
    model = bench.write("m.yaml", MODEL)
    for words in (["tensions", model], ["brokers", model, "A", "B"], ["clusters", model]):
        text = bench.good(*words, "--as-of", "2015-06", "--layers", "e=0.3").text
        check("2015" in text, f"{words[0]} does not tell its day: {text[:300]!r}")


def a_record_is_in_force_from_its_first_day_to_its_last(bench):
    for day, cooperation in (("2000", 0), ("2000-12-31", 0), ("2001-01-01", 0.4), ("2019-03-15", 0.4), ("2019-03-16", 0.5)):
        pair = _pair(bench, "--as-of", day, "--layers", "forums=0", parties=("B", "K"))
        close(pair["cooperation"], cooperation, f"cooperation of B and K on {day}")


def a_year_and_a_month_stand_for_their_last_day(bench):
    for short, long in (("2019", "2019-12-31"), ("2019-03", "2019-03-31"), ("2016-02", "2016-02-29")):
        model = bench.write("m.yaml", MODEL)
        equal(bench.json("tensions", model, "--as-of", short), bench.json("tensions", model, "--as-of", long), short)


def a_tie_fades_after_its_end(bench):
    last = datetime.date(2012, 7, 31)
    for day in ("2012-07-31", "2012-08-01", "2013-07-31", "2015-02-28"):
        since = (datetime.date.fromisoformat(day) - last).days
        pair = _pair(bench, "--as-of", day, parties=("K", "L"))
        close(pair["tension"], 0.8 * 0.5 ** (since / 365.25 / 5), f"tension of K and L on {day}")


def a_vertex_is_there_only_while_it_exists(bench):
    for day, there in (("2010-05-31", False), ("2010-06-01", True), ("2015-02-28", True), ("2015-03-01", False)):
        equal(_candidate(bench, "L", "--as-of", day) is not None, there, f"L a candidate on {day}")


def the_strongest_influence_in_force_counts(bench):
    close(_candidate(bench, "K", "--as-of", "2017")["leverage"], 0.2, "leverage in 2017")
    close(_candidate(bench, "K")["leverage"], 0.4, "leverage in 2020")


def a_profile_weighs_the_components(bench):
    tables = {"balanced": (0.40, 0.40, 0.20, 0, 0, 0), "precedent": (0.30, 0.30, 0.15, 0, 0, 0.25),
              "facilitator": (0.45, 0, 0.15, 0.25, 0.15, 0), "convenor": (0.30, 0.05, 0.45, 0.10, 0.10, 0),
              "power": (0.30, 0.55, 0.10, 0, 0.05, 0)}
    components = ("access", "leverage", "convening", "parity", "detachment", "standing")
    for name, weights in tables.items():
        result = bench.result("brokers", REGION, "ARD", "BEL", "--profile", name)
        equal(result["profile"]["name"], name, "profile")
        check(len(result["candidates"]) >= 3, f"{len(result['candidates'])} candidates")
        for row in result["candidates"]:
            score = sum(weight * row[component] for weight, component in zip(weights, components))
            close(row["score"], score, f"score of {row['id']} under {name}")
            close(sum(row["contributions"].values()), score, f"contributions of {row['id']} under {name}")
    own = bench.result("brokers", REGION, "ARD", "BEL", "--profile", "water-envoy")
    for row in own["candidates"]:
        close(row["score"], 0.5 * row["access"] + 0.2 * row["leverage"] + 0.3 * row["convening"], f"score of {row['id']}")


def kinds_choose_the_candidates(bench):
    everyone = bench.result("brokers", REGION, "ARD", "BEL")["candidates"]
    check({row["kind"] for row in everyone} >= {"country", "organisation"}, "candidates of both kinds")
    for kinds in ("country", "organisation", "country,organisation"):
        rows = bench.result("brokers", REGION, "ARD", "BEL", "--kinds", kinds)["candidates"]
        wanted = [row["id"] for row in everyone if row["kind"] in kinds.split(",")]
        equal([row["id"] for row in rows], wanted, kinds)


def top_keeps_the_first(bench):
    everyone = [row["id"] for row in bench.result("brokers", REGION, "ARD", "BEL")["candidates"]]
    for top in (1, 2, 100):
        rows = bench.result("brokers", REGION, "ARD", "BEL", "--top", top)["candidates"]
        equal([row["id"] for row in rows], everyone[:top], f"--top {top}")
    equal(len(bench.result("tensions", REGION, "--top", 2)), 2, "tensions with --top 2")
    whole = bench.good("tensions", REGION).text.splitlines()[0]
    first = bench.good("tensions", REGION, "--sort", "opportunity", "--top", 2).text
    for count in re.findall(r"(\d+) pairs are in tension", first):
        contains(whole, f"{count} pairs", "what is said of all pairs, whatever --top shows")
    for pair in bench.result("brokers", REGION, "--all", "--top", 1)["pairs"]:
        check(len(pair["candidates"]) <= 1, "--all --top 1")


def threats_are_listed_where_asked_for(bench):
    model = bench.write("m.yaml", MODEL)
    equal([(row["a"], row["b"]) for row in bench.result("tensions", model, "--threats")], [("B", "T"), ("A", "B")],
          "tensions with --threats")
    for words in (["brokers", model, "--all"], ["tensions", model]):
        contains(bench.good(*words, "--format", "json", "--threats").text, '"T"', words[0])
        check('"T"' not in bench.good(*words, "--format", "json").text, f"{words[0]} lists a threat")


def orders_of_tensions(bench):
    for order, key in (("severity", "tension"), ("opportunity", "opportunity"), ("strain", "strain")):
        rows = [row[key] for row in bench.result("tensions", REGION, "--sort", order)]
        equal(rows, sorted(rows, reverse=True), f"sorted by {order}")
        check(len(set(rows)) > 1, f"nothing to sort by {order}")


def a_resolution_changes_the_clusters(bench):
    sizes = {}
    for resolution in ("0.001", "1", "50"):
        result = bench.result("clusters", REGION, "--resolution", resolution)
        close(result["resolution"], float(resolution), "resolution")
        sizes[resolution] = len(result["clusters"]) + len(result["unattached"])
    check(sizes["0.001"] <= sizes["1"] <= sizes["50"] and sizes["0.001"] < sizes["50"], f"clusters by resolution: {sizes}")

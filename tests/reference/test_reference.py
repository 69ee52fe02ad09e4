"""The reference against values worked out by hand or published by others: python3 -m unittest."""

import tempfile
import unittest
from pathlib import Path

import brokerage
import model_file
import random_model
from clusters import SignedModularity, find_clusters
from relations import Relations, great_circle, make_lens
from tensions import find_all_brokers, find_pairs_for, find_tensions

HEAD = "entente: 1\ntitle: Case\nas_of: 2016-07-18\nlayers: {security: {}, diplomacy: {}}\n"
THREE = "countries: {AFG: {name: Afghanistan}, IND: {name: India}, PAK: {name: Pakistan}}\n"
KARATE = """1-2 1-3 1-4 1-5 1-6 1-7 1-8 1-9 1-11 1-12 1-13 1-14 1-18 1-20 1-22 1-32 2-3 2-4 2-8 2-14 2-18 2-20 2-22 2-31
3-4 3-8 3-9 3-10 3-14 3-28 3-29 3-33 4-8 4-13 4-14 5-7 5-11 6-7 6-11 6-17 7-17 9-31 9-33 9-34 10-34 14-34 15-33 15-34
16-33 16-34 19-33 19-34 20-34 21-33 21-34 23-33 23-34 24-26 24-28 24-30 24-33 24-34 25-26 25-28 25-32 26-32 27-30 27-34
28-34 29-32 29-34 30-33 30-34 31-33 31-34 32-33 32-34 33-34"""


def read(text, files=None):
    with tempfile.TemporaryDirectory() as folder:
        for name, content in {"model.yaml": text, **(files or {})}.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return model_file.read_model(folder)


def see(text, **lens):
    model = read(text)
    return Relations(model, make_lens(model, **lens))


def countries(ids):
    return "countries: {" + ", ".join(f"{id}: {{}}" for id in ids) + "}\n"


def ties(rows):
    return "ties:\n" + "".join(f"  - {{between: [{a}, {b}], layer: security, weight: {weight}}}\n"
                               for a, b, weight in rows)


def network(rows):
    return HEAD + countries(dict.fromkeys(end for a, b, _ in rows for end in (a, b))) + ties(rows)


def complete(ids, weight):
    return [(a, b, weight) for at, a in enumerate(ids) for b in ids[at + 1:]]


class Reading(unittest.TestCase):
    def test_ids_are_text(self):
        model = read(HEAD + "countries: {NO: {}, null: {}, 002: {}, 1e5: {}}\nborders: [[NO, null], [002, 1e5]]\n")
        self.assertEqual(list(model.vertices), ["NO", "null", "002", "1e5"])
        self.assertEqual(model.borders[1].between, {"002", "1e5"})

    def test_names_meet_in_normal_form(self):
        model = read(HEAD + "countries: {TUR: {name: Tu\u0308rkiye, aliases: [L\u2019autre]}}\n")
        self.assertEqual(model.find("T\u00fcrkiye"), "TUR")
        self.assertEqual(model.find("L'autre"), "TUR")

    def test_includes_join(self):
        model = read(HEAD + "include: [parts/a.yaml]\ncountries: {A: {}}\n",
                     {"parts/a.yaml": "include: [b.yaml]\ncountries: {B: {}}\n",
                      "parts/b.yaml": "ties: [{between: [A, B], layer: security, stance: allied}]\n"})
        self.assertEqual(list(model.vertices), ["A", "B"])
        self.assertEqual(len(model.ties), 1)

    def test_years_and_months_are_whole(self):
        self.assertEqual(model_file.last_day("2015").isoformat(), "2015-12-31")
        self.assertEqual(model_file.last_day("2016-02").isoformat(), "2016-02-29")
        self.assertEqual(model_file.first_day("2016-02").isoformat(), "2016-02-01")

    def test_every_random_model_reads(self):
        for seed in range(60):
            model = read(random_model.to_yaml(random_model.generate(seed)))
            sides = [vertex for vertex in model.vertices.values() if vertex.kind in ("country", "group")]
            self.assertTrue(4 <= len(sides) <= 11)


class Pairs(unittest.TestCase):
    def test_one_layer_twice_is_the_strongest_and_symmetric(self):
        text = HEAD + "countries: {USA: {}, JPN: {}}\n" + ties([("USA", "JPN", 0.8), ("JPN", "USA", 0.8)])
        relations = see(text + "influence: [{of: USA, over: JPN, strength: strong}]\n")
        self.assertAlmostEqual(relations.cooperation("USA", "JPN"), 0.8)
        self.assertAlmostEqual(relations.cooperation("JPN", "USA"), 0.8)
        self.assertAlmostEqual(relations.influence("USA", "JPN"), 0.8)
        self.assertEqual(relations.influence("JPN", "USA"), 0)

    def test_layers_join_as_chances(self):
        relations = see(HEAD + THREE + "ties: [{between: [AFG, PAK], stances: {security: close, diplomacy: strained}},"
                        " {between: [AFG, PAK], layer: diplomacy, stance: cordial}]")
        self.assertAlmostEqual(relations.cooperation("AFG", "PAK"), 1 - 0.4 * 0.8)
        self.assertAlmostEqual(relations.tension("AFG", "PAK"), 0.4)
        self.assertAlmostEqual(relations.trust("AFG", "PAK"), 0.68 * 0.6)
        self.assertTrue(relations.ambivalent("AFG", "PAK"))

    def test_newman_projection(self):
        forums = "mechanisms: {one: {effectiveness: 1, members: {member: [n0, n2, n5]}}," \
                 " three: {effectiveness: 1, members: {member: [n2, n4]}}}\n"
        relations = see(HEAD + countries(["n0", "n2", "n4", "n5"]) + forums, layers={"forums": 1.0})
        found = {(a[1] + b[1]): relations.cooperation(a, b) for a, b in relations.listed() if a[0] == b[0] == "n"}
        self.assertEqual(found, {"02": 0.5, "05": 0.5, "24": 1.0, "25": 0.5})

    def test_a_forum_binds_by_role_size_and_layer(self):
        forum = "organisations: {O: {layers: [diplomacy], effectiveness: limited, size: 5," \
                " members: {member: [AFG], observer: [IND, {actor: AFG, to: 2020}]}}}\n"
        relations = see(HEAD + THREE + forum, layers={"diplomacy": 0.5})
        self.assertAlmostEqual(relations.cooperation("AFG", "IND"), 0.4 * 0.5 * 0.4 * 1 * 0.5 / 4)
        self.assertAlmostEqual(relations.cooperation("IND", "O"), 0.5 * 0.4 * 0.5)

    def test_a_war_is_remembered_and_fades(self):
        war = HEAD + THREE + \
            "ties: [{between: [IND, PAK], layer: security, weight: -0.8, to: 2012-07-18, half_life: 2}]"
        self.assertAlmostEqual(see(war).tension("IND", "PAK"), 0.2)
        self.assertAlmostEqual(see(war, as_of="2012-07").tension("IND", "PAK"), 0.8 * 0.5 ** (13 / 365.25 / 2))
        self.assertAlmostEqual(see(war, as_of="2012-07-18").tension("IND", "PAK"), 0.8)
        self.assertAlmostEqual(see(war, as_of="2020-07-18").tension("IND", "PAK"), 0.05)
        self.assertEqual(see(war, as_of="2020-07-19").tension("IND", "PAK"), 0)

    def test_influence_is_derived_where_none_is_recorded(self):
        text = HEAD + "countries: {A: {at: [0, 0], capability: 0.3}, B: {at: [0, 10], capability: 0.1}, C: {}}\n" \
                      "derive: {influence: 0.5}\ninfluence: [{of: B, over: A, strength: none}]\n"
        relations = see(text)
        distance = 6371.0088 * 3.141592653589793 / 18
        self.assertAlmostEqual(great_circle((0, 0), (0, 10)), distance)
        self.assertAlmostEqual(relations.influence("A", "B"), 0.5 * 0.75 * 2.718281828459045 ** (-distance / 1500))
        self.assertEqual(relations.influence("B", "A"), 0)
        self.assertEqual(relations.influence("A", "C"), 0)
        near = see(text + "borders: [[A, B]]\n")
        self.assertAlmostEqual(near.influence("A", "B"), 0.375)
        far = see(text.replace("capability: 0.3", "capability: 0.3, reach: global"))
        self.assertAlmostEqual(far.influence("A", "B"), 0.5 * 0.75 * 0.9)


class Clusters(unittest.TestCase):
    def test_two_pairs_at_odds(self):
        relations = see(network([("n0", "n1", 1), ("n2", "n3", 1), ("n0", "n2", -1), ("n1", "n3", -1)]))
        result = find_clusters(relations)
        self.assertAlmostEqual(result["modularity"], 0.5)
        self.assertEqual([[member["id"] for member in cluster["members"]] for cluster in result["clusters"]],
                         [["n0", "n1"], ["n2", "n3"]])
        self.assertAlmostEqual(SignedModularity(relations).of_partition([["n0", "n1", "n2", "n3"]]), 0)

    def test_two_fives_joined_by_one_tie(self):
        rows = complete("abcde", 1) + complete("uvwxy", 1) + [("e", "u", 1)]
        relations = see(network(rows))
        for resolution, expected in ((1, 0.452381), (0.5, 0.702381), (1.5, 0.202381)):
            value = SignedModularity(relations, resolution).of_partition(["abcde", "uvwxy"])
            self.assertAlmostEqual(value, expected, 6)

    def test_karate_club(self):
        rows = [(f"n{a}", f"n{b}", 1) for a, b in (pair.split("-") for pair in KARATE.split())]
        self.assertEqual(len(rows), 78)
        relations = see(network(rows))
        best = ["1 2 3 4 8 12 13 14 18 20 22", "5 6 7 11 17", "9 10 15 16 19 21 23 27 30 31 33 34", "24 25 26 28 29 32"]
        partition = [[f"n{id}" for id in cluster.split()] for cluster in best]
        self.assertAlmostEqual(SignedModularity(relations).of_partition(partition), 0.4197896121)

    def test_three_clusters_of_eleven(self):
        rows = complete("abcde", 0.12) + complete("uvwxy", 0.12) + [("e", "m", 1), ("m", "u", 0.12)]
        result = find_clusters(see(network(rows)))
        self.assertAlmostEqual(result["modularity"], 0.4906379132)
        self.assertEqual(["".join(member["id"] for member in cluster["members"]) for cluster in result["clusters"]],
                         ["uvwxy", "abcd", "em"])

    def test_only_enemies_are_no_cluster(self):
        result = find_clusters(see(network([("X", "Y", -0.2), ("X", "Z", -0.4), ("Y", "Z", -0.8)])))
        self.assertAlmostEqual(result["modularity"], 0.3571428571)
        self.assertEqual((result["clusters"], result["unattached"]), ([], ["X", "Y", "Z"]))

    def test_equal_partitions_go_by_their_sorted_form(self):
        ring = find_clusters(see(network([("A", "B", 0.5), ("B", "C", 0.5), ("C", "D", 0.5), ("D", "A", 0.5)])))
        self.assertAlmostEqual(ring["modularity"], 0)
        self.assertEqual([[member["id"] for member in cluster["members"]] for cluster in ring["clusters"]],
                         [["A", "B"], ["C", "D"]])


class Brokering(unittest.TestCase):
    TEXT = HEAD + """
countries: {A: {}, B: {}, K: {}, M: {}}
groups: {T: {party: false}}
organisations: {O: {actor: true, effectiveness: 0.5, members: {member: [A, B], observer: [K]}}}
ties:
  - {between: [A, B], layer: security, weight: -0.8}
  - {between: [A, K], layer: security, weight: 0.5}
  - {between: [B, K], layer: security, weight: 0.4}
  - {between: [B, K], layer: diplomacy, weight: -0.5}
  - {between: [K, T], layer: security, weight: -1}
influence: [{of: K, over: A, strength: strong}, {of: B, over: K, strength: moderate}]
concerns: {water: {held_by: {A: strong, B: weak, K: strong}}, trade: {held_by: {A: strong, K: strong}}}
"""

    def test_a_candidate_by_hand(self):
        first, second = brokerage.find_candidates(see(self.TEXT), ["B", "A"])
        self.assertEqual((first["id"], second["id"]), ("K", "O"))
        bond = 0.4 * 0.5 * 0.5 / 2
        trust_a = 1 - (1 - bond) * 0.5
        p_b = 1 - (1 - bond) * 0.6
        trust_b = p_b * 0.5
        access = 2 / (1 / trust_a + 1 / trust_b)
        self.assertAlmostEqual(first["access"], access)
        self.assertAlmostEqual(first["leverage"], 0.4)
        self.assertAlmostEqual(first["convening"], 0.5 * 0.5)
        self.assertAlmostEqual(first["parity"], access * trust_b / trust_a)
        self.assertAlmostEqual(first["detachment"], access * 0.5)
        self.assertAlmostEqual(first["standing"], (trust_a + p_b + 0 + 0.5 * 0.5) / 4)
        self.assertAlmostEqual(first["score"], 0.4 * access + 0.4 * 0.4 + 0.2 * 0.25)
        self.assertEqual((first["forum"], first["dependent_on"], first["strained_with"]), ("O", ["B"], []))
        self.assertEqual(first["agenda"], [{"id": "water", "strength": 0.2}])

    def test_an_acting_forum_is_its_own_table(self):
        organisation = brokerage.find_candidates(see(self.TEXT), ["A", "B"])[1]
        self.assertAlmostEqual(organisation["convening"], 0.5)
        self.assertEqual(organisation["forum"], "O")

    def test_the_refused_come_last_with_their_score(self):
        refusal = "refusals: [{by: A, who: [K], on: [A, B]}, {by: B, who: any, on: [B, M]}]\n"
        relations = see(self.TEXT + refusal)
        found = brokerage.find_candidates(relations, ["A", "B"])
        self.assertEqual([(one["rank"], one["id"], one["refused_by"]) for one in found],
                         [(1, "O", []), (2, "K", ["A"])])
        self.assertGreater(found[1]["score"], found[0]["score"])
        row = find_tensions(relations)[0]
        self.assertEqual((row["best_broker"], row["depends_on"]), ("O", []))
        self.assertAlmostEqual(row["opportunity"], 0.8 * found[0]["score"])
        self.assertEqual(find_pairs_for(relations, "K")["pairs"], [])
        self.assertEqual(find_pairs_for(relations, "O")["pairs"][0]["rank"], 1)

    def test_forums_with_cohesion_and_what_obstructs(self):
        members = "mechanisms: {F: {effectiveness: 0.5, members: {member: [A, B, K], chair: [M]}}}\n"
        rows = "  - {between: [M, A], layer: security, weight: -0.6}\n"
        relations = see(self.TEXT.replace("influence:", rows + "influence:") + members)
        first, second = brokerage.find_forums(relations, ["A", "B"])
        self.assertEqual((first["id"], second["id"], second["members"]), ("O", "F", 4))
        self.assertEqual((first["cohesion"], first["obstruction"], first["worst"]), (None, None, None))
        self.assertAlmostEqual(second["score"], 0.5 * (3 / 4) ** 0.5)
        pairs = [("A", "K"), ("A", "M"), ("B", "K"), ("B", "M"), ("K", "M")]
        self.assertAlmostEqual(second["cohesion"], sum(relations.net(a, b) for a, b in pairs) / 5)
        self.assertAlmostEqual(second["obstruction"], -(relations.net("A", "M") + relations.net("B", "K")) / 5)
        self.assertEqual((second["worst"]["a"], second["worst"]["b"]), ("A", "M"))

    def test_a_chain_pays_for_each_hand_over(self):
        rows = [("A", "K", 0.5), ("K", "B", 0.5), ("A", "L", 1), ("L", "M", 1), ("M", "B", 1), ("A", "B", 1)]
        chain = brokerage.find_chain(see(network(rows)), ["B", "A"])
        self.assertEqual(chain["ids"], ["A", "L", "M", "B"])
        self.assertAlmostEqual(chain["product"], 0.7 ** 3)
        self.assertIsNone(brokerage.find_chain(see(network(rows[-1:])), ["A", "B"]))
        self.assertIsNone(brokerage.find_chain(see(network(rows)), ["A", "B", "K"]))

    def test_threats_stay_out_unless_asked_for(self):
        self.assertEqual(len(find_all_brokers(see(self.TEXT))["pairs"]), 2)
        self.assertEqual([(pair["a"], pair["b"]) for pair in find_all_brokers(see(self.TEXT, threats=True))["pairs"]],
                         [("K", "T"), ("A", "B"), ("B", "K")])

    def test_torn_between_friends_at_odds(self):
        rows = [("A", "B", -0.5), ("K", "A", 0.6), ("K", "B", 0.3), ("L", "A", 0.1), ("L", "B", 0.1), ("M", "A", 0.9)]
        row = find_tensions(see(network(rows)))[0]
        self.assertEqual([one["id"] for one in row["torn"]], ["K", "L"])
        self.assertAlmostEqual(row["torn"][0]["weight"], 0.3)
        self.assertAlmostEqual(row["strain"], 0.4)

    def test_every_profile_sums_to_one(self):
        model = read(HEAD + "profiles: {envoy: {access: 0.4, leverage: 0.6}}\n")
        for profile in ["balanced", "precedent", "facilitator", "convenor", "power", "envoy"]:
            self.assertAlmostEqual(sum(make_lens(model, profile=profile).weights.values()), 1)


if __name__ == "__main__":
    unittest.main()

"""Balance, roles and joint brokers of the reference against values worked out by hand or published by others."""

import unittest

from balance import SignedGraph, find_balance
from joint import find_joint
from roles import POSITIONS, find_roles, length, position
from test_reference import HEAD, complete, network, see, ties


class Balance(unittest.TestCase):
    def test_enemies_all_round(self):
        for count, frustration in ((3, 1), (4, 2), (5, 4)):
            relations = see(network(complete("abcde"[:count], -0.5)))
            self.assertEqual(find_balance(relations, count=True)["frustration"], frustration)

    def test_three_enemies(self):
        relations = see(network([("X", "Y", -0.2), ("X", "Z", -0.4), ("Y", "Z", -0.8)]))
        result = find_balance(relations)
        self.assertAlmostEqual(result["frustration"], 0.2)
        self.assertEqual((result["camps"], result["unique"]), ([["X", "Y"], ["Z"]], True))
        self.assertEqual([(pair["a"], pair["b"]) for pair in result["frustrated"]], [("X", "Y")])
        self.assertEqual(result["triangles"], {"mmm": 1, "pmm": 0, "ppm": 0, "ppp": 0, "strong": 0, "weak": 1})
        values = [(one["id"], round(one["value"], 9)) for one in result["commitment"]]
        self.assertEqual(values, [("X", 0.2), ("Y", 0.6), ("Z", 1.2)])
        counted = find_balance(relations, count=True)
        self.assertEqual((counted["frustration"], counted["unique"]), (1, False))

    def test_components_and_the_apart(self):
        rows = [("A", "D", -1), ("B", "C", 0.5), ("E", "F", 0.05)]
        result = find_balance(see(network(rows)))
        self.assertEqual((result["camps"], result["apart"]), ([["A", "B", "C"], ["D"]], ["E", "F"]))
        self.assertTrue(result["unique"])
        self.assertEqual(SignedGraph(see(network(rows))).components(), [("A", "D"), ("B", "C")])

    def test_blocs_split_all_sides(self):
        rows = [("n0", "n1", 1), ("n2", "n3", 1), ("n0", "n2", -1), ("n1", "n3", -1)]
        blocs = find_balance(see(network(rows)))["blocs"]
        self.assertEqual([[one["id"] for one in part] for part in blocs["members"]], [["n0", "n1"], ["n2", "n3"]])
        self.assertAlmostEqual(blocs["modularity"], 0.5)
        self.assertAlmostEqual(blocs["members"][0][0]["margin"], 0.5)
        self.assertEqual((blocs["net_inside"], blocs["net_across"]), (1, -0.5))


class Roles(unittest.TestCase):
    BORGATTI = [(*pair, 1) for pair in "AB AF AG AE EG FG BG BD DG GC".split()]

    def rows(self, network_rows):
        return {row["id"]: row for row in find_roles(see(network(network_rows)))["actors"]}

    def test_constraint_and_effective_size(self):
        rows = self.rows(self.BORGATTI)
        for id, constraint, size in (("A", 0.595486, 2.5), ("G", 0.400270, 4.666667), ("C", 1, 1)):
            self.assertAlmostEqual(rows[id]["constraint"], constraint, 6)
            self.assertAlmostEqual(rows[id]["effective_size"], size, 6)
        line = self.rows([("A", "B", 1), ("B", "C", 1), ("C", "D", 1)])
        self.assertEqual([line[id]["constraint"] for id in "ABCD"], [1, 0.5, 0.5, 1])
        self.assertAlmostEqual(self.rows(complete("ABCD", 1))["A"]["constraint"], 0.925926, 6)
        self.assertAlmostEqual(self.rows(complete("ABC", 1))["A"]["constraint"], 1.125)

    def test_the_isolated_have_none(self):
        rows = self.rows([("A", "B", 0.8), ("A", "FOE", -0.8), ("B", "FOE", -0.8)])
        self.assertEqual((rows["FOE"]["constraint"], rows["FOE"]["effective_size"]), (None, None))

    def test_betweenness_in_whole_lengths(self):
        ring = [("A", "B", 1), ("B", "C", 1), ("C", "D", 1), ("D", "A", 1)]
        self.assertEqual({row["betweenness"] for row in self.rows(ring).values()}, {0.5})
        self.assertEqual({row["betweenness"] for row in self.rows(complete("ABCD", 1)).values()}, {0})
        rows = [("A", "B", 0.2), ("B", "C", 0.25), ("C", "Z", 0.4), ("A", "D", 0.2), ("D", "E", 0.4), ("E", "Z", 0.25)]
        for order in (rows, rows[::-1]):
            found = self.rows(order)
            self.assertEqual([found[id]["betweenness"] for id in "ABCDEZ"], [1, 1.5, 2.5, 1.5, 2.5, 3])
        self.assertEqual(length(1), 1)

    def test_positions_by_groups(self):
        found = [position(*groups) for groups in ("aaa", "aba", "abb", "aab", "abc")]
        self.assertEqual(found, list(POSITIONS))
        text = HEAD + "countries: {A: {tags: {side: w}}, B: {tags: {side: w}}, C: {}}\n" \
            + ties([("A", "B", 1), ("B", "C", 1)])
        row = {row["id"]: row for row in find_roles(see(text), "side")["actors"]}["B"]
        self.assertEqual([row[name] for name in POSITIONS], [0, 0, 1, 1, 0])


class JointBrokers(unittest.TestCase):
    def test_two_who_each_have_one_ear(self):
        rows = [("A", "K", 0.8), ("B", "L", 0.6), ("K", "L", 0.5), ("A", "B", -0.8), ("B", "K", -0.4)]
        relations = see(network(rows) + "influence: [{of: K, over: A, strength: strong}]\n")
        one, = find_joint(relations, ["B", "A"], 2)
        self.assertEqual((one["ids"], one["friction"], one["forum"]), (["K", "L"], 0, None))
        self.assertAlmostEqual(one["access"], 2 / (1 / 0.8 + 1 / 0.6))
        self.assertAlmostEqual(one["leverage"], 0.4)
        self.assertAlmostEqual(one["detachment"], one["access"] * 0.6)
        self.assertEqual(one["strained_with"], [{"broker": "K", "party": "B"}])
        self.assertEqual(find_joint(relations, ["A", "B"], 3), [])

    def test_a_set_at_odds_pays_and_must_beat_its_best_member(self):
        rows = [("A", "K", 0.8), ("B", "K", 0.8), ("A", "L", 0.8), ("B", "L", 0.8), ("K", "L", 0.5)]
        self.assertEqual(len(find_joint(see(network(rows)), ["A", "B"], 2)), 1)
        at_odds = network(rows) + "  - {between: [K, L], layer: diplomacy, weight: -0.9}\n"
        self.assertEqual(find_joint(see(at_odds), ["A", "B"], 2), [])


if __name__ == "__main__":
    unittest.main()

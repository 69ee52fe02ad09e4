"""Draws and scenarios of the reference against closed forms and cases worked out by hand."""

import random
import tempfile
import unittest
from pathlib import Path

import brokerage
import certainty
import model_file
import random_model
import random_scenario
import scenario
from clusters import SignedModularity, find_clusters
from relations import Relations, make_lens
from test_reference import HEAD, THREE, network, read, see


class HowSure(unittest.TestCase):
    TWO = [("A", "K", 0.5), ("B", "K", 0.5), ("A", "L", 0.45), ("B", "L", 0.45)]

    def test_clipped_values_have_their_moments(self):
        relations = see(HEAD + THREE + "ties: [{between: [AFG, PAK], layer: security, weight: -0.9, confidence: low}]\n"
                        "influence: [{of: IND, over: PAK, strength: 0.3}]\n")
        draws = certainty.Draws(relations, 4000, 1)
        for record, mean, spread, least, greatest in draws.records:
            values = [drawn[id(record)] for drawn in draws.drawn]
            first, variance = certainty.clipped_moments(mean, spread, least, greatest)
            average = sum(values) / len(values)
            self.assertAlmostEqual(average, first, delta=5 * (variance / 4000) ** 0.5)
            self.assertAlmostEqual(sum((value - average) ** 2 for value in values) / 4000, variance,
                                   delta=0.15 * variance)
        self.assertEqual(certainty.clipped_moments(0.4, 0, -1, 1), (0.4, 0))
        self.assertAlmostEqual(certainty.clipped_moments(0, 1e-3, -1, 1)[1], 1e-6)

    def test_the_volume_on_which_one_is_ahead(self):
        self.assertAlmostEqual(certainty.share_of_weights([1, -1]), 0.5)
        self.assertAlmostEqual(certainty.share_of_weights([0.3, -0.1]), 0.75)
        differences = [0.3, -0.1, 0.25, -0.4, 0.05, -0.02]
        chance = random.Random(1)
        found = sum(sum(weight * d for weight, d in zip(certainty.random_weights(chance).values(), differences)) > 0
                    for _ in range(20000)) / 20000
        self.assertAlmostEqual(found, certainty.share_of_weights(differences), delta=0.018)

    def test_records_alike_share_their_luck(self):
        draws = certainty.Draws(see(network([("A", "K", 0.5), ("A", "K", 0.1)])), 50, 1)
        one, other = (record for record, *_ in draws.records)
        gaps = [drawn[id(one)] - drawn[id(other)] for drawn in draws.drawn if abs(drawn[id(one)]) < 1]
        self.assertTrue(gaps and all(abs(gap - 0.4) < 1e-9 for gap in gaps))

    def test_a_flip_is_where_two_are_equal(self):
        record, to = certainty.find_flips(see(network(self.TWO)), ["A", "B"])[0]
        self.assertAlmostEqual(2 / (1 / to + 2), 0.45, 5)
        self.assertIn("K", record.between)

    def test_silence_is_drawn_where_wanted(self):
        relations = see(network(self.TWO[:3]))
        self.assertEqual(len(certainty.silent_pairs(relations)), 3)
        draws = certainty.Draws(relations, 20, 1, unrecorded=0.3)
        self.assertTrue(any(seen.tension("A", "B") > 0 for seen in draws.models()))
        self.assertTrue(any(seen.cooperation("A", "B") > 0 for seen in draws.models()))

    def test_the_quick_search_finds_the_best_partition(self):
        for seed in range(8):
            model = read(random_model.to_yaml(random_model.generate(seed)))
            relations = Relations(model, make_lens(model))
            if len(relations.sides) <= 8:
                value = SignedModularity(relations).of_partition(certainty.quick_partition(relations))
                self.assertAlmostEqual(value, find_clusters(relations)["modularity"])


class Scenarios(unittest.TestCase):
    WAR = HEAD + THREE + "ties: [{between: [IND, PAK], layer: security, weight: -0.8, to: 2012, half_life: 8}]\n"

    def after(self, text, *changes, **lens):
        model = read(text)
        scenario.apply_changes(model, changes)
        return Relations(model, make_lens(model, **lens))

    def test_a_tie_stands_in_the_place_of_earlier_ones_faded_or_not(self):
        tie = {"between": ["PAK", "IND"], "layer": "security", "weight": "0.5", "from": "2015", "to": "2017"}
        self.assertEqual(self.after(self.WAR, {"set_tie": tie}).net("IND", "PAK"), 0.5)
        self.assertEqual(self.after(self.WAR, {"set_tie": tie}, as_of="2012").tension("IND", "PAK"), 0.8)
        later = self.after(self.WAR, {"set_tie": tie}, as_of="2018-12-31")
        self.assertAlmostEqual(later.tension("IND", "PAK"), 0.8 * 0.5 ** (2191 / 365.25 / 8))
        self.assertEqual(later.cooperation("IND", "PAK"), 0)
        gone = self.after(self.WAR, {"remove_tie": {"between": ["IND", "PAK"], "layer": "security"}})
        self.assertEqual(gone.listed(), [])

    def test_seats_change_hands(self):
        text = self.WAR + "organisations: {O: {members: {member: [AFG], observer: [IND]}}}\n"
        changes = ({"join": {"actor": "IND", "forum": "O"}}, {"leave": {"actor": "AFG", "forum": "O", "from": "2016"}},
                   {"set_effectiveness": {"forum": "O", "effectiveness": "strong"}})
        relations = self.after(text, *changes)
        self.assertEqual((relations.members["O"], relations.effectiveness("O")), ({"IND": 1.0}, 0.8))
        self.assertEqual(self.after(text, *changes, as_of="2015").members["O"], {"IND": 1.0, "AFG": 1.0})

    def test_new_vertices_and_refusals(self):
        refusal = {"by": "IND", "who": "any", "on": ["IND", "PAK"]}
        relations = self.after(self.WAR, {"add": {"country": {"NEW": {"name": "Newland"}}}},
                               {"set_tie": {"between": ["Newland", "IND"], "layer": "security", "stance": "close"}},
                               {"set_tie": {"between": ["NEW", "PAK"], "layer": "security", "stance": "close"}},
                               {"set_refusal": refusal})
        self.assertEqual(brokerage.find_candidates(relations, ["IND", "PAK"])[0]["refused_by"], ["IND"])
        scenario.apply_changes(relations.model, [{"remove_refusal": {"by": "IND", "on": ["PAK", "IND"]}}])
        self.assertEqual(brokerage.find_candidates(relations, ["IND", "PAK"])[0]["refused_by"], [])

    def test_every_random_scenario_is_sound(self):
        with tempfile.TemporaryDirectory() as folder:
            for seed in range(20):
                model, path = Path(folder, "model.yaml"), Path(folder, "scenario.yaml")
                random_scenario.write_scenario(seed, model, path)
                self.assertEqual(scenario.apply_file(model_file.read_model(model), path), "What if")


if __name__ == "__main__":
    unittest.main()

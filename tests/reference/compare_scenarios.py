"""The program under scenarios against the reference on the changed model, and what `compare` lists as moved.

    python3 compare_scenarios.py BINARY [--models N] [--seed S] [--keep DIR]
"""

import argparse
import random
import shutil
import sys
import tempfile
from pathlib import Path

import compare
import random_model
import random_scenario
import reference
from balance import SignedGraph
from brokerage import find_candidates
from clusters import find_clusters
from relations import above_zero
from tensions import find_tensions

UNCHANGED = {"entente": "1", "scenario": "Nothing", "changes": []}


def moved(before, after):
    if None in (before, after):
        return before != after
    return above_zero(abs(before - after))


class States:
    """The model before a scenario and after it."""

    def __init__(self, model, path, view):
        before = reference.parse(["relations", str(model), *view])
        after = reference.parse(["relations", str(model), *view, "--scenario", str(path)])
        self.both = [reference.relations_of(before), reference.relations_of(after)]

    def relations(self):
        """Phrase: (before, after) of every relation that moves."""
        values = [{f"{a}–{b} {field}": row[field] for a, b in relations.listed()
                   for row in [{"cooperation": relations.cooperation(a, b), "tension": relations.tension(a, b),
                                "net": relations.net(a, b)}] for field in row} for relations in self.both]
        return self.those_moved(*values)

    def tensions(self):
        values = [{f"{row['a']}–{row['b']} {field}": row[field] for row in find_tensions(relations)
                   for field in ("tension", "strain", "opportunity")} for relations in self.both]
        return self.those_moved(*values)

    def those_moved(self, before, after):
        return {what: (before.get(what), after.get(what)) for what in [*before, *(set(after) - set(before))]
                if moved(before.get(what, 0.0), after.get(what, 0.0))}

    def modularity(self):
        return [find_clusters(relations)["modularity"] for relations in self.both]

    def frustration(self):
        return [SignedGraph(relations).best_camps()[0] for relations in self.both]

    def standing(self, field, broker, parties):
        """A broker's rank or score before and after; None where it has none."""
        found = []
        for relations in self.both:
            there = all(id in relations.vertices for id in (broker, *parties))
            rows = find_candidates(relations, parties) if there else []
            found.append(next((row[field] for row in rows if row["id"] == broker), None))
        return found


def same(wanted, got):
    """A value that is not there may be told as nothing or as 0."""
    return not moved(wanted or 0.0, got or 0.0)


def disagreements(states, result, knows):
    """Lines on what `compare` lists wrongly or leaves out."""
    for part, wanted in (("relations", states.relations()), ("tensions", states.tensions())):
        fields = {what.rsplit(" ", 1)[1] for what in wanted} | {"cooperation", "tension", "net", "strain", "opportunity"}
        listed = {row["what"]: row for row in result[part] if row["what"].rsplit(" ", 1)[1] in fields}
        for what, (before, after) in wanted.items():
            row = listed.pop(what, None)
            if row is None:
                yield f"{part}: {what} moves from {before} to {after}, not listed"
            elif not (same(before, row["before"]) and same(after, row["after"])):
                yield f"{part}: {row}: wanted {before}, {after}"
        yield from (f"{part}: {row}: does not move" for row in listed.values())
    for part, what, values in (("clusters", "modularity", states.modularity()),
                               ("balance", "frustration", states.frustration())):
        if part == "balance" and "balance" not in knows:
            continue
        row = next((row for row in result[part] if row["what"] == what), None)
        if (row is not None) != moved(*values) or row and not all(map(same, values, (row["before"], row["after"]))):
            yield f"{part}: {row}: wanted {values}"
    for row in result["brokers"]:
        field, _, broker, _, pair = row["what"].split(" ")
        values = states.standing(field, broker, sorted(pair.split("–")))
        if not all(map(same, values, (row["before"], row["after"]))):
            yield f"brokers: {row}: wanted {values}"


def questions(relations, chance, knows):
    yield from (["tensions"], ["clusters"], ["brokers", "--all"])
    if len(relations.sides) > 1:
        yield ["brokers", *chance.sample(relations.sides, 2)]
    if "balance" in knows:
        yield ["balance"]
    if "roles" in knows:
        yield ["roles"]


def compare_model(binary, seed, folder, knows):
    """(what was run, its differences) on the model and scenario of this seed."""
    model, path = folder / f"random-{seed}.yaml", folder / f"scenario-{seed}.yaml"
    random_scenario.write_scenario(seed, model, path)
    chance = random.Random(seed)
    for day in [None, *chance.sample(random_model.LENS_DATES, 2)]:
        view = ["--as-of", day] if day else []
        states = States(model, path, view)
        for question in questions(states.both[1], chance, knows):
            arguments = [*compare.arguments_of(question, model, view), "--scenario", str(path)]
            yield arguments, compare.compare_run(binary, arguments)
        if "compare" in knows:
            yield from compare_states(binary, states, ["compare", str(model), *view], path, knows)


def compare_states(binary, states, arguments, path, knows):
    unchanged = random_model.write_model(UNCHANGED, path.parent / "unchanged.yaml")
    for scenario, check in ((path, lambda result: list(disagreements(states, result, knows))),
                            (unchanged, lambda result: [f"{part} moves: {rows[:2]}" for part, rows in result.items()
                                                        if rows])):
        line = [*arguments, "--scenario", str(scenario)]
        got, fault = compare.ask([binary, *line, "--format", "json", *compare.without_draws(binary)])
        yield line, [fault] if fault else check(got["result"])


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--models", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="where models that differ are kept")
    options = parser.parse_args(arguments)
    knows = compare.commands_of(options.binary)
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(options.seed, options.seed + options.models):
            for line, found in compare_model(options.binary, seed, Path(folder), knows):
                passed, failed = passed + (not found), failed + bool(found)
                if not found:
                    continue
                print(f"seed {seed}:", *line)
                print("".join(f"    {difference}\n" for difference in found[:5]), end="")
                if options.keep:
                    options.keep.mkdir(parents=True, exist_ok=True)
                    for name in (f"random-{seed}.yaml", f"scenario-{seed}.yaml"):
                        shutil.copy(Path(folder, name), options.keep)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""`backtest` against the reference on random models and random cases.

    python3 compare_backtest.py BINARY [--models N] [--seed S]
"""

import argparse
import csv
import random
import sys
import tempfile
from pathlib import Path

import compare
import random_model
import reference
from backtest import run_backtest

COLUMNS = ["case", "year", "a", "b", "brokers", "what"]


def random_cases(names, chance):
    """names: by id all that a vertex is called."""
    def call(id):
        return chance.choice(names[id])

    cases = []
    for number in range(chance.randint(4, 12)):
        parties = chance.sample(sorted(names), 2)
        brokers = [call(id) for id in chance.sample(sorted(names), chance.randint(1, min(3, len(names))))]
        if chance.random() < 0.2:
            brokers.append("Nowhere")
        if chance.random() < 0.05:
            parties[0] = parties[1]
        a, b = [call(id) for id in parties]
        if a == b:
            a = "Nowhere"
        brokers = [name for name in dict.fromkeys(brokers) if name not in (a, b)] or ["Elsewhere"]
        cases.append({"case": f"case {number}", "year": chance.randint(2000, 2021), "a": a, "b": b,
                      "brokers": brokers})
        if chance.random() < 0.3:
            cases.append({**cases[-1], "case": f"case {number} again", "a": b, "b": a, "year": 2013})
    return cases


def write_cases(cases, path):
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        for case in cases:
            writer.writerow({**case, "brokers": ";".join(case["brokers"]), "what": 'said "so", and more'})


def judged_alike(binary, model, cases, path, view):
    got, fault = compare.ask([binary, "backtest", str(model), str(path), *view, "--format", "json"])
    if fault:
        return [fault]
    relations = reference.relations_of(reference.parse(["relations", str(model), *view]))
    wanted = run_backtest(relations.model, relations.lens, cases)
    result = got["result"]
    reasons = [one.pop("why", None) for one in result["skipped"]]
    found = [f"{where}: wanted {one!r}, got {other!r}" for where, one, other in compare.differences(wanted, result)]
    return found + [f"no reason is given for case {place}" for place, why in enumerate(reasons) if not why]


def views(layers, profiles, chance):
    return [[], ["--layers", f"{chance.choice(layers)}=0.3,forums=0"], ["--profile", chance.choice(profiles)],
            ["--only-layers", "--layers", "forums=0.5"]]


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--models", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(options.seed, options.seed + options.models):
            chance = random.Random(seed)
            generator = random_model.Generator(seed)
            model = random_model.write_model(generator.generate(), Path(folder, f"random-{seed}.yaml"))
            cases = random_cases(generator.names, chance)
            path = Path(folder, f"cases-{seed}.csv")
            write_cases(cases, path)
            for view in views(generator.layers, ["power", "precedent", "envoy"], chance):
                found = judged_alike(options.binary, model, cases, path, view)
                passed, failed = passed + (not found), failed + bool(found)
                if found:
                    print(f"seed {seed} {' '.join(view)}")
                    print("".join(f"    {difference}\n" for difference in found[:5]), end="")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

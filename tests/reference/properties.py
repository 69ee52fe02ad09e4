"""What must hold of every model, tried on random ones through the program.

    python3 properties.py BINARY [--models N] [--seed S] [--keep DIR]

Relations lie in 0..1 and are the same both ways round; neither the order of records nor a split over includes moves a
byte of a result; a rise of a tie never lowers its pair's trust; two runs give the same bytes.
"""

import argparse
import copy
import itertools
import json
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import compare
import model_file
import random_model
from relations import Relations, make_lens

TOLERANCE = 1e-9
KEPT_TOGETHER = ("entente", "title", "as_of", "scale", "profiles", "derive", "unrecorded")
ORDERED = ("evidence", "at", "capability", "exists")


def run(binary, question, model):
    command, *rest = question
    line = [binary, command, str(model), *rest, "--format", "json", *compare.without_draws(binary)]
    done = subprocess.run(line, capture_output=True, text=True, timeout=120)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(line)}: exit status {done.returncode}: {done.stderr.strip()[:1000]}")
    return done.stdout


def result_of(output):
    """The result alone as text: its order of fields and rows counts, and every digit."""
    return json.dumps(json.loads(output)["result"], ensure_ascii=False)


def questions(sides, chance):
    pairs = list(itertools.combinations(sides, 2))
    return [["tensions"], ["clusters"], ["brokers", "--all"], *(["brokers", *pair] for pair in chance.sample(pairs, 2)),
            ["brokers", *chance.sample(sides, 3)]]


def shuffled(value, chance, key=None):
    """The same model in another order of records, keys and ends."""
    if isinstance(value, dict):
        items = [(name, shuffled(item, chance, name)) for name, item in value.items()]
        if key is None:
            return dict(items)
        chance.shuffle(items)
        return dict(items)
    if isinstance(value, list):
        items = [shuffled(item, chance, key if key == "evidence" else "") for item in value]
        if key not in ORDERED:
            chance.shuffle(items)
        return items
    return value


def split(tree, path, chance):
    """The same model over three files, one of them included by another from a folder."""
    parts = [{key: tree[key] for key in KEPT_TOGETHER if key in tree}, {}, {}]
    for key, value in tree.items():
        if key in KEPT_TOGETHER:
            continue
        for item in value.items() if isinstance(value, dict) else value:
            part = chance.choice(parts)
            if isinstance(value, dict):
                part.setdefault(key, {})[item[0]] = item[1]
            else:
                part.setdefault(key, []).append(item)
    parts[0]["include"] = ["parts/second.yaml"]
    parts[1]["include"] = ["third.yaml"]
    random_model.write_model(parts[1], path.parent / "parts/second.yaml")
    random_model.write_model(parts[2], path.parent / "parts/third.yaml")
    return random_model.write_model(parts[0], path)


class Trial:
    def __init__(self, binary, seed, folder):
        self.binary = binary
        self.folder = Path(folder)
        self.chance = random.Random(seed)
        self.tree = random_model.generate(seed)
        self.path = self.write(self.tree, "model.yaml")
        model = model_file.read_model(self.path)
        self.model = model
        relations = Relations(model, make_lens(model))
        self.sides = [id for id in relations.vertices if relations.vertices[id].kind in ("country", "group")]
        self.questions = questions(self.sides, self.chance)

    def write(self, tree, name):
        return random_model.write_model(tree, self.folder / name)

    def ask(self, question, path=None):
        return run(self.binary, question, path or self.path)

    def same_bytes_twice(self):
        for question in self.questions:
            if self.ask(question) != self.ask(question):
                return f"{question}: two runs differ"

    def order_does_not_count(self):
        for number in range(2):
            path = self.write(shuffled(self.tree, self.chance), f"shuffled-{number}.yaml")
            for question in self.questions:
                if result_of(self.ask(question)) != result_of(self.ask(question, path)):
                    return f"{question}: {path.name} gives another result"

    def includes_do_not_count(self):
        path = split(self.tree, self.folder / "split.yaml", self.chance)
        for question in self.questions:
            if result_of(self.ask(question)) != result_of(self.ask(question, path)):
                return f"{question}: {path.name} gives another result"

    def relations_are_in_range_and_symmetric(self):
        for a, b in itertools.combinations(self.sides, 2):
            one, other = (json.loads(self.ask(["brokers", *ends]))["result"] for ends in ((a, b), (b, a)))
            pair = one["pairs"][0]
            if not all(0 <= pair[key] <= 1 for key in ("cooperation", "tension")) or not -1 <= pair["net"] <= 1:
                return f"{a}–{b}: out of range: {pair}"
            components = ("score", "access", "leverage", "convening", "parity", "detachment", "standing")
            for one_candidate in one["candidates"]:
                if not all(0 <= one_candidate[key] <= 1 + TOLERANCE for key in components):
                    return f"{a}–{b}: out of range: {one_candidate}"
            if {**one, "parties": None} != {**other, "parties": None}:
                return f"{a}–{b}: not as {b}–{a}"

    def a_rise_never_lowers_trust(self):
        weighed = [at for at, tie in enumerate(self.tree["ties"]) if "weight" in tie]
        for at in self.chance.sample(weighed, min(3, len(weighed))):
            raised = copy.deepcopy(self.tree)
            tie = raised["ties"][at]
            weight = float(tie["weight"])
            tie["weight"] = random_model.decimal(weight + self.chance.choice([0.05, 0.3, 1]) * (1 - weight))
            ends = [self.model.find(end) for end in tie["between"]]
            day = ["--as-of", tie.get("from", tie.get("to", self.tree["as_of"]))]
            if not all(self.model.vertices[end].exists(model_file.last_day(day[1])) for end in ends):
                continue
            path = self.write(raised, f"raised-{at}.yaml")
            before, after = (self.trust(ends, day, one) for one in (self.path, path))
            if after < before - TOLERANCE:
                return f"{ends}: {path.name} lowers trust from {before} to {after}"

    def trust(self, ends, day, path):
        pair = json.loads(self.ask(["brokers", *ends, *day], path))["result"]["pairs"][0]
        return pair["cooperation"] * (1 - pair["tension"])


PROPERTIES = (Trial.relations_are_in_range_and_symmetric, Trial.order_does_not_count, Trial.includes_do_not_count,
              Trial.a_rise_never_lowers_trust, Trial.same_bytes_twice)


def fault_of(trial, holds):
    try:
        return holds(trial)
    except (RuntimeError, KeyError, IndexError, TypeError, json.JSONDecodeError) as error:
        return f"{type(error).__name__}: {error}"


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--models", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="where the models of a broken property are kept")
    options = parser.parse_args(arguments)
    passed = failed = 0
    for seed in range(options.seed, options.seed + options.models):
        with tempfile.TemporaryDirectory() as folder:
            trial = Trial(options.binary, seed, folder)
            faults = 0
            for holds in PROPERTIES:
                fault = fault_of(trial, holds)
                passed, failed = passed + (not fault), failed + bool(fault)
                if fault:
                    faults += 1
                    print(f"seed {seed}: {holds.__name__}: {fault}")
            if faults and options.keep:
                shutil.copytree(folder, options.keep / f"random-{seed}", dirs_exist_ok=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

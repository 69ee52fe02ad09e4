"""How sure the program is against draws of another generator, and what would change an answer, on random models.

    python3 compare_certainty.py BINARY [--models N] [--seed S] [--draws N] [--keep DIR]

Shares may differ by five standard errors of both sides' sampling; flips by the width of their bisection.
"""

import argparse
import itertools
import math
import random
import shutil
import sys
import tempfile
from pathlib import Path

import compare
import model_file
import random_model
from brokerage import find_candidates
from certainty import Certainty, Change, Draws, find_flips, records_in_force, share_of_weights, stabilities
from clusters import find_clusters
from relations import COMPONENTS, Relations, make_lens

ERRORS = 5
PROGRAM_DRAWS = 20000
CLUSTER_DRAWS = 500
FLIP_WIDTH = 2e-6
QUICK_SIDES = 8


class Trial:
    def __init__(self, binary, seed, path, draws):
        self.binary = binary
        self.path = random_model.write_model(random_model.generate(seed), path)
        self.draws = draws
        self.seed = seed
        self.chance = random.Random(seed)
        self.relations = Relations(model_file.read_model(path), make_lens(model_file.read_model(path)))
        self.spell = ["--draws", str(PROGRAM_DRAWS), "--seed", str(seed)]

    def lens(self, profile):
        model = self.relations.model
        return Relations(model, make_lens(model, profile=profile))

    def ask(self, *arguments, path=None):
        got, fault = compare.ask([self.binary, arguments[0], str(path or self.path), *arguments[1:], *self.spell,
                                  "--format", "json"])
        if fault:
            raise RuntimeError(fault)
        return got["result"]

    def pair(self):
        """Two sides with the most candidates of a few tried."""
        sides = self.relations.sides
        pairs = [self.chance.sample(sides, 2) for _ in range(6)]
        return max(pairs, key=lambda pair: len(Certainty(Draws(self.relations, 0, 0), pair).candidates))

    def shares(self, options, profile="balanced", any_weights=False, unrecorded=None):
        """Lines on every candidate whose shares are too far apart."""
        parties = self.pair()
        got = self.ask("brokers", *parties, "--profile", profile, *options)
        draws = Draws(self.lens(profile), self.draws, self.seed, unrecorded)
        mine = Certainty(draws, parties, any_weights)
        where = f"{parties} {' '.join(options)} --profile {profile}"
        for row in got["candidates"]:
            for field, wanted in (("p_first", mine.first(row["id"])), ("p_top3", mine.share(row["id"], 3))):
                yield from self.far(f"{where}: {row['id']}.{field}", wanted, row[field])
            yield from self.interval(where, mine, row)
        if not any_weights:
            yield from self.effects(where, draws, mine, got)

    def far(self, where, wanted, got, mine=None, program=PROGRAM_DRAWS):
        allowed = allowance(wanted, got, mine or self.draws, program)
        if abs(wanted - got) > allowed:
            yield f"{where}: wanted {wanted:.4f} ± {allowed:.4f}, got {got:.4f}"

    def interval(self, where, mine, row):
        """The cumulative share must reach its mark at the rank given and not before."""
        for field, mark in (("rank_low", 0.05), ("rank_high", 0.95)):
            rank = row[field]
            allowed = allowance(mark, mark, self.draws, PROGRAM_DRAWS)
            at, before = mine.share(row["id"], rank), mine.share(row["id"], rank - 1)
            if at < mark - allowed or before > mark + allowed:
                yield f"{where}: {row['id']}.{field} {rank}: share {before:.4f} before, {at:.4f} there"

    def effects(self, where, draws, mine, got):
        for row in got["find_out"]:
            record = find_record(self.relations, row["record"])
            if record is None:
                continue
            wanted = mine.effect(draws, record, got["candidates"][0]["id"])
            allowed = ERRORS * math.sqrt(1 / self.draws + 1 / PROGRAM_DRAWS)
            if abs(wanted - row["effect"]) > allowed:
                yield f"{where}: find_out {row}: wanted {wanted:.4f} ± {allowed:.4f}"

    def flips(self, profile="balanced"):
        parties = self.pair()
        relations = self.lens(profile)
        got = self.ask("brokers", *parties, "--profile", profile)
        where = f"{parties} --profile {profile}: flip"
        if [abs(row["to"] - row["from"]) for row in got["flips"]] != \
                sorted(abs(row["to"] - row["from"]) for row in got["flips"]):
            yield f"{where}s: not by the size of the change"
        wanted = find_flips(relations, parties)
        listed = [(find_record(relations, row["record"], row["from"]), row) for row in got["flips"]]
        for record, to in wanted:
            rows = [row for one, row in listed if one is record]
            if not rows and record is find_record(relations, record_of(record), record.number):
                yield f"{where} of {record}: wanted {to}, not listed"
        for record, row in listed:
            if record is not None:
                yield from self.flip(where, relations, parties, record, row)
            elif not find_records(relations, row["record"], row["from"]):
                yield f"{where} {row}: no such record to change"

    def flip(self, where, relations, parties, record, row):
        least, greatest = next(ends for one, _, _, *ends in records_in_force(relations) if one is record)
        change = Change(relations, parties, record, least, greatest)
        to = change.flip()
        if to is None or abs(abs(to - record.number) - abs(row["to"] - record.number)) > FLIP_WIDTH:
            yield f"{where} {row}: wanted {to}"
        beyond = row["to"] + math.copysign(FLIP_WIDTH, row["to"] - record.number)
        new_first = {change.first_at(number) for number in (row["to"], min(max(beyond, least), greatest))}
        if row["new_first"] not in new_first:
            yield f"{where} {row}: the new first is {new_first}"

    def stability(self):
        relations = self.relations
        if len(relations.sides) > QUICK_SIDES:
            return
        got = self.ask("clusters")
        if got["modularity"] - find_clusters(relations)["modularity"] < -1e-9:
            return
        count = min(self.draws, CLUSTER_DRAWS)
        wanted = stabilities(Draws(relations, count, self.seed), got)
        for cluster in got["clusters"]:
            for member in cluster["members"]:
                if None in (wanted[member["id"]], member["stability"]):
                    if wanted[member["id"]] != member["stability"]:
                        yield f"stability of {member['id']} alone: got {member['stability']}"
                    continue
                yield from self.far(f"stability of {member['id']}", wanted[member["id"]], member["stability"], count,
                                    CLUSTER_DRAWS)

    def one_luck(self):
        """The same pair must be as sure among all as alone."""
        rows = self.ask("brokers", "--all")["pairs"]
        for row in self.chance.sample(rows, min(2, len(rows))):
            alone = self.ask("brokers", row["b"], row["a"])["candidates"]
            for one, other in zip(alone, row["candidates"]):
                for field in ("id", "p_first", "p_top3", "rank_low", "rank_high"):
                    if one[field] != other[field]:
                        yield f"{row['a']}–{row['b']}: {one['id']}.{field} {one[field]} alone, {other[field]} in --all"

    def exact_weights(self):
        """Where all is certain but the weights, the first of two is so on a share of the simplex known exactly."""
        path = random_model.write_model(certain(random_model.generate(self.seed)), self.path.with_suffix(".certain.yaml"))
        model = model_file.read_model(path)
        relations = Relations(model, make_lens(model))
        for parties in itertools.combinations(relations.sides, 2):
            rows = find_candidates(relations, parties)
            if len(rows) != 2 or any(row["refused_by"] for row in rows):
                continue
            differences = [rows[0][component] - rows[1][component] for component in COMPONENTS]
            if not well_apart(differences):
                continue
            got = self.ask("brokers", *parties, "--any-weights", path=path)["candidates"]
            yield from self.far(f"{parties} exactly", share_of_weights(differences), got[0]["p_first"], mine=10 ** 9)

    def run(self):
        model = self.relations.model
        return {
            "draws": lambda: self.shares([], self.chance.choice(["balanced", "precedent", "power", "convenor"])),
            "any weights": lambda: self.shares(["--any-weights"], any_weights=True),
            "exact weights": self.exact_weights,
            "unrecorded": lambda: self.shares(["--unrecorded", "low"], "facilitator",
                                              unrecorded=model.words.confidence["low"]),
            "flips": self.flips,
            "stability": self.stability,
            "one luck": self.one_luck}


def allowance(wanted, got, mine, program):
    """Five standard errors of the difference of two shares, and never nothing."""
    share = (wanted * mine + got * program + 1) / (mine + program + 2)
    return ERRORS * math.sqrt(share * (1 - share) * (1 / mine + 1 / program)) + 2 / min(mine, program)


def certain(tree):
    """The same model with every confidence 1."""
    for record in [*tree.get("ties", []), *tree.get("influence", []), *tree.get("refusals", []),
                   *(forum for section in ("organisations", "mechanisms", "projects")
                     for forum in tree.get(section, {}).values())]:
        record["confidence"] = "1"
    return {key: value for key, value in tree.items() if key != "unrecorded"}


def well_apart(differences):
    """Whether the closed form can be trusted: it divides by what lies between them."""
    exponents = [d for d in differences if d != 0]
    return exponents and all(abs(one - other) > 1e-4 for one, other in itertools.combinations(exponents, 2))


def record_of(record):
    """A record as INTERFACE names it."""
    first = record.span.first
    if hasattr(record, "between"):
        kind, ids = "tie", sorted(record.between)
    elif hasattr(record, "over"):
        kind, ids = "influence", [record.of, record.over]
    else:
        kind, ids = "effectiveness", [record.forum]
    return {"kind": kind, "vertices": ids, "layer": getattr(record, "layer", None),
            "from": first.isoformat() if first else None}


def find_records(relations, named, number=None):
    """The records in force that bear the name, and the number."""
    return [record for record, *_ in records_in_force(relations) if record_of(record) == named
            and (number is None or abs(record.number - number) < 1e-12)]


def find_record(relations, named, number=None):
    """The one record of that name; None where several bear it or none does."""
    found = find_records(relations, named, number)
    return found[0] if len(found) == 1 else None


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--models", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--draws", type=int, default=1500, help="of the reference")
    parser.add_argument("--keep", type=Path, help="where models that differ are kept")
    parser.add_argument("--only", help="this check alone: draws, any weights, exact weights, unrecorded, flips, stability, one luck")
    options = parser.parse_args(arguments)
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(options.seed, options.seed + options.models):
            trial = Trial(options.binary, seed, Path(folder, f"random-{seed}.yaml"), options.draws)
            for name, check in trial.run().items():
                if options.only not in (None, name):
                    continue
                try:
                    found = list(check())
                except RuntimeError as fault:
                    found = [str(fault)]
                passed, failed = passed + (not found), failed + bool(found)
                if found:
                    print(f"seed {seed}: {name}", *found[:6], sep="\n    ")
                    if options.keep:
                        options.keep.mkdir(parents=True, exist_ok=True)
                        shutil.copy(trial.path, options.keep)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The program against the reference, field by field, on random models under many lenses.

    python3 compare.py BINARY [--models N] [--seed S] [--keep DIR]

Each difference is printed with the command and the path of the field, and its model is kept in DIR.
"""

import argparse
import functools
import itertools
import json
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import model_file
import random_model
import reference
from relations import PROFILES

TOLERANCE = 1e-9
LISTS_OF_OTHERS = {"evidence", "remarks"}
LATER = {"flips", "find_out"}


def views(model, chance):
    """Lenses, as options of the command line."""
    layers = [layer for layer in model.layers if layer != "forums"]
    other = chance.choice([*layers, "forums"])
    return [[], *(["--as-of", day] for day in chance.sample(random_model.LENS_DATES, 2)),
            ["--layers", f"{chance.choice(layers)}=0.3,forums=0"], ["--layers", f"{other}=0.9", "--only-layers"],
            *(["--profile", name] for name in [*PROFILES, *model.profiles]), ["--threats"]]


def questions(relations, chance, whole, knows):
    """Commands and what they ask; all that exist on the day may be parties."""
    pairs = list(itertools.permutations(relations.sides, 2))
    yield ["tensions"]
    yield ["clusters"]
    yield ["brokers", "--all"]
    yield from (["brokers", "--broker", k] for k in some(relations.actors, 2 if whole else 1, chance))
    yield from (["brokers", *pair] for pair in some(pairs, 3 if whole else 1, chance))
    if len(relations.sides) > 2:
        yield ["brokers", *some(relations.sides, 3, chance)]
    if whole:
        yield from later_questions(relations, pairs, chance, knows)
        yield from (["clusters", "--resolution", resolution] for resolution in ("0.5", "1.7"))
        yield from (["tensions", "--sort", column] for column in ("opportunity", "strain"))
        yield from (["brokers", *some(list(relations.vertices), count, chance)] for count in (2, 3))


def later_questions(relations, pairs, chance, knows):
    if "balance" in knows:
        yield from (["balance", *options] for options in ([], ["--count"], ["--threshold", "0.3"],
                                                          ["--count", "--threshold", "0"]))
    if "roles" in knows:
        tagged = any("region" in vertex.tags for vertex in relations.model.vertices.values())
        yield from (["roles", "--groups", group] for group in ["clusters", *(["region"] if tagged else [])])
    if "--together" in knows:
        yield from (["brokers", *pair, "--together", size] for pair in some(pairs, 2, chance) for size in "23")
        if len(relations.sides) > 2:
            yield ["brokers", *some(relations.sides, 3, chance), "--together", "2"]


def some(choices, count, chance):
    return chance.sample(choices, min(count, len(choices)))


def arguments_of(question, model, view):
    command, *rest = question
    return [command, str(model), *rest, *view]


def differences(wanted, got, path=""):
    """(path, wanted, got) wherever the two are not the same; numbers may differ by the tolerance."""
    key = path.rsplit(".", 1)[-1]
    if key in LATER:
        if got not in (None, []):
            yield path, "null or empty", got
    elif isinstance(wanted, dict) and isinstance(got, dict):
        for name in [*wanted, *(name for name in got if name not in wanted)]:
            inner = f"{path}.{name}" if path else name
            if name in LISTS_OF_OTHERS and name not in wanted:
                continue
            if name not in wanted or name not in got:
                yield inner, wanted.get(name, "no such field"), got.get(name, "absent")
            else:
                yield from differences(wanted[name], got[name], inner)
    elif isinstance(wanted, list) and isinstance(got, list):
        if len(wanted) != len(got):
            yield f"{path}.length", brief(wanted), brief(got)
        for at, (one, other) in enumerate(zip(wanted, got)):
            yield from differences(one, other, f"{path}[{at}]")
    elif is_number(wanted) and is_number(got):
        if abs(wanted - got) > TOLERANCE:
            yield path, wanted, got
    elif type(wanted) is not type(got) or wanted != got:
        yield path, wanted, got


def brief(rows):
    """Rows by their ids or pairs alone."""
    return [row.get("id") or [row.get("a"), row.get("b")] if isinstance(row, dict) else row for row in rows]


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def missing_lists(result):
    """Lists that the reference leaves to the program, but that must be there."""
    if "candidates" in result and not isinstance(result.get("remarks"), list):
        yield "remarks", "a list", result.get("remarks", "absent")
    for holder in [result, *result.get("pairs", [])]:
        for row in holder.get("candidates", []):
            if not isinstance(row.get("evidence"), list):
                yield "candidates[].evidence", "a list", row.get("evidence", "absent")


def ask(line):
    run = subprocess.run(line, capture_output=True, text=True, timeout=120)
    if run.returncode != 0:
        return None, f"exit status {run.returncode}: {run.stderr.strip()[:2000]}"
    try:
        return json.loads(run.stdout), None
    except json.JSONDecodeError as error:
        return None, f"no JSON: {error}"


@functools.cache
def commands_of(binary):
    """What the program knows of what came later, said aloud where it lacks some."""
    def help_on(*what):
        return subprocess.run([binary, "help", *what], capture_output=True, text=True, timeout=120).stdout
    lines = help_on().splitlines()
    knows = {name for name in ("balance", "roles", "compare") if any(line.startswith(f"  {name} ") for line in lines)}
    if "--together" in help_on("brokers"):
        knows.add("--together")
    for name in sorted({"balance", "roles", "compare", "--together"} - knows):
        print(f"NOT COMPARED: this program has no {name} yet")
    return frozenset(knows)


@functools.cache
def without_draws(binary):
    """The options that switch draws off, where the program has draws."""
    purpose = subprocess.run([binary, "help", "brokers"], capture_output=True, text=True, timeout=120).stdout
    return ["--draws", "0"] if "--draws" in purpose else []


def compare_run(binary, arguments):
    """Every difference of one run, as lines."""
    got, fault = ask([binary, *arguments, "--format", "json", *without_draws(binary)])
    if fault:
        return [fault]
    wanted = reference.answer(arguments, got.get("result"))
    found = list(differences(wanted, {"model": {"title": got.get("model", {}).get("title")}, "lens": got.get("lens"),
                                      "result": got.get("result")}))
    if isinstance(got.get("result"), dict):
        found += missing_lists(got["result"])
    return [f"{where}: wanted {one!r}, got {other!r}" for where, one, other in found]


def compare_model(binary, seed, path):
    """(arguments, their differences) of every run on the model of this seed."""
    random_model.write_model(random_model.generate(seed), path)
    chance = random.Random(seed)
    for number, view in enumerate(views(model_file.read_model(path), chance)):
        relations = reference.relations_of(reference.parse(["relations", str(path), *view]))
        for question in questions(relations, chance, number == 0, commands_of(binary)):
            arguments = arguments_of(question, path, view)
            yield arguments, compare_run(binary, arguments)


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--models", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="where models that differ are kept")
    parser.add_argument("--lines", type=int, default=5, help="differences shown of one run")
    options = parser.parse_args(arguments)
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(options.seed, options.seed + options.models):
            path = Path(folder, f"random-{seed}.yaml")
            kept = path
            for arguments_tried, found in compare_model(options.binary, seed, path):
                passed, failed = passed + (not found), failed + bool(found)
                if not found:
                    continue
                if options.keep and kept is path:
                    options.keep.mkdir(parents=True, exist_ok=True)
                    kept = shutil.copy(path, options.keep)
                print(" ".join(arguments_tried).replace(str(path), str(kept)))
                print("".join(f"    {difference}\n" for difference in found[:options.lines]), end="")
                if len(found) > options.lines:
                    print(f"    and {len(found) - options.lines} more")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

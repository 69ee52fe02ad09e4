"""The smallest part of a random model on which the program and the reference still differ in the same field.

    python3 shrink.py BINARY SEED COMMAND [A B …] [options]     as compare.py prints them, without the model
"""

import copy
import re
import sys
import tempfile
from pathlib import Path

import compare
import random_model

REQUIRED = {"entente", "title", "as_of", "between", "on", "by", "who", "of", "over", "source", "actor", "value"}


def fields(differences):
    """The names of the fields that differ, or the kind of fault."""
    return {re.sub(r"\[\d+\]|^.*\.", "", difference.split(":")[0]) for difference in differences}


def places(value, path=()):
    """Every key and item, outer before inner."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in reversed(list(items)):
        yield (*path, key)
        yield from places(inner, (*path, key))


def without(tree, place):
    smaller = copy.deepcopy(tree)
    holder = smaller
    for key in place[:-1]:
        holder = holder[key]
    del holder[place[-1]]
    return smaller


def shrink(tree, differs):
    """Removes part after part for as long as the difference stays."""
    shrunk = True
    while shrunk:
        shrunk = False
        for place in list(places(tree)):
            try:
                smaller = without(tree, place)
            except (KeyError, IndexError, TypeError):
                continue            # went with an outer part
            if place[-1] not in REQUIRED and differs(smaller):
                tree, shrunk = smaller, True
    return tree


def main(binary, seed, command, *rest):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "model.yaml")

        def fields_on(tree):
            random_model.write_model(tree, path)
            try:
                return fields(compare.compare_run(binary, compare.arguments_of([command], path, rest)))
            except (KeyError, ValueError, ZeroDivisionError):
                return set()        # no longer a sound model

        tree = random_model.generate(int(seed))
        at_first = fields_on(tree)
        if not at_first:
            sys.exit("no difference on this model")
        tree = shrink(tree, lambda smaller: fields_on(smaller) and fields_on(smaller) <= at_first)
        random_model.write_model(tree, path)
        print(random_model.to_yaml(tree))
        print("\n".join(compare.compare_run(binary, compare.arguments_of([command], path, rest))))


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])

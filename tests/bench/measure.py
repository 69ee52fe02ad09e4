"""Measures what is asked for and prints one table; README.md beside this says how to read it."""
import argparse
import os
import sys
from pathlib import Path

import all_pairs
import clusters
import draws
import frustration
import growth
import positions
import tables
from machine import Machine, Missing
from rows import table

MEASURES = [draws, all_pairs, tables, clusters, frustration, positions, growth]
ROOT = Path(__file__).resolve().parents[2]


def main():
    names = [module.__name__ for module in MEASURES]
    parser = argparse.ArgumentParser(prog="tests/bench/run", description="Measures entente against its peers.")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions and smaller sizes")
    parser.add_argument("--repetitions", metavar="N", type=int, help="how often to measure: 5, or 3 with --quick")
    parser.add_argument("names", metavar="NAME", nargs="*", choices=[[], *names],
                        help=f"what to measure: {', '.join(names)}; without a name, all")
    asked = parser.parse_args()
    data = Path(os.environ.get("ENTENTE_DATA") or ROOT / ".." / "shared" / "data")
    machine = Machine(ROOT / "build-bench", ROOT, data, asked.quick, asked.repetitions)

    rows, skipped = [], []
    for module in MEASURES:
        if asked.names and module.__name__ not in asked.names:
            continue
        print(f"measuring {module.__name__} …", file=sys.stderr)
        try:
            for row in module.measure(machine):
                print(f"  {row}", file=sys.stderr)
                rows.append(row)
        except Missing as missing:
            skipped.append(f"SKIPPED in {module.__name__}: {missing}")
    print(table(rows))
    for line in skipped:
        print(line)


if __name__ == "__main__":
    main()

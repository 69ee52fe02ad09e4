#!/usr/bin/env python3
"""The commands as a planner types them.

    run.py BINARY [FILE…]

Each other file beside this one holds the cases of one matter; FILE names some of them, without `.py`.
"""
import importlib
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path[:0] = [str(HERE), str(HERE.parent)]

import bench


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    matters = sys.argv[2:] or sorted(path.stem for path in HERE.glob("*.py") if path.stem != "run")
    cases = [case for matter in matters for case in bench.cases_of(importlib.import_module(matter))]
    bench.run_cases(cases, sys.argv[1])


if __name__ == "__main__":
    main()

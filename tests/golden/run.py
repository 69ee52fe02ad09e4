#!/usr/bin/env python3
"""Golden runs: every command in every format, word for word.

    run.py BINARY [--update] [NAME…]

A line of cases.txt is a case, `NAME: COMMAND LINE`, run in this folder; `OUT/` in it is a temporary folder. What the
binary says, writes and returns must be expected/NAME.txt to the letter, with these exceptions: the version, the hashes
of the files read, and pictures inside a page are blanked out. --update writes what is seen; read it before it is kept.
"""
import difflib
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE.parent))

from bench import TIMEOUT, plain_environment

EXPECTED = HERE / "expected"
READABLE = {".md", ".html", ".json", ".csv", ".txt", ".yaml", ".graphml", ".gexf", ".dot"}
SHOWN_DIFFERENCES = 40


def cases():
    for line in (HERE / "cases.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, words = line.split(": ", 1)
            yield name, shlex.split(words)


def blanked(text):
    """Without what may change while the answer stays."""
    text = re.sub(r"\b[0-9a-f]{64}\b", "…", text)
    text = re.sub(r'("entente": )"[^"]+"', r'\1"…"', text)
    text = re.sub(r"(?<=entente )\d+\.\d+\.\d+", "…", text)
    return re.sub(r"<svg\b.*?</svg>", "<svg>…</svg>", text, flags=re.S)


def section(title, text):
    if not text:
        return ""
    return f"--- {title}\n{text}" + ("" if text.endswith("\n") else "\n--- (no newline at the end)\n")


def transcript(binary, words):
    """All that a run says and leaves."""
    with tempfile.TemporaryDirectory(prefix="entente-golden-") as folder:
        asked = [word.replace("OUT/", f"{folder}/") for word in words]
        run = subprocess.run([binary, *asked], cwd=HERE, capture_output=True, timeout=TIMEOUT, stdin=subprocess.DEVNULL,
                             env=plain_environment())
        said = [text.decode("utf-8").replace(f"{folder}/", "OUT/") for text in (run.stdout, run.stderr)]
        written = [path for path in sorted(Path(folder).rglob("*")) if path.is_file()]
        text = f"$ entente {shlex.join(words)}\nexit status {run.returncode}\n"
        text += section("standard output", said[0]) + section("standard error", said[1])
        for path in written:
            name = f"OUT/{path.relative_to(folder)}"
            readable = path.suffix in READABLE
            text += section(name, path.read_text(encoding="utf-8")) if readable else f"--- {name}\n"
    return blanked(text)


def difference(wanted, seen, name):
    lines = list(difflib.unified_diff(wanted.splitlines(), seen.splitlines(), f"expected/{name}.txt", "seen", lineterm="", n=1))
    more = len(lines) - SHOWN_DIFFERENCES
    return "\n".join(lines[:SHOWN_DIFFERENCES] + ([f"and {more} lines more"] if more > 0 else []))


def main():
    update = "--update" in sys.argv
    words = [word for word in sys.argv[1:] if word != "--update"]
    if not words:
        sys.exit(__doc__)
    binary, only = os.path.abspath(words[0]), set(words[1:])
    passed = failed = 0
    named = set()
    for name, asked in cases():
        named.add(name)
        if only and name not in only:
            continue
        path = EXPECTED / f"{name}.txt"
        seen = transcript(binary, asked)
        if update:
            path.write_text(seen, encoding="utf-8")
        wanted = path.read_text(encoding="utf-8") if path.is_file() else ""
        passed, failed = passed + (seen == wanted), failed + (seen != wanted)
        if seen != wanted:
            print(f"{name}: {shlex.join(asked)}\n{difference(wanted, seen, name)}")
    for path in sorted(EXPECTED.glob("*.txt")):
        if path.stem not in named:
            failed += 1
            print(f"{path.stem}: no case of this name")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


if __name__ == "__main__":
    main()

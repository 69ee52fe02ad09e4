#!/usr/bin/env python3
"""Runs every command of the console blocks in README.md and docs/ and compares what it prints.

    tests/readme.py PROGRAM [--update]

A block is ```console; a line that begins with `$ entente` runs from the root of the repo, the lines under it are its
output. A line `…` stands for any lines. --update writes the output anew, keeping where a block was cut.
"""
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"(?<=```console\n)(.*?)(?=```)", re.DOTALL)
CUT = "…"


def runs_of(block):
    """(command line, the lines shown under it) of a block."""
    for part in re.split(r"^(?=\$ )", block, flags=re.MULTILINE):
        if part.strip():
            first, _, rest = part.partition("\n")
            yield first, rest.rstrip("\n").split("\n") if rest.strip("\n") else []


def output_of(line, program):
    words = shlex.split(line.removeprefix("$ "))
    if words[0] != "entente":
        return None
    run = subprocess.run([program, *words[1:]], cwd=ROOT, capture_output=True, text=True, timeout=60)
    return (run.stdout + run.stderr).rstrip("\n").split("\n")


def matches(shown, printed):
    """Whether the lines shown are those printed, each cut standing for any lines."""
    pieces = "\n".join(shown).split(CUT + "\n") if shown and shown[-1] != CUT else "\n".join(shown[:-1]).split(CUT + "\n")
    text = "\n".join(printed) + "\n"
    if shown and shown[-1] != CUT:
        return text.rstrip("\n") == "\n".join(shown) if len(pieces) == 1 else (
            text.startswith(pieces[0]) and text.rstrip("\n").endswith(pieces[-1].rstrip("\n")))
    return text.startswith(pieces[0])


def renewed(shown, printed):
    """The output anew, cut after as many lines as before."""
    if CUT not in shown:
        return printed
    kept = shown.index(CUT)
    after = len(shown) - kept - 1
    return [*printed[:kept], CUT, *(printed[len(printed) - after:] if after else [])]


def main(words):
    program = str(pathlib.Path(next(word for word in words if word != "--update")).resolve())
    passed = failed = 0
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        text = page.read_text(encoding="utf-8")
        blocks = []
        for block in BLOCK.findall(text):
            lines = []
            for command, shown in runs_of(block):
                printed = output_of(command, program)
                if printed is None or matches(shown, printed):
                    passed += printed is not None
                else:
                    failed += 1
                    print(f"{page.name}: {command}\n  shows something else than it prints")
                lines += [command, *(shown if printed is None else renewed(shown, printed))]
            blocks.append("\n".join(lines) + "\n")
        if "--update" in words:
            new = iter(blocks)
            page.write_text(BLOCK.sub(lambda _: next(new), text), encoding="utf-8")
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0 and "--update" not in words)


if __name__ == "__main__":
    main(sys.argv[1:])

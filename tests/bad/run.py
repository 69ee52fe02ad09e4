#!/usr/bin/env python3
"""Bad input, and input that only looks bad: what `check` says, word for place.

    run.py BINARY [NAME…]

Each folder beside this file is a case: `model.yaml` with its parts, and `expect.txt`. What cannot lie in a repository
(a pipe, a link, a file of another encoding, a huge one) is made by made.py and made_tables.py in a temporary folder, with an expectation
of the same form. The binary runs in the case's folder as `BINARY check model.yaml`.

A line of expect.txt is one diagnostic, in order:

    PLACE: error|warning: PIECE & PIECE

PLACE is FILE:LINE:COLUMN (or FILE, of a file as a whole), `*` for any part of it, several parted by `|` where more than one is right. Every PIECE
occurs in the message. Columns count characters. Then come
    exit N        the exit status
    args A B      (optional) options of `check`
    more          (optional) further diagnostics are allowed
    seconds N     (optional) how long it may take, where five are too few
Where an error is expected, warnings that are not listed are ignored.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

import made
import made_tables

HERE = Path(__file__).resolve().parent
TIMEOUT = 5
DIAGNOSTIC = re.compile(r"^(\S.*?): (error|warning):(?: (.*))?$")


class Expectation:
    def __init__(self, text):
        self.diagnostics, self.status, self.args, self.more, self.seconds = [], None, [], False, TIMEOUT
        for line in text.splitlines():
            if line.startswith("exit "):
                self.status = int(line[5:])
            elif line.startswith("args "):
                self.args = line[5:].split()
            elif line.startswith("seconds "):
                self.seconds = int(line[8:])
            elif line == "more":
                self.more = True
            elif match := DIAGNOSTIC.match(line):
                places, severity, pieces = match.groups()
                self.diagnostics.append((places.split("|"), severity, (pieces or "").split(" & ")))
            elif line:
                raise ValueError(f"not a line of an expectation: {line}")
        if self.status is None:
            raise ValueError("an expectation without an exit status")


def display_width(text):
    """Cells of a terminal; a tab goes to the next multiple of eight."""
    cells = 0
    for char in text:
        if char == "\t":
            cells += 8 - cells % 8
        elif unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc"):
            continue
        else:
            cells += 2 if unicodedata.east_asian_width(char) in "WF" else 1
    return cells


def is_control(char):
    return unicodedata.category(char) == "Cc" or "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069"


def printed_form(text):
    """A pattern for `text` as a terminal may be shown it: a tab as blanks, a control character in any safe form."""
    parts = []
    for char in text:
        if char == "\t":
            parts.append(r"(?:\t| +)")
        elif is_control(char):
            parts.append(r".{0,8}?")
        else:
            parts.append(re.escape(char))
    return "".join(parts)


def source_line(folder, place):
    """The line that a place names and the column, or nothing where the file has no such line or is no text."""
    if place.count(":") < 2:
        return None
    name, line, column = place.rsplit(":", 2)
    try:
        text = (folder / name).read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None
    lines = re.split(r"\r\n|\r|\n", text)
    if int(line) > len(lines):
        return None
    return lines[int(line) - 1], int(column)


def caret_fault(folder, place, following):
    """What is wrong with the two lines after a diagnostic, or nothing."""
    found = source_line(folder, place)
    if found is None:
        return None
    if len(following) < 2:
        return "the line and its caret are missing"
    source, column = found
    if column > len(source) + 1:
        return f"column {column} lies behind the end of the line"
    printed, carets = following
    if "^" not in carets or carets.strip("^~ \t|0123456789"):
        return f"no caret line, but {carets!r}"
    before, after = source[: column - 1], source[column - 1 :].rstrip()
    if len(source) > 100:
        before, after = before[-4:], after[:4]
    wanted = cells_before(printed, before, after)
    if not wanted:
        return f"the line shown is {printed!r}"
    if any(is_control(char) and char != "\t" for char in printed):
        return "a control character reached the terminal"
    if any(is_control(char) for char in before):
        return None
    seen = display_width(carets[: carets.index("^")])
    return None if seen in wanted else f"the caret stands in cell {seen + 1}, not {min(wanted) + 1}"


def cells_before(printed, before, after):
    """How many cells may stand before the caret: one number, or several where a shortened line repeats itself."""
    ends, starts = re.compile(f"{printed_form(before)}$"), re.compile(printed_form(after))
    splits = range(len(printed) + 1)
    return {display_width(printed[:at]) for at in splits if starts.match(printed[at:]) and ends.search(printed[:at])}


def place_matches(pattern, place):
    if pattern == "*":
        return True
    wanted, seen = pattern.rsplit(":", 2), place.rsplit(":", 2)
    return len(wanted) == len(seen) and all(w in ("*", s) for w, s in zip(wanted, seen))


def counts(text, severity):
    match = re.search(rf"(\d[\d,]*) {severity}s?\b", text)
    return int(match.group(1).replace(",", "")) if match else 0


def stands_for(message):
    """How many a diagnostic counts as: "20 more errors in this table" as twenty, "and 20 more like it" as one more."""
    if match := re.match(r"(\d+) more (?:error|warning)s?\b", message):
        return int(match.group(1))
    match = re.search(r", and (\d+) more like it in this table", message)
    return 1 + int(match.group(1)) if match else 1


def read_diagnostics(lines):
    """(place, severity, message, the two lines that follow) of each diagnostic."""
    found = []
    for number, line in enumerate(lines):
        if match := DIAGNOSTIC.match(line):
            place, severity, message = match.groups()
            found.append((place, severity, message or "", lines[number + 1 : number + 3]))
    return found


def faults(binary, folder, expectation):
    """Everything in which the binary differs from the expectation."""
    command = [binary, "check", *expectation.args, "model.yaml"]
    try:
        run = subprocess.run(command, cwd=folder, capture_output=True, timeout=expectation.seconds, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return [f"no answer within {expectation.seconds} s"]
    wrong = []
    if run.returncode != expectation.status:
        wrong.append(f"exit status {run.returncode}, not {expectation.status}")
    try:
        stderr = run.stderr.decode("utf-8")
    except UnicodeDecodeError:
        return [*wrong, "what it says is not UTF-8"]
    lines = stderr.split("\n")
    found = read_diagnostics(lines)
    errors_expected = any(severity == "error" for _, severity, _ in expectation.diagnostics)
    warnings_expected = any(severity == "warning" for _, severity, _ in expectation.diagnostics)
    judged = [d for d in found if d[1] == "error" or warnings_expected or not errors_expected]

    for position, (places, severity, pieces) in enumerate(expectation.diagnostics):
        label = f"{'|'.join(places)}: {severity}: {' & '.join(pieces)}"
        if position >= len(judged):
            wrong.append(f"missing: {label}")
            continue
        place, seen_severity, message, following = judged[position]
        said = f"{place}: {seen_severity}: {message}"
        if not any(place_matches(pattern, place) for pattern in places):
            wrong.append(f"expected {label}\n          said {said}")
            continue
        if severity != seen_severity or any(piece not in message for piece in pieces):
            wrong.append(f"expected {label}\n          said {said}")
        if places != ["*"] and (fault := caret_fault(folder, place, following)):
            wrong.append(f"{fault}, at {said}")
    if not expectation.more:
        wrong += [f"too many: {p}: {s}: {m}" for p, s, m, _ in judged[len(expectation.diagnostics) :]]

    last = next((line for line in reversed(lines) if line.strip()), "")
    for severity in ("error", "warning"):
        number = sum(stands_for(message) for _, seen, message, _ in found if seen == severity)
        if number and counts(last, severity) != number:
            wrong.append(f"the last line does not count {number} {severity}(s): {last!r}")
    return wrong


def stored_cases():
    for folder in sorted(HERE.iterdir()):
        if (folder / "expect.txt").is_file():
            yield folder.name, folder


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    binary, only = os.path.abspath(sys.argv[1]), set(sys.argv[2:])
    passed = failed = 0

    def judge(name, folder, expectation):
        nonlocal passed, failed
        wrong = faults(binary, folder, Expectation(expectation))
        passed, failed = passed + (not wrong), failed + bool(wrong)
        for fault in wrong:
            print(f"{name}: {fault}")

    for name, folder in stored_cases():
        if not only or name in only:
            judge(name, folder, (folder / "expect.txt").read_text(encoding="utf-8"))
    for name, make in made.cases() + made_tables.cases():
        if only and name not in only:
            continue
        outer = Path(tempfile.mkdtemp(prefix="entente-bad-"))
        try:
            folder = outer / "case"
            folder.mkdir()
            judge(name, folder, make(folder))
        finally:
            shutil.rmtree(outer)
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


if __name__ == "__main__":
    main()

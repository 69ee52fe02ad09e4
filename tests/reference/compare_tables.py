#!/usr/bin/env python3
"""Random tables, as spreadsheets and programs write them, read by the binary and by Python's csv module.

    compare_tables.py BINARY [--tables N] [--seed S]

A table's rows are ties of one pair, told apart by their year; place and note of the evidence are random texts. What
`show` tells of them must be what the csv module reads, without the blanks around. Columns stand in any order, some renamed.
"""
import argparse
import csv
import io
import json
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

BLANKS = " \t\r\n\u00a0\u2007\u202f"
ALPHABETS = ["abc XYZ", 'a"b ""', ",;\t|", "a\nb\r\n ", "é سازمان 上海", " \u00a0\u202fx", "'=+-@#", "NO NA null 1e5 0,6"]
COLUMNS = ["a", "b", "layer", "stance", "from", "source", "at", "evidence_note"]
DELIMITERS = [",", ";", "\t"]
LINE_ENDS = ["\n", "\r\n", "\r"]
QUOTING = [csv.QUOTE_MINIMAL, csv.QUOTE_ALL]


def random_text(luck):
    letters = "".join(luck.sample(ALPHABETS, luck.randint(1, 3)))
    return "".join(luck.choice(letters) for _ in range(luck.randint(0, 12)))


def random_table(luck):
    """The bytes of a table and the headings that differ."""
    order = luck.sample(COLUMNS, len(COLUMNS))
    renamed = {name: f"col, {name}" for name in order if luck.random() < 0.2}
    delimiter = luck.choice(DELIMITERS)
    text = io.StringIO(newline="")
    line_end = luck.choice(LINE_ENDS)
    # The module puts no quotes about a line end that is not the table's own.
    quoting = luck.choice(QUOTING) if line_end == "\r\n" else csv.QUOTE_ALL
    writer = csv.writer(text, delimiter=delimiter, lineterminator=line_end, quoting=quoting)
    # Headings with commas stand in quotes, so that the delimiter is what parts the columns.
    writer.writerow([renamed.get(name, name) for name in order])
    for year in range(1000, 1000 + luck.randint(0, 12)):
        row = {"a": "A", "b": luck.choice(["B", " B ", "Bland\u00a0"]), "layer": "l", "stance": "cool", "from": str(year),
               "source": "s", "at": random_text(luck), "evidence_note": random_text(luck)}
        writer.writerow([row[name] for name in order])
        if luck.random() < 0.1:
            writer.writerow([""] * len(order))
    written = text.getvalue()
    if luck.random() < 0.3:
        written = f"sep={delimiter}\n" + written
    if luck.random() < 0.3:
        written = written.rstrip("\r\n")
    return written, delimiter, renamed


def without_guard(cell):
    """Without the apostrophe that keeps a spreadsheet from running the cell as a formula."""
    return cell[1:] if re.match(r"'+[=+@\t\r-]", cell) else cell


def wanted(written, delimiter, renamed):
    """(year, at, note) of each row by the csv module."""
    text = written.split("\n", 1)[-1] if written.startswith("sep=") else written
    rows = [[without_guard(cell.strip(BLANKS)) for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
    names = {heading: name for name, heading in renamed.items()}
    header = [names.get(cell, cell) for cell in rows[0]]
    records = [dict(zip(header, row)) for row in rows[1:] if any(row)]
    return sorted((row["from"], row["at"], row["evidence_note"]) for row in records)


def seen(binary, folder, written, renamed, mark):
    """The same by the binary, or what it says is wrong."""
    (folder / "t.csv").write_bytes(mark + written.encode("utf-8"))
    columns = json.dumps(renamed, ensure_ascii=False)
    (folder / "model.yaml").write_text(f"""entente: 1
as_of: 2016
layers: {{l: {{}}}}
sources: {{s: {{title: S}}}}
countries: {{A: {{}}, B: {{name: Bland}}}}
tables: {{ties: {{file: t.csv, columns: {columns}}}}}
""", encoding="utf-8")
    run = subprocess.run([binary, "show", folder / "model.yaml", "A", "B", "--format", "json"], capture_output=True, timeout=60)
    if run.returncode != 0:
        return run.stderr.decode("utf-8")
    ties = json.loads(run.stdout)["result"]["ties"]
    return sorted((tie["from"][:4], tie["evidence"][0]["at"] or "", tie["evidence"][0]["note"] or "") for tie in ties)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--tables", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="entente-tables-") as folder:
        for number in range(options.seed, options.seed + options.tables):
            luck = random.Random(number)
            written, delimiter, renamed = random_table(luck)
            mark = b"\xef\xbb\xbf" if luck.random() < 0.3 else b""
            expected = wanted(written, delimiter, renamed)
            found = seen(options.binary, Path(folder), written, renamed, mark)
            passed, failed = passed + (found == expected), failed + (found != expected)
            if found != expected:
                print(f"table {number}: {written!r}\n  wanted {expected}\n  got {found}")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


if __name__ == "__main__":
    main()

"""Colour is for terminals, and for those who want it."""
import os
import pty
import re
import select
import subprocess
import time

from bench import REGION, check, equal, plain_environment

ESCAPE = b"\x1b["
BAD = "entente: 1\ntitle: Small\nas_of: 2020\ntise: []\n"


def _on_a_terminal(bench, *words, env=None, columns=100):
    """What a terminal of that width is sent, and the exit status."""
    ours, theirs = pty.openpty()
    subprocess.run(["stty", "cols", str(columns), "rows", "40"], stdin=theirs, check=True)
    process = subprocess.Popen([bench.binary, *map(str, words)], cwd=bench.folder, stdin=theirs, stdout=theirs,
                               stderr=theirs, env={**plain_environment(), "TERM": "xterm-256color", **(env or {})},
                               close_fds=True)
    os.close(theirs)
    sent, until = b"", time.monotonic() + 60
    while time.monotonic() < until:
        if not select.select([ours], [], [], 0.2)[0]:
            continue
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        sent += piece
    os.close(ours)
    return sent, process.wait(timeout=10)


def no_colour_where_there_is_no_terminal(bench):
    bad = bench.write("bad.yaml", BAD)
    for words in (["check", bad], ["check", REGION], ["tensions", REGION], ["clusters", REGION], ["show", REGION],
                  ["brokers", REGION, "ARD", "BEL"], ["tensions", bad], ["help"]):
        check("\x1b" not in bench.run(*words).everything, f"colour in {' '.join(map(str, words))}")


def colour_on_a_terminal(bench):
    bad = bench.write("bad.yaml", BAD)
    for words, status in ((["check", bad], 1), (["tensions", bad], 1), (["tensions", REGION], 0),
                          (["brokers", REGION, "ARD", "BEL"], 0)):
        sent, seen = _on_a_terminal(bench, *words)
        equal(seen, status, "exit status")
        check(ESCAPE in sent, f"no colour in {' '.join(map(str, words))}: {sent[:300]!r}")
        check(sent.rstrip().endswith(b"\x1b[0m") or b"\x1b[0m" in sent or b"\x1b[m" in sent, "colour is not ended")


def no_colour_where_it_is_refused(bench):
    bad = bench.write("bad.yaml", BAD)
    for words in (["check", bad], ["tensions", bad], ["check", REGION], ["tensions", REGION],
                  ["brokers", REGION, "ARD", "BEL"]):
        for more, env in ((["--no-color"], {}), ([], {"NO_COLOR": "1"})):
            sent, _ = _on_a_terminal(bench, *words, *more, env=env)
            check(ESCAPE not in sent, f"colour in {' '.join(map(str, words))} with {more or env}")
    sent, _ = _on_a_terminal(bench, "check", bad, env={"NO_COLOR": ""})
    check(ESCAPE in sent, "an empty NO_COLOR refuses nothing")


def no_colour_in_a_terminal_that_has_none(bench):
    for words in (["tensions", REGION], ["check", bench.write("bad.yaml", BAD)]):
        sent, _ = _on_a_terminal(bench, *words, env={"TERM": "dumb"})
        check(ESCAPE not in sent, f"colour in {' '.join(map(str, words))} on a dumb terminal")


def no_colour_in_what_programs_read(bench):
    for form in ("json", "csv", "markdown"):
        sent, _ = _on_a_terminal(bench, "tensions", REGION, "--format", form)
        check(b"\x1b" not in sent, f"colour in {form}")


def text_fits_the_terminal(bench):
    for columns in (80, 100, 140):
        for words in (["tensions", REGION], ["brokers", REGION, "ARD", "BEL"], ["clusters", REGION],
                      ["show", REGION, "ARD", "BEL"], ["show", REGION, "BEL"], ["brokers", REGION, "--all"]):
            sent, _ = _on_a_terminal(bench, *words, env={"NO_COLOR": "1"}, columns=columns)
            widest = max(sent.decode("utf-8").replace("\u200c", "").splitlines(), key=len)
            check(len(widest) <= columns, f"{' '.join(map(str, words))}: {len(widest)} wide on {columns}: {widest!r}")


def a_picture_in_bytes_does_not_go_to_a_terminal(bench):
    for form in ("png", "pdf"):
        sent, status = _on_a_terminal(bench, "draw", "network", REGION, "--format", form)
        equal(status, 2, f"exit status of {form} on a terminal")
        check(b"-o" in sent and not re.search(rb"\x89PNG|%PDF", sent), f"{form}: {sent[:200]!r}")

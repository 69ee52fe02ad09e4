"""What the runners share: a temporary folder with the binary at hand, plain checks, and the count at the end.

A case is a function whose name says what is seen, taking a Bench. It fails by `check` and its kin, and may be skipped.
"""
import inspect
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REGION = ROOT / "tests" / "golden" / "region"
TIMEOUT = 60


class Skip(Exception):
    """The machine lacks what the case needs."""


class Failure(Exception):
    pass


class Run:
    """One run of a command: its exit status and what it said."""

    def __init__(self, words, done):
        self.words, self.status, self.bytes = words, done.returncode, done.stdout or b""
        self.errors = done.stderr.decode("utf-8", "replace")

    @property
    def text(self):
        return self.bytes.decode("utf-8")

    @property
    def everything(self):
        return self.bytes.decode("utf-8", "replace") + self.errors

    def __str__(self):
        said = self.errors.strip()[:600]
        return f"`{' '.join(map(str, self.words))}` gave exit status {self.status}" + (f" and said: {said}" if said else "")

    def expect(self, status, *pieces):
        """This exit status, and these pieces on standard error."""
        check(self.status == status, f"wanted exit status {status}; {self}")
        for piece in pieces:
            check(piece in self.errors, f"wanted {piece!r}; {self}")
        return self


class Bench:
    """A folder of its own, gone afterwards, and the binary."""

    def __init__(self, binary, folder):
        self.binary, self.folder = binary, Path(folder)

    def path(self, name):
        return self.folder / name

    def write(self, name, text):
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path

    def run(self, *words, stdin=b"", env=None, timeout=TIMEOUT, stdout=subprocess.PIPE):
        command = [self.binary, *map(str, words)]
        done = subprocess.run(command, cwd=self.folder, input=stdin, stdout=stdout, stderr=subprocess.PIPE,
                              env={**plain_environment(), **(env or {})}, timeout=timeout)
        return Run(["entente", *words], done)

    def run_with_little_room(self, *words, room):
        """A run whose files may hold `room` bytes: a full disk, where a tiny one cannot be mounted."""
        def prepare():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

        return subprocess.run([self.binary, *map(str, words)], cwd=self.folder, capture_output=True, timeout=TIMEOUT,
                              env=plain_environment(), preexec_fn=prepare)

    def good(self, *words, **more):
        """The run, which must end well."""
        return self.run(*words, **more).expect(0)

    def json(self, *words, **more):
        """The whole object of a run in JSON, which must hold no number that JSON has not."""
        return read_json(self.good(*words, "--format", "json", **more).text)

    def result(self, *words, **more):
        return self.json(*words, **more)["result"]

    def files(self):
        """Everything below the folder, by name."""
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*"))


def plain_environment():
    """The caller's, without what colours, measures or translates."""
    left_out = {"NO_COLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES", "LANG", "LANGUAGE", "LOCPATH"}
    return {name: value for name, value in os.environ.items() if name not in left_out and not name.startswith("LC_")}


def read_json(text):
    def refuse(word):
        raise Failure(f"{word} is no JSON")

    return json.loads(text, parse_constant=refuse)


def check(condition, message):
    if not condition:
        raise Failure(message)


def equal(seen, wanted, what):
    check(seen == wanted, f"{what}: wanted {wanted!r}, got {seen!r}")


def close(seen, wanted, what, tolerance=1e-9):
    number = isinstance(seen, (int, float)) and not isinstance(seen, bool)
    check(number and abs(seen - wanted) <= tolerance, f"{what}: wanted {wanted!r}, got {seen!r}")


def contains(text, piece, what):
    check(piece in text, f"{what}: {piece!r} is missing in {text[:1500]!r}")


def tool(*words, **more):
    """A program of the machine, which must end well."""
    try:
        done = subprocess.run([*map(str, words)], capture_output=True, timeout=TIMEOUT, **more)
    except FileNotFoundError:
        raise Failure(f"{words[0]} is missing; tests/run installs it") from None
    check(done.returncode == 0, f"{' '.join(map(str, words))}: {done.stderr.decode('utf-8', 'replace')[:1000]}")
    return done.stdout.decode("utf-8", "replace")


def cases_of(module):
    """The module's own public functions that take a bench, in the order written."""
    found = [value for name, value in vars(module).items()
             if inspect.isfunction(value) and value.__module__ == module.__name__ and not name.startswith("_")]
    found = [value for value in found if list(inspect.signature(value).parameters) == ["bench"]]
    return sorted(found, key=lambda value: value.__code__.co_firstlineno)


def outcome(case, binary):
    """Nothing where the case holds, else what is wrong."""
    with tempfile.TemporaryDirectory(prefix="entente-") as folder:
        try:
            case(Bench(binary, os.path.realpath(folder)))
        except Failure as failure:
            return str(failure)
        except subprocess.TimeoutExpired as late:
            return f"no answer within {late.timeout} s: {' '.join(late.cmd)}"
        except Skip:
            raise
        except Exception:
            return traceback.format_exc()
    return None


def run_cases(cases, binary):
    """Runs all, says what fails, and ends the program with its count."""
    binary = os.path.abspath(binary)
    passed = failed = 0
    for case in cases:
        try:
            wrong = outcome(case, binary)
        except Skip as skip:
            print(f"SKIPPED {case.__name__}: {skip}")
            continue
        passed, failed = passed + (wrong is None), failed + (wrong is not None)
        if wrong is not None:
            print(f"{case.__name__}: {wrong}")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)

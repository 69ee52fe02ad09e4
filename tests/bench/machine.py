"""What the measures share: the programs, how often to measure, and the time and memory of a process."""
import json
import os
import re
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median


class Missing(Exception):
    """The data that a measure needs are not there."""


@dataclass
class Measured:
    """One benchmark, over its repetitions."""
    times: list  # seconds of wall clock
    busy: list  # seconds of processor
    counters: dict

    @property
    def time(self):
        return median(self.times)

    @property
    def work(self):
        return median(self.busy)


@dataclass
class Process:
    status: int | None  # None: it ran out of time
    seconds: float
    kilobytes: int


class Machine:
    def __init__(self, folder, root, data, quick):
        self.entente, self.bench = folder / "entente", folder / "tests" / "bench" / "bench"
        self.root, self.data, self.quick = root, data, quick
        self.repetitions = 3 if quick else 5
        self.region = root / "model" / "heart-of-asia"
        self.world = [root / "tests" / "bench" / "world", "--data", data / "world"]

    def need(self, name):
        if not (self.data / name).exists():
            raise Missing(f"there is no {self.data / name}; set ENTENTE_DATA")

    def measure(self, *names, repetitions=None):
        """Every benchmark whose whole name one of the patterns gives, in turn, and so again and again."""
        found = {}
        for _ in range(repetitions or self.repetitions):
            for name, run in self._once("|".join(names)):
                into = found.setdefault(name, Measured([], [], run))
                into.times.append(run["real_time"] * UNITS[run["time_unit"]])
                into.busy.append(run["cpu_time"] * UNITS[run["time_unit"]])
        if not found:
            raise RuntimeError(f"no benchmark is named {names}")
        return found

    def _once(self, pattern):
        said = subprocess.run([self.bench, f"--benchmark_filter=^({pattern})$", "--benchmark_format=json",
                               f"--benchmark_min_time={0.1 if self.quick else 0.5}"],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, env=self.environment())
        for run in json.loads(said.stdout)["benchmarks"]:
            if run.get("error_occurred"):
                raise RuntimeError(f"{run['name']}: {run['error_message']}")
            yield re.sub(r"/(iterations:\d+|real_time|process_time)", "", run["name"]), run

    def network(self):
        return subprocess.run([self.bench, "network"], stdout=subprocess.PIPE, check=True, text=True,
                              env=self.environment()).stdout

    def environment(self):
        return {**os.environ, "ENTENTE_DATA": str(self.data)}

    def process(self, *words, limit=None):
        """Time and memory of entente with these words; what it prints is not kept."""
        with tempfile.TemporaryFile() as errors:
            begin = time.perf_counter()
            child = os.posix_spawn(self.entente, ["entente", *map(str, words)], os.environ, file_actions=[
                (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0), (os.POSIX_SPAWN_DUP2, errors.fileno(), 2)])
            ended = _wait(child, begin, limit)
            seconds = time.perf_counter() - begin
            status, usage = ended if ended else _end(child)
            errors.seek(0)
            if ended and os.waitstatus_to_exitcode(status) != 0:
                said = errors.read(1000).decode("utf-8", "replace")
                raise RuntimeError(f"entente {' '.join(map(str, words))}: {said}")
        return Process(0 if ended else None, seconds, usage.ru_maxrss)


UNITS = {"ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1}


def _wait(child, begin, limit):
    """Status and usage of the child; nothing where it is not done within the limit."""
    if limit is None:
        return os.wait4(child, 0)[1:]
    while True:
        ended, status, usage = os.wait4(child, os.WNOHANG)
        if ended:
            return status, usage
        if time.perf_counter() - begin > limit:
            return None
        time.sleep(0.002)


def _end(child):
    os.kill(child, 9)
    return os.wait4(child, 0)[1:]

"""What the measures share: the programs, how often to measure, and the time and memory of a process."""
import json
import os
import re
import resource
import signal
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
    seconds: float
    work: float  # seconds of processor, of all threads
    megabytes: float  # at most at one time


class Machine:
    def __init__(self, folder, root, data, quick, repetitions):
        self.entente, self.bench = folder / "entente", folder / "tests" / "bench" / "bench"
        self.root, self.data, self.quick = root, data, quick
        self.repetitions = repetitions or (3 if quick else 5)
        self.region = root / "model" / "heart-of-asia"

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
        said = subprocess.run([self.bench, f"--benchmark_filter=^({pattern}){ENDINGS}*$", "--benchmark_format=json",
                               f"--benchmark_min_time={0.1 if self.quick else 0.5}"],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, env=self.environment())
        for run in json.loads(said.stdout)["benchmarks"]:
            if run.get("error_occurred"):
                raise RuntimeError(f"{run['name']}: {run['error_message']}")
            yield re.sub(ENDINGS, "", run["name"]), run

    def network(self):
        return subprocess.run([self.bench, "network"], stdout=subprocess.PIPE, check=True, text=True,
                              env=self.environment()).stdout

    def environment(self):
        return {**os.environ, "ENTENTE_DATA": str(self.data)}

    def process(self, *words, limit=None):
        """Time and memory of entente with these words, or nothing where it takes more processor time than the limit;
        what it prints is not kept. Memory is what GNU time, which is small, says of its child: a child of this program
        would count what this program holds."""
        with tempfile.NamedTemporaryFile("r") as memory, tempfile.TemporaryFile() as errors:
            command = ["/usr/bin/time", "-q", "-f", "%M", "-o", memory.name, self.entente, *map(str, words)]
            begin, worked = time.perf_counter(), work_of_children()
            status = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=errors,
                                    preexec_fn=limited_to(limit) if limit else None).returncode
            elapsed = time.perf_counter() - begin
            if status in OVER_LIMIT:
                return None
            if status != 0:
                errors.seek(0)
                said = errors.read(1000).decode("utf-8", "replace")
                raise RuntimeError(f"entente {' '.join(map(str, words))}: {said}")
            return Process(elapsed, work_of_children() - worked, int(memory.read()) / 1024)


OVER_LIMIT = [128 + signal.SIGXCPU, 128 + signal.SIGKILL]  # as GNU time tells its child's end


def limited_to(seconds):
    return lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))


def work_of_children():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


ENDINGS = r"(/iterations:[0-9]+|/real_time|/process_time)"  # that Google Benchmark gives a name
UNITS = {"ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1}

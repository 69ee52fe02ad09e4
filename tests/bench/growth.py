"""Time and memory of each command as the model grows, with the exponent fitted; and the briefing's memory."""
import math
import tempfile
from pathlib import Path
from statistics import median

import synthetic
from rows import Row, seconds

SIZES = [100, 300, 1_000, 3_000, 5_000]
LIMIT = 60  # seconds of processor that a command may take
LONG = 10  # one that takes so many is not repeated
QUADRATIC = 2
NOISE = 0.1  # of a fitted exponent
MEGABYTES = 150

COMMANDS = [
    ("check", ["check"], []),
    ("show", ["show"], []),
    ("show C0000", ["show"], ["C0000"]),
    ("brokers C0000 C0001", ["brokers"], ["C0000", "C0001"]),
    ("brokers --all --draws 100", ["brokers", "--all", "--draws", "100"], []),
    ("tensions", ["tensions"], []),
    ("clusters --draws 0", ["clusters", "--draws", "0"], []),
    ("clusters --draws 10", ["clusters", "--draws", "10"], []),
    ("balance --time-limit 10", ["balance", "--time-limit", "10"], []),
    ("roles", ["roles"], []),
    ("convert", ["convert"], []),
    ("compare --draws 0", ["compare", "--as-of", "2010", "--as-of", "2016", "--draws", "0"], []),
    ("draw network", ["draw", "network"], []),
    ("brief --draws 100", ["brief", "--draws", "100"], []),
]
BY_METHOD = {
    "balance --time-limit 10": "frustration is NP-hard (METHOD 5); the search ends at the limit",
    "compare --draws 0": "frustration is NP-hard (METHOD 5), and compared to the end",
}


def measure(machine):
    with tempfile.TemporaryDirectory(prefix="entente-bench-") as folder:
        models = {}
        for size in SIZES[:3] if machine.quick else SIZES:
            models[size] = Path(folder) / f"region{size}.yaml"
            synthetic.write(models[size], size)
        for name, words, operands in COMMANDS:
            yield from grown(machine, models, name, words, operands, Path(folder))
        yield briefing(machine, Path(folder))


def grown(machine, models, name, words, operands, folder):
    """A row for the time and one for the memory; a size that takes too long is the last."""
    times, memory, late = {}, {}, None
    for size, model in models.items():
        runs = []
        for _ in range(machine.repetitions):
            runs.append(machine.process(*words, model, *operands, *output_of(words[0], folder), limit=LIMIT))
            if runs[-1] is None or runs[-1].work > LONG:
                break
        if runs[-1] is None:
            late = size
            break
        times[size] = median(run.work for run in runs)
        memory[size] = median(run.megabytes for run in runs)
    note = f"; {late:,} cut off at {LIMIT} s" if late else ""
    size = "–".join(f"{size:,}" for size in [min(models), max(times, default=min(models))]) + " vertices" + note
    yield row(f"{name}: processor time", size, {**times, late: LIMIT} if late else times, seconds, name)
    yield row(f"{name}: memory", size, memory, lambda value: f"{value:.3g} MB", name)


def row(what, size, values, written, name):
    told = " → ".join(written(value) for value in values.values())
    power = exponent(values) if len(values) > 1 else None
    if name in BY_METHOD:
        return Row(what, f"{size}; {BY_METHOD[name]}", told, "", power)
    holds = power is not None and power <= QUADRATIC + NOISE
    return Row(what, size, told, "", power, "exponent at most 2", holds)


def exponent(values):
    """Of size in what it costs: the slope of the last three points in logarithms, by least squares."""
    points = [(math.log(size), math.log(value)) for size, value in list(values.items())[-3:]]
    middle = [sum(axis) / len(points) for axis in zip(*points)]
    above = sum((x - middle[0]) * (y - middle[1]) for x, y in points)
    return above / sum((x - middle[0]) ** 2 for x, y in points)


def output_of(command, folder):
    endings = {"draw": "svg", "brief": "html", "convert": "json"}
    return ["-o", folder / f"out.{endings[command]}"] if command in endings else []


def briefing(machine, folder):
    runs = [machine.process("brief", machine.region, "-o", folder / "page.html") for _ in range(machine.repetitions)]
    peak = median(run.megabytes for run in runs)
    return Row("brief: peak memory", "Heart of Asia", f"{peak:.0f} MB, {seconds(median(r.seconds for r in runs))}", "",
               None, f"under {MEGABYTES} MB", peak < MEGABYTES)

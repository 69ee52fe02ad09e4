"""Draws of one pair against the normals alone, and a whole command with and without draws."""
from statistics import median

from rows import at_most, seconds


def measure(machine):
    found = machine.measure("draws/.*")
    normals, ranks = found["draws/normals"], found["draws/ranks"].time
    size = f"10,000 draws of {normals.counters['numbers']:.0f} numbers"
    cost = found["draws/with"].time - found["draws/without"].time
    yield at_most("draws of one pair, against as many normals alone", size, seconds(cost), seconds(normals.time),
                  cost / normals.time, 3)
    yield at_most("of these, ranks alone (without flips and what to find out)", size, seconds(ranks),
                  seconds(normals.time), ranks / normals.time, 3)
    yield whole_command(machine)


def whole_command(machine):
    question = ["brokers", machine.region, "AFG", "PAK"]
    times = {"with": [], "without": []}
    for _ in range(machine.repetitions * 2):
        times["with"].append(machine.process(*question).seconds)
        times["without"].append(machine.process(*question, "--draws", "0").seconds)
    ours, plain = median(times["with"]), median(times["without"])
    return at_most("brokers AFG PAK, with draws against --draws 0", "Heart of Asia, whole command", seconds(ours),
                   seconds(plain), ours / plain, 2)

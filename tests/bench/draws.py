"""Draws of one pair against the normals alone, and a whole command with and without draws."""
from statistics import median

from rows import Row, at_most, seconds


def measure(machine):
    found = machine.measure("draws/.*")
    normals, ranks = found["draws/normals"], found["draws/ranks"].work
    size = f"10,000 draws of {normals.counters['numbers']:.0f} numbers"
    cost = found["draws/with"].work - found["draws/without"].work
    yield at_most("draws of one pair, against as many normals alone", size, seconds(cost), seconds(normals.work),
                  cost / normals.work, 3)
    yield at_most("of these, ranks alone (without flips and what to find out)", size, seconds(ranks),
                  seconds(normals.work), ranks / normals.work, 3)
    yield from whole_command(machine)


def whole_command(machine):
    """In time, and in processor time, which other load hardly touches; draws run on all threads."""
    question = ["brokers", machine.region, "AFG", "PAK"]
    drawn, plain = [], []
    for _ in range(machine.repetitions * 2):
        drawn.append(machine.process(*question))
        plain.append(machine.process(*question, "--draws", "0"))
    size = "Heart of Asia, whole command"
    ours, peer = (median(run.seconds for run in runs) for runs in (drawn, plain))
    yield at_most("brokers AFG PAK, against the same with --draws 0", size, seconds(ours), seconds(peer), ours / peer, 2)
    ours, peer = (median(run.work for run in runs) for runs in (drawn, plain))
    yield Row("the same in processor time", size, seconds(ours), seconds(peer), ours / peer)

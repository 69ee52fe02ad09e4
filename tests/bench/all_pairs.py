"""Draws for all pairs in tension: the cost as pairs grow, and two threads against one."""
from rows import Row, at_least, at_most, seconds

CASES = [("region", "Heart of Asia, 10,000 draws"), ("world", "world of 2014, 1,000 draws")]
FLAT = 1.25


def measure(machine):
    for name, title in CASES:
        if name == "world":
            machine.need("world")
        found = {run.split("/")[2]: each for run, each in machine.measure(f"all_pairs/{name}/.*").items()}
        every = found["all"]
        for part in ["one_of:8", "one_of:4", "one_of:2"]:
            few = found[part]
            yield at_most("brokers --all, a pair and a draw: all pairs against some",
                          f"{title}, {pairs(every)} pairs against {pairs(few)}", seconds(cost(every)),
                          seconds(cost(few)), cost(every) / cost(few), FLAT)
        two, size = found["two_threads"], f"{title}, {pairs(every)} pairs"
        yield at_least("brokers --all: one thread against two", size, seconds(every.time), seconds(two.time),
                       every.time / two.time, 1.8)
        yield Row("the same in processor time, which two threads should not raise", size, seconds(every.work),
                  seconds(two.work), every.work / two.work)


def pairs(run):
    return f"{run.counters['pairs']:.0f}"


def cost(run):
    return run.work / run.counters["pairs"] / run.counters["draws"]

"""Frustration of the windows of signed ties, proved, against the textbook integer program on the same solver."""
from statistics import median

from rows import Row, at_most, seconds


def measure(machine):
    machine.need("cow-signed.csv")
    some = "(0|10|20)" if machine.quick else "[0-9]+"
    found = machine.measure(f"frustration/entente/{some}", f"frustration/program/{some}/.*")
    ours, peers = {}, {}
    for name, run in found.items():
        words = name.split("/")
        (ours if words[1] == "entente" else peers)[words[2]] = run
    cut = [window for window, run in peers.items() if not run.counters["proved"]]
    check(ours, peers, cut)
    total, peer = of_all(ours), of_all(peers)
    size = f"{len(ours)} windows"
    proved = sum(bool(run.counters["proved"]) for run in ours.values())
    yield Row("frustration proved", size, f"in {proved}", f"in {len(peers) - len(cut)}", proved / len(ours),
              "at least 1", proved == len(ours))
    bound = f"; {len(cut)} of its windows cut off at 60 s, so the ratio is less" if cut else ""
    yield at_most(f"time, against the textbook program{bound}", size, seconds(total), seconds(peer), total / peer, 0.5)


def of_all(runs):
    """The median of what all windows took together."""
    return median(sum(times) for times in zip(*(run.busy for run in runs.values())))


def check(ours, peers, cut):
    """Two ways to the same number."""
    for window, run in ours.items():
        theirs = peers[window].counters["frustration"]
        if window not in cut and run.counters["proved"] and run.counters["frustration"] != round(theirs):
            raise RuntimeError(f"window {window}: {run.counters['frustration']}, and the program says {theirs}")

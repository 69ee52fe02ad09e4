"""Clusters: modularity against plain restarts and Leiden, and the time of a start against Leiden's."""
from rows import Row, at_most, seconds

KINDS = {"random": "random", "planted": "planted communities", "scale_free": "scale free"}
ROUNDS = {"leiden2": "Leiden of 2 rounds", "leiden": "Leiden to the end"}
TOLERANCE = 1e-9


def measure(machine):
    for size in [1_000] if machine.quick else [1_000, 10_000]:
        for kind, title in KINDS.items():
            yield from of_graph(machine, kind, f"{title}, {size:,} vertices", f"{kind}/{size}")
    yield from of_windows(machine)


def of_graph(machine, kind, title, name):
    quality = machine.measure(f"graph_clusters/quality/.*/{name}", repetitions=1)
    timed = machine.measure(f"graph_clusters/time/.*/{name}")
    ours = quality[f"graph_clusters/quality/entente/{name}"].counters["quality"]
    start = timed[f"graph_clusters/time/entente/{name}"]
    work = start.work / start.counters["starts"]
    for peer, called in ROUNDS.items():
        counters = quality[f"graph_clusters/quality/{peer}/{name}"].counters
        theirs, middle = counters["quality"], counters["median"]
        yield Row(f"Q, best of 100 starts, against {called}, best of 10 (median {middle:.6f})", title, f"{ours:.6f}",
                  f"{theirs:.6f}", ours / theirs, "at least 1", ours >= theirs - TOLERANCE)
        run = timed[f"graph_clusters/time/{peer}/{name}"].work
        yield at_most(f"time of a start, against {called}", title, seconds(work), seconds(run), work / run, 2)


def of_windows(machine):
    machine.need("cow-signed.csv")
    some = "([05]|[1-4][05]|50)" if machine.quick else "[0-9]+"
    found = machine.measure(f"window_clusters/.*/{some}", repetitions=1)
    qualities = {"entente": {}, "restarts": {}, "free": {}}
    times = {side: 0 for side in qualities}
    for name, run in found.items():
        _, side, window = name.split("/")
        qualities[side][window] = run.counters["quality"]
        times[side] += run.work
    size = f"{len(qualities['entente'])} windows"
    yield compared("Q at least the best of 1,000 plain restarts", size, qualities["entente"], qualities["restarts"])
    loose = compared("Q against plain restarts that leave clusters in pieces", size, qualities["entente"],
                     qualities["free"])
    loose.asked, loose.holds = "another question", None
    yield loose
    yield Row("time of 100 starts, and of 1,000 plain restarts", size, seconds(times["entente"]),
              seconds(times["restarts"]), times["entente"] / times["restarts"])


def compared(what, size, ours, peers):
    """In how many windows ours is at least as good."""
    good = sum(ours[window] >= peers[window] - TOLERANCE for window in ours)
    better = sum(ours[window] > peers[window] + TOLERANCE for window in ours)
    return Row(what, size, f"in {good}, better in {better}", "", good / len(ours), "at least 1", good == len(ours))

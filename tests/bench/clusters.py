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
    some = "([05]|[1-4][05]|50)" if machine.quick else r"\d+"
    found = machine.measure(f"window_clusters/.*/{some}", repetitions=1)
    qualities = {"entente": {}, "restarts": {}}
    times = {"entente": 0, "restarts": 0}
    loose = set()
    for name, run in found.items():
        _, side, window = name.split("/")
        qualities[side][window] = run.counters["quality"]
        times[side] += run.time
        if side == "restarts" and not run.counters["connected"]:
            loose.add(window)
    ours, peers = qualities["entente"], qualities["restarts"]
    behind = {window for window in ours if ours[window] < peers[window] - TOLERANCE}
    good = len(ours) - len(behind)
    ahead = sum(ours[window] > peers[window] + TOLERANCE for window in ours)
    note = f"{ahead} better"
    if behind:
        note += f"; behind where clusters fell apart {len(behind & loose)}, elsewhere {len(behind - loose)}"
    yield Row("Q at least the best of 1,000 plain restarts", f"{len(ours)} windows", f"in {good} ({note})", "",
              good / len(ours), "at least 1", not behind)
    yield Row("time of 100 starts, and of 1,000 plain restarts", f"{len(ours)} windows", seconds(times["entente"]),
              seconds(times["restarts"]), times["entente"] / times["restarts"])

"""Betweenness, constraint and effective size of the world of 2014, against networkx."""
import time
from statistics import median

from rows import Row, at_least, seconds

TOLERANCE = 1e-9
ACTORS = 4  # of whom networkx finds constraint and effective size in a turn: all would take it many minutes


def measure(machine):
    import networkx

    machine.need("world")
    graph, wanted = read(networkx, machine.network())
    size = f"world of 2014, {len(graph)} actors, {graph.number_of_edges():,} pairs"
    ours = {"betweenness": [], "holes": []}
    theirs = {"betweenness": [], "holes": []}
    apart = {what: 0.0 for what in wanted}

    def timed(into, compute):
        begin = time.process_time()
        values = compute()
        theirs[into].append(time.process_time() - begin)
        return values

    for turn in range(1 if machine.quick else machine.repetitions):
        for name, run in machine.measure("positions/.*", repetitions=1).items():
            ours[name.split("/")[1]].append(run.work)
        some = range(turn, len(graph), len(graph) // ACTORS)[:ACTORS]
        between = timed("betweenness", lambda: networkx.betweenness_centrality(graph, weight="length", normalized=False))
        holes = timed("holes", lambda: (networkx.constraint(graph, some, "trust"),
                                        networkx.effective_size(graph, some, "trust")))
        for what, values in zip(apart, (*holes, between)):
            apart[what] = max(apart[what], furthest(values, wanted[what]))

    for what, distance in apart.items():
        yield Row(f"{what}: largest difference from networkx", size, f"{distance:.1g}", "", None, "at most 1e-09",
                  distance <= TOLERANCE)
    yield slower("betweenness", size, median(ours["betweenness"]), median(theirs["betweenness"]))
    yield slower("constraint and effective size, an actor", size, median(ours["holes"]) / len(graph),
                 median(theirs["holes"]) / ACTORS)


def slower(what, size, ours, theirs):
    return at_least(f"{what}: networkx against entente", size, seconds(ours), seconds(theirs), theirs / ours, 50)


def read(networkx, text):
    """The graph, and entente's values by vertex; None where there is none."""
    graph, wanted = networkx.Graph(), {"constraint": {}, "effective size": {}, "betweenness": {}}
    pairs, values = text.split("\n\n")
    rows = values.splitlines()
    graph.add_nodes_from(range(len(rows)))
    for line in pairs.splitlines():
        a, b, length, trust = line.split()
        graph.add_edge(int(a), int(b), length=int(length), trust=float(trust))
    for vertex, line in enumerate(rows):
        for what, word in zip(wanted, line.split()):
            wanted[what][vertex] = None if word == "-" else float(word)
    return graph, wanted


def furthest(values, wanted):
    """The largest distance of two values; networkx says NaN where there is none."""
    distances = [0.0]
    for vertex, theirs in values.items():
        value = wanted[vertex]
        if (value is None) != (theirs != theirs):
            return float("inf")
        if value is not None:
            distances.append(abs(value - theirs))
    return max(distances)

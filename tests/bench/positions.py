"""Betweenness, constraint and effective size of the world of 2014, against networkx."""
import time
from statistics import median

from rows import Row, at_least, seconds

TOLERANCE = 1e-9


def measure(machine):
    import networkx

    machine.need("world")
    graph, wanted = read(networkx, machine.network())
    size = f"world of 2014, {len(graph)} actors, {graph.number_of_edges():,} pairs"
    computed = {
        "betweenness": lambda: networkx.betweenness_centrality(graph, weight="length", normalized=False),
        "constraint": lambda: networkx.constraint(graph, weight="trust"),
        "effective size": lambda: networkx.effective_size(graph, weight="trust"),
    }
    ours, theirs = {"betweenness": [], "holes": []}, {what: [] for what in computed}
    for _ in range(1 if machine.quick else machine.repetitions):
        for name, run in machine.measure("positions/.*", repetitions=1).items():
            ours[name.split("/")[1]].append(run.time)
        for what, compute in computed.items():
            begin = time.perf_counter()
            values = compute()
            theirs[what].append(time.perf_counter() - begin)
            apart = furthest(values, wanted[what])
            yield from [Row(f"{what} apart from networkx's, at most", size, f"{apart:.1g}", "", None, "at most 1e-09",
                            apart <= TOLERANCE)] if len(theirs[what]) == 1 else []
    between, holes = median(ours["betweenness"]), median(ours["holes"])
    slow = median(theirs["betweenness"])
    yield at_least("networkx's betweenness against entente's", size, seconds(between), seconds(slow), slow / between, 50)
    slow = median(theirs["constraint"]) + median(theirs["effective size"])
    yield at_least("networkx's constraint and effective size against entente's", size, seconds(holes), seconds(slow),
                   slow / holes, 50)


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
    for vertex, value in wanted.items():
        theirs = values[vertex]
        if (value is None) != (theirs != theirs):
            return float("inf")
        if value is not None:
            distances.append(abs(value - theirs))
    return max(distances)

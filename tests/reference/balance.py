"""Structural balance by trying every split of the sides in two: METHOD 5."""

import itertools

from clusters import SignedModularity
from relations import TIE_THRESHOLD, above_zero, at_least, mean, ranked


def splits(ids):
    """Every split in two, the first id always in the first part."""
    for size in range(len(ids)):
        for others in itertools.combinations(ids[1:], size):
            first = [ids[0], *others]
            yield first, [id for id in ids if id not in first]


class SignedGraph:
    """The pairs of sides whose net is at the threshold."""

    def __init__(self, relations, threshold=TIE_THRESHOLD, count=False):
        self.relations = relations
        self.threshold = threshold
        self.count = count
        self.net = {pair: relations.net(*pair) for pair in itertools.combinations(relations.sides, 2)
                    if at_least(abs(relations.net(*pair)), threshold) and above_zero(abs(relations.net(*pair)))}
        self.tied = [id for id in relations.sides if any(id in pair for pair in self.net)]

    def frustrated(self, camp):
        """The pairs that strain against this camp and the rest."""
        return [pair for pair, net in self.net.items() if ((pair[0] in camp) == (pair[1] in camp)) != (net > 0)]

    def cost(self, camp):
        return sum(1 if self.count else abs(self.net[pair]) for pair in self.frustrated(camp))

    def component(self, id):
        reached, waiting = {id}, [id]
        while waiting:
            i = waiting.pop()
            for pair in self.net:
                if i in pair:
                    fresh = set(pair) - reached
                    reached |= fresh
                    waiting += fresh
        return sorted(reached)

    def components(self):
        return sorted({tuple(self.component(id)) for id in self.tied})

    def best_camps(self):
        """(cost, every first camp of that cost), component by component; the smallest id of each is in camp 1."""
        total, camps = 0, [[]]
        for component in self.components():
            costs = [(self.cost_within(first, component), first) for first, _ in splits(list(component))]
            least = min(cost for cost, _ in costs)
            total += least
            camps = [camp + first for camp in camps for cost, first in costs if at_least(least, cost)]
        return total, [sorted(camp) for camp in camps]

    def cost_within(self, camp, component):
        return sum(1 if self.count else abs(self.net[pair]) for pair in self.frustrated(camp) if pair[0] in component)

    def triangles(self):
        counts = dict.fromkeys(("mmm", "pmm", "ppm", "ppp"), 0)
        for three in itertools.combinations(self.relations.sides, 3):
            nets = [self.net.get(pair) for pair in itertools.combinations(three, 2)]
            if None not in nets:
                counts[("mmm", "pmm", "ppm", "ppp")[sum(net > 0 for net in nets)]] += 1
        total = sum(counts.values())
        balanced = counts["ppp"] + counts["pmm"]
        return {**counts, "strong": balanced / total if total else None,
                "weak": (balanced + counts["mmm"]) / total if total else None}

    def commitment(self, camp):
        found = []
        for id in self.tied:
            value = sum(net if (pair[0] in camp) == (pair[1] in camp) else -net
                        for pair, net in self.net.items() if id in pair)
            found.append({"id": id, "camp": 1 if id in camp else 2, "value": value,
                          "uncommitted": not at_least(value, self.threshold)})
        return ranked(found, lambda one: -one["value"], lambda one: one["id"])


def blocs_of(relations, first, second):
    """What METHOD 5 says of this split of all sides."""
    modularity = SignedModularity(relations)
    value = modularity.of_partition([first, second])

    def crossed(id):
        return modularity.of_partition([[*others, id] if id not in others else [one for one in others if one != id]
                                        for others in (first, second)])

    def net(pairs):
        return mean(relations.net(i, j) for i, j in pairs)

    return {
        "members": [[{"id": id, "margin": value - crossed(id)} for id in part] for part in (first, second)],
        "modularity": value,
        "net_inside": net(pair for part in (first, second) for pair in itertools.combinations(part, 2)),
        "net_across": net(itertools.product(first, second))}


def best_blocs(relations):
    """(Q, every split of it); all on one side is a split, too."""
    if not relations.sides:
        return 0.0, [([], [])]
    modularity = SignedModularity(relations)
    values = [(modularity.of_partition(split), split) for split in splits(relations.sides)]
    best = max(value for value, _ in values)
    return best, [split for value, split in values if at_least(value, best)]


def find_balance(relations, threshold=TIE_THRESHOLD, count=False, camp=None, split=None):
    """As the program's; of several optima the one given, if it is one, else any."""
    graph = SignedGraph(relations, threshold, count)
    cost, camps = graph.best_camps()
    camp = sorted(camp) if camp is not None and sorted(camp) in camps else camps[0]
    _, optima = best_blocs(relations)
    optima = [[list(part) for part in one] for one in optima]
    given = [sorted(part) for part in split] if split else None
    split = given if given in optima or given and given[::-1] in optima else optima[0]
    frustrated = [{"a": a, "b": b, "net": graph.net[a, b]} for a, b in graph.frustrated(camp)]
    return {
        "frustration": cost, "proven": True, "gap": 0, "unique": len(camps) == 1, "edges": len(graph.net),
        "frustrated": ranked(frustrated, lambda pair: abs(pair["net"]), lambda pair: [pair["a"], pair["b"]]),
        "camps": [camp, [id for id in graph.tied if id not in camp]],
        "blocs": blocs_of(relations, *split),
        "commitment": graph.commitment(camp),
        "apart": [id for id in relations.sides if id not in graph.tied],
        "triangles": graph.triangles()}

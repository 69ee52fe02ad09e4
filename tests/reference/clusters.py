"""Cooperation clusters by trying every partition: METHOD 4."""

import functools
import itertools
import math

from relations import TIE_THRESHOLD, at_least, mean

EXHAUSTIVE_SIDES = 12


class SignedModularity:
    """Q over the sides; it is a sum over clusters, so each cluster is worth something of its own."""

    def __init__(self, relations, resolution=1.0):
        self.relations = relations
        self.sides = relations.sides
        self.resolution = resolution
        self.positive = self._degrees(relations.cooperation)
        self.negative = self._degrees(relations.tension)
        self.all_positive = sum(self.positive.values())
        self.all_negative = sum(self.negative.values())

    def _degrees(self, weight):
        return {i: sum(weight(i, j) for j in self.sides if j != i) for i in self.sides}

    def of_cluster(self, cluster):
        return sum(self.of_pair(i, j) for i, j in itertools.product(cluster, repeat=2))

    def of_pair(self, i, j):
        """What an ordered pair brings to a cluster that holds both."""
        total = 0.0
        if self.all_positive > 0:
            weight = self.relations.cooperation(i, j) if i != j else 0.0
            total += weight - self.resolution * self.positive[i] * self.positive[j] / self.all_positive
        if self.all_negative > 0:
            weight = self.relations.tension(i, j) if i != j else 0.0
            total -= weight - self.resolution * self.negative[i] * self.negative[j] / self.all_negative
        return total / (self.all_positive + self.all_negative) if total else 0.0

    def of_partition(self, partition):
        return sum(self.of_cluster(cluster) for cluster in partition)


def best_partition(relations, modularity):
    """(Q, clusters, unattached), the best of all partitions whose clusters hang together at the threshold."""
    def linked(i, j):
        return at_least(relations.cooperation(i, j), TIE_THRESHOLD)

    tied = [i for i in relations.sides if any(linked(i, j) for j in relations.sides if j != i)]
    unattached = [i for i in relations.sides if i not in tied]
    if len(tied) > EXHAUSTIVE_SIDES:
        raise ValueError("too many sides to try every partition; give one")

    @functools.cache
    def connected(cluster):
        reached, waiting = {cluster[0]}, [cluster[0]]
        while waiting:
            i = waiting.pop()
            for j in cluster:
                if j not in reached and linked(i, j):
                    reached.add(j)
                    waiting.append(j)
        return len(reached) == len(cluster)

    @functools.cache
    def worth(cluster):
        return modularity.of_cluster(cluster)

    def partitions(ids):
        if not ids:
            yield 0.0, ()
            return
        first, others = ids[0], ids[1:]
        for count in range(len(others) + 1):
            for company in itertools.combinations(others, count):
                cluster = (first, *company)
                if not connected(cluster):
                    continue
                for value, rest in partitions(tuple(id for id in others if id not in company)):
                    yield worth(cluster) + value, (cluster, *rest)

    best, equals = -math.inf, []
    for value, partition in partitions(tuple(tied)):
        if value > best:
            equals = [(other, found) for other, found in equals if at_least(other, value)]
            best = value
        if at_least(value, best):
            equals.append((value, partition))
    clusters = min(partition for _, partition in equals)
    return best + sum(worth((i,)) for i in unattached), [list(cluster) for cluster in clusters], unattached


def find_clusters(relations, resolution=1.0):
    modularity = SignedModularity(relations, resolution)
    value, partition, unattached = best_partition(relations, modularity)
    clusters = []
    for number, members in enumerate(sorted(partition, key=lambda ids: (-len(ids), ids[0])), 1):
        inside = list(itertools.combinations(members, 2))
        across = [(i, j) for i in members for j in relations.sides if j not in members]
        clusters.append({
            "number": number,
            "members": [{"id": id, "stability": None} for id in members],
            "cooperation_inside": mean(relations.cooperation(i, j) for i, j in inside),
            "tension_inside": mean(relations.tension(i, j) for i, j in inside),
            "cooperation_outside": mean(relations.cooperation(i, j) for i, j in across)})
    return {"modularity": value, "resolution": resolution, "clusters": clusters, "unattached": unattached}

"""Structural positions of the actors: METHOD 7, roles."""

import heapq
import itertools
import math

from clusters import find_clusters
from relations import above_zero, at_least, ranked

ON_TERMS = 0.2
UNITS = 1e12
POSITIONS = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")


def group_names(relations, tag):
    """The group of each actor; one without is a group of its own."""
    if tag is not None:
        named = {id: relations.vertices[id].tags[tag] for id in relations.actors if tag in relations.vertices[id].tags}
    else:
        named = {member["id"]: cluster["number"] for cluster in find_clusters(relations)["clusters"]
                 for member in cluster["members"]}
    return {id: (named[id],) if id in named else id for id in relations.actors}


def position(i, j, k):
    """What j is between i and k, by the groups of the three."""
    if i == j == k:
        return "coordinator"
    if i == k:
        return "itinerant"
    if i == j:
        return "representative"
    return "gatekeeper" if j == k else "liaison"


def gould_fernandez(relations, groups):
    def tied(i, j):
        return at_least(relations.cooperation(i, j), ON_TERMS)
    counts = {id: dict.fromkeys(POSITIONS, 0) for id in relations.actors}
    for i, j, k in itertools.permutations(relations.actors, 3):
        if tied(i, j) and tied(j, k) and not tied(i, k):
            counts[j][position(groups[i], groups[j], groups[k])] += 1
    return counts


def neighbours(relations, i):
    return {j: relations.trust(i, j) for j in relations.actors if j != i and above_zero(relations.trust(i, j))}


def burt(relations, i):
    """(constraint, effective size); None for one without neighbours."""
    weight = {j: neighbours(relations, j) for j in relations.actors}
    own = weight[i]
    if not own:
        return None, None

    def share(j, k):
        return weight[j].get(k, 0.0) / sum(weight[j].values())

    def marginal(j, k):
        return weight[j].get(k, 0.0) / max(weight[j].values())

    constraint = sum((share(i, j) + sum(share(i, q) * share(q, j) for q in own if q != j)) ** 2 for j in own)
    size = sum(1 - sum(share(i, q) * marginal(j, q) for q in own if q != j) for j in own)
    return constraint, size


def length(trust):
    return max(1, round(-math.log(trust) * UNITS))


def shortest(relations, start):
    """Whole lengths of the shortest ways from the start, and how many there are."""
    lengths, ways, done = {start: 0}, {start: 1}, set()
    waiting = [(0, start)]
    while waiting:
        far, i = heapq.heappop(waiting)
        if i in done:
            continue
        done.add(i)
        for j, trust in neighbours(relations, i).items():
            farther = far + length(trust)
            if j not in lengths or farther < lengths[j]:
                lengths[j], ways[j] = farther, ways[i]
                heapq.heappush(waiting, (farther, j))
            elif farther == lengths[j]:
                ways[j] += ways[i]
    return lengths, ways


def betweenness(relations):
    found = dict.fromkeys(relations.actors, 0.0)
    reach = {id: shortest(relations, id) for id in relations.actors}
    for s, t in itertools.combinations(relations.actors, 2):
        lengths, ways = reach[s]
        if t not in lengths:
            continue
        for v in relations.actors:
            if v not in (s, t) and v in lengths and lengths[v] + reach[v][0][t] == lengths[t]:
                found[v] += ways[v] * reach[v][1][t] / ways[t]
    return found


def find_roles(relations, tag=None):
    counts = gould_fernandez(relations, group_names(relations, tag))
    between = betweenness(relations)
    rows = []
    for id in relations.actors:
        constraint, size = burt(relations, id)
        rows.append({"id": id, **counts[id], "constraint": constraint, "effective_size": size,
                     "betweenness": between[id]})
    return {"groups": tag or "clusters", "actors": ranked(rows, lambda row: row["betweenness"], lambda row: row["id"])}

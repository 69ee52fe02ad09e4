"""The ranking held against recorded mediations: METHOD 10."""

import copy
import math
import statistics
from collections import deque
from datetime import date

import model_file
from brokerage import components, refused_by, trusted_by_all
from relations import COMPONENTS, PROFILES, TOLERANCE, Relations, above_zero, great_circle, mean

HITS = (1, 3, 5, 10)


def mean_ranks(keys):
    """By name the rank of its key, greater ones first; those with equal keys share the mean of their ranks."""
    def better(one, other):
        for x, y in zip(one, other):
            if abs(x - y) > TOLERANCE:
                return x > y
        return False
    ranks = {}
    for name, key in keys.items():
        before = sum(better(other, key) for other in keys.values())
        equal = sum(not better(other, key) and not better(key, other) for other in keys.values())
        ranks[name] = before + (equal + 1) / 2
    return ranks


def profile_keys(relations, parties, others, weights):
    """Candidates by score and access, the refused behind them, the rest behind these."""
    keys = {k: (0, 0.0, 0.0) for k in others}
    for k in trusted_by_all(relations, parties):
        parts = components(relations, k, parties)
        score = sum(weight * parts[component] for component, weight in weights.items())
        keys[k] = (1 if refused_by(relations, k, parties) else 2, score, parts["access"])
    return keys


def shortest_ways(steps, start):
    """From the start: distances and how many shortest ways there are."""
    distance, ways, queue = {start: 0}, {start: 1}, deque([start])
    while queue:
        here = queue.popleft()
        for there in steps[here]:
            if there not in distance:
                distance[there], ways[there] = distance[here] + 1, 0
                queue.append(there)
            if distance[there] == distance[here] + 1:
                ways[there] += ways[here]
    return distance, ways


def alliance_betweenness(relations):
    salience = relations.lens.salience
    steps = {i: [j for j in relations.actors if j != i and any(
        pair == frozenset((i, j)) and above_zero(salience[layer] * positive)
        for (pair, layer), (positive, _) in relations.strongest.items())] for i in relations.actors}
    found = {i: shortest_ways(steps, i) for i in relations.actors}
    result = dict.fromkeys(relations.actors, 0.0)
    for position, s in enumerate(relations.actors):
        for t in relations.actors[position + 1:]:
            distance, ways = found[s]
            if t not in distance:
                continue
            for v in relations.actors:
                if v not in (s, t) and v in distance and distance[v] + found[t][0][v] == distance[t]:
                    result[v] += ways[v] * found[t][1][v] / ways[t]
    return result


def nearness(relations, k, parties):
    places = [relations.vertices[id].at for id in (k, *parties)]
    if None in places:
        return -math.inf
    return -mean(great_circle(places[0], place) for place in places[1:])


def baseline_keys(relations, parties, others):
    between = alliance_betweenness(relations)
    shared = relations.seating(parties)
    near = {k: nearness(relations, k, parties) for k in relations.actors}
    unknown = -1e9
    return {
        "capability": {k: ((relations._capability(k) or (0.0,))[0],) for k in others},
        "betweenness": {k: (between[k],) for k in others},
        "forums shared": {k: (float(sum(k in relations.members[forum] for forum in shared)),) for k in others},
        "nearness": {k: (max(value, unknown),) for k, value in near.items()}}


def certain(rank):
    return {"rank": rank, "reciprocal": 1 / rank, **{hit: float(rank <= hit) for hit in HITS}}


def by_chance(brokers, of):
    """What is to be expected of the best of so many brokers in a shuffled list."""
    share = {rank: math.comb(of - rank, brokers - 1) / math.comb(of, brokers) for rank in range(1, of - brokers + 2)}
    return {"rank": sum(rank * part for rank, part in share.items()),
            "reciprocal": sum(part / rank for rank, part in share.items()),
            **{hit: sum(part for rank, part in share.items() if rank <= hit) for hit in HITS}}


def record(name, outcomes, pairs):
    if not outcomes:
        return {"name": name, "cases": 0, "mrr": None, "mrr_per_pair": None,
                **{f"hit{hit}": None for hit in HITS}, "median_rank": None}
    votes = {}
    for outcome, pair in zip(outcomes, pairs):
        votes.setdefault(pair, []).append(outcome["reciprocal"])
    return {"name": name, "cases": len(outcomes), "mrr": mean(outcome["reciprocal"] for outcome in outcomes),
            "mrr_per_pair": mean(mean(vote) for vote in votes.values()),
            **{f"hit{hit}": mean(outcome[hit] for outcome in outcomes) for hit in HITS},
            "median_rank": statistics.median(outcome["rank"] for outcome in outcomes)}


def known(model, name):
    return model.spellings.get(model_file.comparable(name))


def judge(model, lens, case, profiles):
    """The case by ids, and its ranks by every profile and baseline; None for these where it is skipped."""
    then = copy.copy(lens)
    then.as_of = date(case["year"] - 1, 12, 31)
    relations = Relations(model, then)
    named = {**case, "a": known(model, case["a"]) or case["a"], "b": known(model, case["b"]) or case["b"],
             "brokers": [known(model, name) or name for name in case["brokers"]]}
    parties = sorted((named["a"], named["b"]))
    brokers = {id for id in named["brokers"] if id in relations.actors and id not in parties}
    if parties[0] == parties[1] or not brokers or not all(x in relations.vertices for x in parties):
        return named, None
    others = [k for k in relations.actors if k not in parties]
    keys = {name: profile_keys(relations, parties, others, weights) for name, weights in profiles.items()}
    keys |= baseline_keys(relations, parties, others)
    ranks = {name: min(mean_ranks(of_one)[k] for k in brokers) for name, of_one in keys.items()}
    return {**named, "of": len(others)}, {**{name: certain(rank) for name, rank in ranks.items()},
                                          "chance": by_chance(len(brokers), len(others))}


def run_backtest(model, lens, cases):
    profiles = {name: dict(zip(COMPONENTS, weights)) for name, weights in PROFILES.items()}
    profiles |= {name: {component: weights.get(component, 0.0) for component in COMPONENTS}
                 for name, weights in model.profiles.items()}
    baselines = ["capability", "betweenness", "forums shared", "nearness", "chance"]
    judged, skipped = [], []
    for case in cases:
        named, outcomes = judge(model, lens, case, profiles)
        if outcomes is None:
            skipped.append(named)
        else:
            judged.append(({**named, "rank": outcomes[lens.profile]["rank"]}, outcomes))
    pairs = [frozenset((named["a"], named["b"])) for named, _ in judged]

    def records(names):
        return [record(name, [outcomes[name] for _, outcomes in judged], pairs) for name in names]
    return {"profiles": records(profiles), "baselines": records(baselines),
            "cases": [named for named, _ in judged], "skipped": skipped}

"""Who can broker the parties, where, and by what chain: METHOD 7."""

import itertools
import math

from relations import COMPONENTS, TIE_THRESHOLD, above_zero, at_least, mean, ranked

TRUSTED = 0.01
DEPENDENT = 0.6
HAND_OVER = 0.7


def trusted_by_all(relations, parties):
    return [k for k in relations.actors
            if k not in parties and all(at_least(relations.trust(k, x), TRUSTED) for x in parties)]


def convening_by(relations, forum, broker, parties):
    """The forum's worth as a table for the parties and this broker, who may be the forum itself; None: no seat."""
    seats = relations.members[forum]
    if not all(x in seats for x in parties) or (broker != forum and broker not in seats):
        return None
    factor = min([seats[x] for x in parties] + [1.0 if broker == forum else seats[broker]])
    needed = len(parties) + 1
    return (relations.forum_salience(forum) * relations.effectiveness(forum) * factor
            * math.sqrt(needed / max(needed, relations.size(forum))))


def convening(relations, broker, parties):
    tables = [(value, forum) for forum in relations.forums
              if (value := convening_by(relations, forum, broker, parties)) is not None]
    if not tables:
        return 0.0, None
    value, forum = ranked(tables, lambda table: table[0], lambda table: table[1])[0]
    return value, forum if above_zero(value) else None


def components(relations, k, parties):
    trust = [relations.trust(k, x) for x in parties]
    access = len(parties) / sum(1 / t for t in trust)
    others = [y for y in relations.actors if y != k]
    return {
        "access": access,
        "leverage": mean(relations.influence(k, x) for x in parties),
        "convening": convening(relations, k, parties)[0],
        "parity": access * min(trust) / max(trust),
        "detachment": access * (1 - max(relations.tension(k, x) for x in parties)),
        "standing": mean(relations.cooperation(k, y) for y in others) or 0.0}


def agenda(relations, k, parties):
    shared = [{"id": id, "strength": min(held_by[holder] for holder in [k, *parties])}
              for id, held_by in relations.model.concerns.items() if all(x in held_by for x in [k, *parties])]
    return ranked([item for item in shared if above_zero(item["strength"])],
                  lambda item: item["strength"], lambda item: item["id"])


def refused_by(relations, k, parties):
    return sorted({record.by for record in relations.model.refusals
                   if record.by in parties and all(x in parties for x in record.on)
                   and relations.in_force(record, record.by, *record.on) and relations.drawn.get(id(record), True)
                   and (record.who is None or k in record.who)})


def candidate(relations, k, parties):
    parts = components(relations, k, parties)
    weights = relations.lens.weights
    contributions = {component: weights[component] * parts[component] for component in COMPONENTS}
    vertex = relations.vertices[k]
    return {
        "id": k, "name": vertex.name, "kind": vertex.kind, "score": sum(contributions.values()), **parts,
        "contributions": contributions, "forum": convening(relations, k, parties)[1],
        "refused_by": refused_by(relations, k, parties),
        "dependent_on": [x for x in parties if at_least(relations.influence(x, k), DEPENDENT)],
        "strained_with": [x for x in parties if at_least(-relations.net(k, x), TIE_THRESHOLD)],
        "agenda": agenda(relations, k, parties),
        "p_first": None, "p_top3": None, "rank_low": None, "rank_high": None}


def find_candidates(relations, parties):
    parties = sorted(parties)
    found = [candidate(relations, k, parties) for k in trusted_by_all(relations, parties)]
    found = ranked(found, lambda one: one["score"], lambda one: one["access"], lambda one: one["id"])
    found = [one for one in found if not one["refused_by"]] + [one for one in found if one["refused_by"]]
    return [{"rank": rank, **one} for rank, one in enumerate(found, 1)]


def find_forums(relations, parties):
    found = []
    for forum in relations.seating(parties):
        full = [id for id, factor in relations.members[forum].items()
                if at_least(factor, relations.model.full_member)]
        pairs = [(a, b) for a, b in itertools.combinations(sorted(full), 2)
                 if not (a in parties and b in parties)]
        found.append({
            "id": forum, "name": relations.vertices[forum].name, "kind": relations.vertices[forum].kind,
            "score": convening_by(relations, forum, forum, parties), "members": relations.size(forum),
            "effectiveness": relations.effectiveness(forum),
            "cohesion": mean(relations.net(a, b) for a, b in pairs),
            "obstruction": mean(max(0.0, -relations.net(a, b)) for a, b in pairs),
            "worst": worst_pair(relations, pairs)})
    found = ranked(found, lambda one: one["score"], lambda one: one["id"])
    return [{"rank": rank, **one} for rank, one in enumerate(found, 1)]


def worst_pair(relations, pairs):
    at_odds = [pair for pair in pairs if above_zero(-relations.net(*pair))]
    if not at_odds:
        return None
    a, b = ranked(at_odds, lambda pair: -relations.net(*pair), lambda pair: pair)[0]
    return {"a": a, "b": b, "net": relations.net(a, b)}


def find_chain(relations, parties):
    """Every simple path from the first to the second through actors is tried."""
    if len(parties) != 2:
        return None
    start, end = sorted(parties)
    paths = []

    def walk(path, product):
        for step in [k for k in relations.actors if k not in parties and k not in path] + [end]:
            trust = relations.trust(path[-1], step)
            if not above_zero(trust) or (len(path) == 1 and step == end):
                continue
            if step == end:
                paths.append((product * HAND_OVER * trust, [*path, end]))
            else:
                walk([*path, step], product * HAND_OVER * trust)

    walk([start], 1.0)
    if not paths:
        return None
    greatest = max(product for product, _ in paths)
    _, ids = min((len(ids), ids) for product, ids in paths if at_least(product, greatest))
    return {"ids": ids, "product": next(product for product, path in paths if path == ids)}


def pair_summary(relations, a, b):
    return {"a": a, "b": b, "cooperation": relations.cooperation(a, b), "tension": relations.tension(a, b),
            "net": relations.net(a, b), "ambivalent": relations.ambivalent(a, b)}


def find_brokers(relations, parties):
    parties = sorted(parties)
    return {
        "parties": parties,
        "pairs": [pair_summary(relations, a, b) for a, b in itertools.combinations(parties, 2)],
        "profile": {"name": relations.lens.profile, "weights": relations.lens.weights},
        "candidates": find_candidates(relations, parties),
        "joint": [],
        "forums": find_forums(relations, parties),
        "chain": find_chain(relations, parties),
        "flips": [], "find_out": []}

"""Brokers who work together: METHOD 7."""

import itertools
import math

from brokerage import TRUSTED, find_candidates, refused_by
from relations import COMPONENTS, TIE_THRESHOLD, above_zero, at_least, mean, ranked

ON_TERMS = 0.2


def find_joint(relations, parties, size):
    """Every set of that size worth more than its best member alone, best first."""
    parties = sorted(parties)
    alone = {one["id"]: one["score"] for one in find_candidates(relations, parties)}
    willing = [k for k in relations.actors if k not in parties and not refused_by(relations, k, parties)]
    found = [joint_brokers(relations, team, parties) for team in itertools.combinations(willing, size)
             if on_terms(relations, team) and trusted(relations, team, parties)]
    found = [one for one in found if above_zero(one["score"] - max(alone.get(k, 0.0) for k in one["ids"]))]
    return ranked(found, lambda one: one["score"], lambda one: one["access"], lambda one: one["ids"])


def on_terms(relations, team):
    return all(at_least(relations.cooperation(i, j), ON_TERMS) for i, j in itertools.combinations(team, 2))


def trusted(relations, team, parties):
    def trusts(x, k):
        return at_least(relations.trust(k, x), TRUSTED)
    return all(any(trusts(x, k) for x in parties) for k in team) and \
        all(any(trusts(x, k) for k in team) for x in parties)


def together(values):
    return 1 - math.prod(1 - value for value in values)


def joint_brokers(relations, team, parties):
    trust = [together(relations.trust(k, x) for k in team) for x in parties]
    access = len(parties) / sum(1 / t for t in trust)
    convening, forum = joint_convening(relations, team, parties)
    components = {
        "access": access,
        "leverage": mean(together(relations.influence(k, x) for k in team) for x in parties),
        "convening": convening,
        "parity": access * min(trust) / max(trust),
        "detachment": access * (1 - max(relations.tension(k, x) for k in team for x in parties)),
        "standing": mean(standing(relations, k) for k in team)}
    friction = max(0.0, *(-relations.net(i, j) for i, j in itertools.combinations(team, 2)))
    score = sum(relations.lens.weights[component] * components[component] for component in COMPONENTS)
    return {"ids": list(team), "score": score * (1 - friction), **components, "friction": friction,
            "strained_with": [{"broker": k, "party": x} for k in team for x in parties
                              if at_least(-relations.net(k, x), TIE_THRESHOLD)],
            "forum": forum}


def standing(relations, k):
    return mean(relations.cooperation(k, y) for y in relations.actors if y != k) or 0.0


def joint_convening(relations, team, parties):
    needed = len(team) + len(parties)
    tables = []
    for forum in relations.forums:
        seats = {**relations.members[forum], **({forum: 1.0} if forum in team else {})}
        if all(id in seats for id in [*team, *parties]):
            factor = min(seats[id] for id in [*team, *parties])
            tables.append((relations.forum_salience(forum) * relations.effectiveness(forum) * factor
                           * math.sqrt(needed / max(needed, relations.size(forum))), forum))
    if not tables:
        return 0.0, None
    value, forum = ranked(tables, lambda table: table[0], lambda table: table[1])[0]
    return value, forum if above_zero(value) else None

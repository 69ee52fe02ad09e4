"""The pairs in tension, and brokering seen over all of them: METHOD 6, with `--all` and `--broker` of METHOD 7."""

from brokerage import find_candidates, pair_summary
from relations import TIE_THRESHOLD, above_zero, at_least, ranked


def tense_pairs(relations):
    """The pairs that METHOD 6 lists, by severity."""
    def wanted(id):
        return relations.lens.threats or not relations.vertices[id].is_threat()
    tense = [pair for pair in relations.pairs
             if above_zero(relations.tension(*pair)) and all(wanted(id) for id in pair)]
    return ranked(tense, lambda pair: relations.tension(*pair), lambda pair: pair)


def find_all_brokers(relations):
    return {"pairs": [{"a": a, "b": b, "tension": relations.tension(a, b),
                       "candidates": find_candidates(relations, [a, b])} for a, b in tense_pairs(relations)]}


def find_pairs_for(relations, broker):
    found = []
    for a, b in tense_pairs(relations):
        for one in find_candidates(relations, [a, b]):
            if one["id"] == broker and not one["refused_by"]:
                found.append({"a": a, "b": b, "tension": relations.tension(a, b), "rank": one["rank"],
                              "score": one["score"]})
    return {"broker": broker, "pairs": ranked(found, lambda pair: -pair["rank"], lambda pair: pair["tension"],
                                              lambda pair: [pair["a"], pair["b"]])}


def find_tensions(relations, sort="severity"):
    rows = [tension_row(relations, a, b) for a, b in tense_pairs(relations)]
    column = {"severity": "tension", "opportunity": "opportunity", "strain": "strain"}[sort]
    return ranked(rows, lambda row: row[column], lambda row: [row["a"], row["b"]])


def tension_row(relations, a, b):
    torn = find_torn(relations, a, b)
    willing = [one for one in find_candidates(relations, [a, b]) if not one["refused_by"]]
    best = willing[0] if willing else {"id": None, "score": 0.0, "dependent_on": []}
    weighed = [{"id": forum, "weight": relations.effectiveness(forum) * min(relations.members[forum][a],
                                                                           relations.members[forum][b])}
               for forum in relations.seating((a, b))]
    return {
        **pair_summary(relations, a, b), "torn": torn, "strain": sum(one["weight"] for one in torn),
        "forums": ranked(weighed, lambda one: one["weight"], lambda one: one["id"]),
        "best_broker": best["id"], "best_score": best["score"], "depends_on": best["dependent_on"],
        "opportunity": relations.tension(a, b) * best["score"]}


def find_torn(relations, a, b):
    if not at_least(-relations.net(a, b), TIE_THRESHOLD):
        return []
    torn = [{"id": k, "weight": min(-relations.net(a, b), relations.net(k, a), relations.net(k, b))}
            for k in relations.sides if k not in (a, b)
            and at_least(relations.net(k, a), TIE_THRESHOLD) and at_least(relations.net(k, b), TIE_THRESHOLD)]
    return ranked(torn, lambda one: one["weight"], lambda one: one["id"])

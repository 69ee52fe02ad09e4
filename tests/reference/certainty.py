"""How sure a ranking is, by draws of Python's own generator, and what would change it: METHOD 8."""

import functools
import itertools
import math
import random
import statistics

from brokerage import components, find_candidates, refused_by, trusted_by_all
from clusters import SignedModularity
from model_file import Influence, Tie
from relations import COMPONENTS, TIE_THRESHOLD, Relations, at_least, mean, ranked

SPREAD = 0.5
STEPS = 200
BISECTED = 1e-6
FEW_SIDES = 9


def records_in_force(relations):
    """(record, mean, spread, least, greatest) of every record with a number to draw, in force on the day."""
    model = relations.model
    for tie in model.ties:
        weight = relations.weight(tie)
        if weight is not None:
            yield tie, weight, SPREAD * (1 - tie.confidence), -1.0, 1.0
    for record in model.influence:
        if relations.in_force(record, record.of, record.over):
            yield record, record.number, SPREAD * (1 - record.confidence), 0.0, 1.0
    for forum in relations.forums:
        for record in relations.vertices[forum].effectiveness:
            if record.holds(relations.lens.as_of):
                yield record, record.number, SPREAD * (1 - record.confidence), 0.0, 1.0


def refusals_in_force(relations):
    return [record for record in relations.model.refusals if relations.in_force(record, record.by, *record.on)]


def silent_pairs(relations):
    """Pairs of actors without a tie in force."""
    tied = {pair for pair, _ in relations.strongest}
    return [frozenset(pair) for pair in itertools.combinations(relations.actors, 2) if frozenset(pair) not in tied]


def clipped(value, least, greatest):
    return min(max(value, least), greatest)


def clipped_moments(mean, spread, least, greatest):
    """Mean and variance of a normal value clipped to a range, in closed form."""
    if spread == 0:
        return clipped(mean, least, greatest), 0.0
    normal = statistics.NormalDist()
    low, high = (least - mean) / spread, (greatest - mean) / spread
    below, above = normal.cdf(low), 1 - normal.cdf(high)
    inside = 1 - below - above
    slope = normal.pdf(low) - normal.pdf(high)
    first = least * below + greatest * above + mean * inside + spread * slope
    square_inside = (mean ** 2 + spread ** 2) * inside + 2 * mean * spread * slope \
        + spread ** 2 * (low * normal.pdf(low) - high * normal.pdf(high))
    return first, least ** 2 * below + greatest ** 2 * above + square_inside - first ** 2


def share_of_weights(differences):
    """The share of the simplex on which Σ α·d > 0, in closed form.

    Weights uniform on the simplex are exponentials over their sum, so that this is the chance that a sum of
    exponentials with these coefficients is above 0: with d all distinct, Σ over d_c > 0 of Π d_c / (d_c - d_e).
    """
    exponents = [d for d in differences if d != 0]
    return sum(math.prod(d / (d - other) for at, other in enumerate(exponents) if at != place)
               for place, d in enumerate(exponents) if d > 0)


class Draws:
    """N models drawn from one, the same for the same seed.

    Records alike in kind, vertices, layer and first day have one stream, and so the same luck.
    """

    def __init__(self, relations, count, seed, unrecorded=None):
        self.relations = relations
        self.count = count
        self.records = list(records_in_force(relations))
        self.refusals = refusals_in_force(relations)
        confidence = relations.model.unrecorded if unrecorded is None else unrecorded
        self.silence = [] if confidence is None else silent_pairs(relations)
        chance = random.Random(seed)
        self.drawn, self.above = [], []
        for _ in range(count):
            luck = {record.stream(): chance.gauss(0, 1) for record, *_ in self.records}
            drawn = {id(record): clipped(mean + spread * luck[record.stream()], least, greatest)
                     for record, mean, spread, least, greatest in self.records}
            self.above.append({id(record): luck[record.stream()] > 0 for record, *_ in self.records})
            luck = {record.stream(): chance.random() for record in self.refusals}
            drawn |= {id(record): luck[record.stream()] < record.confidence for record in self.refusals}
            drawn |= {pair: clipped(chance.gauss(0, SPREAD * (1 - confidence)), -1, 1) for pair in self.silence}
            self.drawn.append(drawn)
        self.weights = [random_weights(chance) for _ in range(count)]

    def models(self):
        for drawn in self.drawn:
            yield Relations(self.relations.model, self.relations.lens, drawn)

    def orders(self, parties, any_weights=False):
        """The ranked ids of each draw."""
        for relations, weights in zip(self.models(), self.weights):
            yield order(relations, parties, weights if any_weights else relations.lens.weights)


def random_weights(chance):
    """Uniform on the simplex of the six."""
    parts = [chance.expovariate(1) for _ in COMPONENTS]
    return {component: part / sum(parts) for component, part in zip(COMPONENTS, parts)}


def order(relations, parties, weights):
    """The ids of the candidates by rank."""
    found = []
    for k in trusted_by_all(relations, parties):
        parts = components(relations, k, parties)
        score = sum(weights[component] * parts[component] for component in COMPONENTS)
        found.append((k, score, parts["access"]))
    ids = [k for k, _, _ in ranked(found, lambda one: one[1], lambda one: one[2], lambda one: one[0])]
    refused = {k for k in ids if refused_by(relations, k, parties)}
    return [k for k in ids if k not in refused] + [k for k in ids if k in refused]


class Certainty:
    """Shares of draws for the candidates of a pair."""

    def __init__(self, draws, parties, any_weights=False):
        self.count = draws.count
        self.candidates = [one["id"] for one in find_candidates(draws.relations, parties)]
        self.orders = list(draws.orders(parties, any_weights))

    def first(self, k):
        """Of the draws in which k is a candidate and the first of them."""
        return sum(ids[:1] == [k] for ids in self.orders) / self.count

    def share(self, k, rank):
        """Of the draws in which k has this rank or a better one."""
        return sum(self.rank(k, ids) <= rank for ids in self.orders) / self.count

    def rank(self, k, ids):
        """One who is absent stands behind all of the draw, and no better than at the end of the list."""
        return ids.index(k) + 1 if k in ids else max(len(ids) + 1, len(self.candidates))

    def effect(self, draws, record, first):
        """|P(first | the record's draw above its median) - P(first | below)|, clipped ones by where they were drawn."""
        sides = {True: [], False: []}
        for above, ids in zip(draws.above, self.orders):
            sides[above[id(record)]].append(ids[:1] == [first])
        return abs(statistics.fmean(sides[True]) - statistics.fmean(sides[False]))


def stabilities(draws, clustering):
    """By side: the mean over the other members of its cluster of the share of draws in which the two are together."""
    together = {}
    for relations in draws.models():
        for cluster in quick_partition(relations):
            for pair in itertools.combinations(cluster, 2):
                together[frozenset(pair)] = together.get(frozenset(pair), 0) + 1
    found = {}
    for cluster in clustering["clusters"]:
        ids = [member["id"] for member in cluster["members"]]
        for i in ids:
            found[i] = mean(together.get(frozenset((i, j)), 0) / draws.count for j in ids if j != i)
    return found


def quick_partition(relations, resolution=1.0):
    """The best partition of a few sides whose clusters hang together, by dynamic programming over sets of sides."""
    modularity = SignedModularity(relations, resolution)
    sides = relations.sides
    linked = [sum(1 << other for other, j in enumerate(sides)
                  if i != j and at_least(relations.cooperation(i, j), TIE_THRESHOLD)) for i in sides]
    shared = [[modularity.of_pair(i, j) for j in sides] for i in sides]

    @functools.cache
    def worth(cluster):
        if cluster == 0:
            return 0.0
        at = cluster.bit_length() - 1
        rest = cluster & ~(1 << at)
        return worth(rest) + shared[at][at] + sum(2 * shared[at][other] for other in range(at) if rest >> other & 1)

    def connected(cluster):
        reached = waiting = cluster & -cluster
        while waiting:
            at = waiting.bit_length() - 1
            fresh = linked[at] & cluster & ~reached
            reached |= fresh
            waiting = waiting & ~(1 << at) | fresh
        return reached == cluster

    sound = {cluster for cluster in range(1, 1 << len(sides)) if connected(cluster)}

    @functools.cache
    def best(ids):
        if ids == 0:
            return 0.0, ()
        first = ids & -ids
        others = ids & ~first
        part, found = others, None
        while True:
            cluster = first | part
            if cluster in sound:
                value, rest = best(ids & ~cluster)
                if found is None or worth(cluster) + value > found[0]:
                    found = worth(cluster) + value, (cluster, *rest)
            if part == 0:
                return found
            part = (part - 1) & others

    _, clusters = best((1 << len(sides)) - 1)
    return [[id for at, id in enumerate(sides) if cluster >> at & 1] for cluster in clusters]


class Change:
    """The ranking as one record's number moves and all else stays as recorded."""

    def __init__(self, relations, parties, record, least, greatest):
        self.relations = relations
        self.parties = parties
        self.record = record
        self.least, self.greatest = least, greatest
        self.first = self.first_at(record.number)

    def first_at(self, number):
        if hasattr(self.record, "half_life"):
            weight = self.relations.weight(self.record, number)
            number = 0.0 if weight is None else weight
        drawn = Relations(self.relations.model, self.relations.lens, {id(self.record): number})
        ids = order(drawn, self.parties, self.relations.lens.weights)
        return ids[0] if ids else None

    def flip(self):
        """The nearest number at which another is first, or None."""
        found = [to for end in (self.least, self.greatest) if (to := self.towards(end)) is not None]
        return min(found, key=lambda to: abs(to - self.record.number), default=None)

    def towards(self, end):
        start = self.record.number
        before = start
        for step in range(1, STEPS + 1):
            after = start + (end - start) * step / STEPS
            if after != before and self.first_at(after) != self.first:
                return self.crossing(before, after)
            before = after
        return None

    def crossing(self, before, after):
        while abs(after - before) > BISECTED / 10:
            middle = (before + after) / 2
            before, after = (before, middle) if self.first_at(middle) != self.first else (middle, after)
        return after


def enters(relations, record, k, parties):
    """Whether a record bears upon k's relations, influence and tables with the parties themselves."""
    if isinstance(record, Tie):
        return k in record.between and any(x in record.between for x in parties)
    if isinstance(record, Influence):
        return record.of == k and record.over in parties
    seats = {record.forum, *relations.members[record.forum]}
    return k in seats and any(x in seats for x in parties)


def find_flips(relations, parties):
    """(record, to) for every record of the top two of which a change moves the first, the smallest change first."""
    top = order(relations, parties, relations.lens.weights)[:2]
    found = []
    for record, _, _, least, greatest in records_in_force(relations):
        if not any(enters(relations, record, k, parties) for k in top):
            continue
        to = Change(relations, parties, record, least, greatest).flip()
        if to is not None:
            found.append((record, to))
    return sorted(found, key=lambda flip: abs(flip[1] - flip[0].number))

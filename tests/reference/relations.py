"""A model on a day under a lens as a weighted graph: METHOD 2 and 3."""

import functools
import itertools
import math
from dataclasses import dataclass

import model_file

TOLERANCE = 1e-9
TIE_THRESHOLD = 0.1
AMBIVALENT = 0.2
FADED = 0.05
COMPONENTS = ("access", "leverage", "convening", "parity", "detachment", "standing")
PROFILES = {
    "balanced": (0.40, 0.40, 0.20, 0, 0, 0),
    "precedent": (0.30, 0.30, 0.15, 0, 0, 0.25),
    "facilitator": (0.45, 0, 0.15, 0.25, 0.15, 0),
    "convenor": (0.30, 0.05, 0.45, 0.10, 0.10, 0),
    "power": (0.30, 0.55, 0.10, 0, 0.05, 0),
}


def at_least(value, threshold):
    return value >= threshold - TOLERANCE


def above_zero(value):
    return value > TOLERANCE


def ranked(items, *keys):
    """Sorted by the keys in turn: numbers from high to low, equal within the tolerance; text and lists ascending."""
    def compare(one, other):
        for key in keys:
            x, y = key(one), key(other)
            if isinstance(x, (str, list, tuple)):
                if x != y:
                    return -1 if x < y else 1
            elif abs(x - y) > TOLERANCE:
                return -1 if x > y else 1
        return 0
    return sorted(items, key=functools.cmp_to_key(compare))


def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else None


@dataclass
class Lens:
    as_of: object
    salience: dict
    profile: str = "balanced"
    weights: dict = None
    threats: bool = False


def make_lens(model, as_of=None, layers=None, only_layers=False, profile="balanced", threats=False):
    changed = layers or {}
    salience = {layer: 0.0 if only_layers else value for layer, value in model.layers.items()} | changed
    if profile in PROFILES:
        weights = dict(zip(COMPONENTS, PROFILES[profile]))
    else:
        weights = {component: model.profiles[profile].get(component, 0.0) for component in COMPONENTS}
    day = model_file.last_day(as_of) if as_of else model.as_of
    return Lens(day, salience, profile, weights, threats)


class Relations:
    """The model on a day, under a lens: who exists, who sits where, and p and q of every pair (METHOD 2 and 3)."""

    def __init__(self, model, lens, drawn=None):
        """drawn: by the id() of a record, another number in place of its own (a tie's after fading; of a refusal,
        whether it holds); and by the pair, ties that are on no record."""
        self.model = model
        self.lens = lens
        self.drawn = drawn or {}
        self.vertices = {id: vertex for id, vertex in sorted(model.vertices.items()) if vertex.exists(lens.as_of)}
        self.forums = [id for id, vertex in self.vertices.items() if vertex.is_forum()]
        self.actors = [id for id, vertex in self.vertices.items() if vertex.is_actor()]
        self.sides = [id for id, vertex in self.vertices.items() if vertex.is_side()]
        self.members = self._members()
        self.strongest = self._strongest_ties()
        self.p, self.q = {}, {}

    @property
    def pairs(self):
        return itertools.combinations(self.vertices, 2)

    def cooperation(self, i, j):
        pair = frozenset((i, j))
        if pair not in self.p:
            self.p[pair] = self._cooperation(i, j)
        return self.p[pair]

    def tension(self, i, j):
        pair = frozenset((i, j))
        if pair not in self.q:
            self.q[pair] = self._tension(i, j)
        return self.q[pair]

    def net(self, i, j):
        return self.cooperation(i, j) - self.tension(i, j)

    def trust(self, i, j):
        return self.cooperation(i, j) * (1 - self.tension(i, j))

    def ambivalent(self, i, j):
        return at_least(self.cooperation(i, j), AMBIVALENT) and at_least(self.tension(i, j), AMBIVALENT)

    def listed(self):
        return [(a, b) for a, b in self.pairs if above_zero(self.cooperation(a, b)) or above_zero(self.tension(a, b))]

    def in_force(self, record, *ids):
        return record.holds(self.lens.as_of) and all(id in self.vertices for id in ids)

    def size(self, forum):
        return max(len(self.members[forum]), self.vertices[forum].size)

    def effectiveness(self, forum):
        return next(self.drawn.get(id(record), record.number) for record in self.vertices[forum].effectiveness
                    if record.holds(self.lens.as_of))

    def forum_salience(self, forum):
        return max((self.lens.salience[layer] for layer in self.vertices[forum].layers), default=1.0)

    def seating(self, ids):
        return [forum for forum in self.forums if all(id in self.members[forum] for id in ids)]

    def _members(self):
        members = {forum: {} for forum in self.forums}
        for record in self.model.memberships:
            if self.in_force(record, record.vertex, record.forum):
                seats = members[record.forum]
                seats[record.vertex] = max(record.factor, seats.get(record.vertex, 0.0))
        return members

    def _strongest_ties(self):
        """(pair, layer): [strongest positive weight, magnitude of the strongest negative one]."""
        strongest = {}
        for tie in self.model.ties:
            weight = self.weight(tie)
            if weight is None:
                continue
            weight = self.drawn.get(id(tie), weight)
            found = strongest.setdefault((tie.between, tie.layer), [0.0, 0.0])
            found[0] = max(found[0], weight)
            found[1] = max(found[1], -weight)
        return strongest

    def weight(self, tie, number=None):
        """A tie's weight on the day, with its own number or another; None where it is not in force."""
        if tie.replaced_on(self.lens.as_of) or not all(end in self.vertices for end in tie.between):
            return None
        number = tie.number if number is None else number
        if tie.span.holds(self.lens.as_of):
            return number
        last = tie.span.last
        if tie.half_life is None or last >= self.lens.as_of:
            return None
        faded = number * 0.5 ** ((self.lens.as_of - last).days / 365.25 / tie.half_life)
        return faded if at_least(abs(faded), FADED) else None

    def _forum_bond(self, i, j):
        apart = 1.0
        for forum in self.seating((i, j)):
            seats = self.members[forum]
            bond = self.forum_salience(forum) * self.effectiveness(forum) * seats[i] * seats[j]
            apart *= 1 - bond / (self.size(forum) - 1)
        return 1 - apart

    def _cooperation(self, i, j):
        apart = 1 - self.lens.salience["forums"] * self._forum_bond(i, j)
        for layer, salience in self.lens.salience.items():
            apart *= 1 - salience * self.strongest.get((frozenset((i, j)), layer), (0.0, 0.0))[0]
        for member, forum in ((i, j), (j, i)):
            if forum in self.members and member in self.members[forum]:
                apart *= 1 - self.forum_salience(forum) * self.members[forum][member] * self.effectiveness(forum)
        return 1 - apart * (1 - max(0.0, self.drawn.get(frozenset((i, j)), 0.0)))

    def _tension(self, i, j):
        apart = 1.0
        for layer, salience in self.lens.salience.items():
            apart *= 1 - salience * self.strongest.get((frozenset((i, j)), layer), (0.0, 0.0))[1]
        return 1 - apart * (1 - max(0.0, -self.drawn.get(frozenset((i, j)), 0.0)))

    def influence(self, k, x):
        recorded = [self.drawn.get(id(record), record.number) for record in self.model.influence
                    if (record.of, record.over) == (k, x) and self.in_force(record, k, x)]
        if recorded:
            return max(recorded)
        return self.model.derived_influence * self._preponderance(k, x)

    def _preponderance(self, k, x):
        own, other = self._capability(k), self._capability(x)
        if own is None or other is None or own[0] + other[0] == 0:
            return 0.0
        return own[0] / (own[0] + other[0]) * self._reach(k, x, own[1])

    def _capability(self, id):
        """The largest value in force, and whether it reaches the whole globe."""
        values = [(value, everywhere) for value, everywhere, span in self.vertices[id].capabilities
                  if span.holds(self.lens.as_of)]
        return max(values, default=None)

    def _reach(self, k, x, everywhere):
        if any(border.between == {k, x} and self.in_force(border, k, x) for border in self.model.borders):
            return 1.0
        here, there = self.vertices[k].at, self.vertices[x].at
        near = math.exp(-great_circle(here, there) / 1500) if here and there else 0.0
        return max(near, 0.9) if everywhere else near


def great_circle(here, there):
    """Kilometres, by the haversine formula."""
    (north, east), (north_there, east_there) = (map(math.radians, place) for place in (here, there))
    half = (math.sin((north_there - north) / 2) ** 2
            + math.cos(north) * math.cos(north_there) * math.sin((east_there - east) / 2) ** 2)
    return 2 * 6371.0088 * math.asin(math.sqrt(half))

"""A model file read into plain values: names resolved to ids, words turned into numbers, dates into days.

It trusts that the model is sound; what is wrong with one is for `entente check` to say.
"""

import calendar
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import yaml

STANCE = {"war": -1.0, "hostile": -0.8, "rivals": -0.6, "strained": -0.4, "cool": -0.2, "neutral": 0.0,
          "cordial": 0.2, "cooperative": 0.4, "close": 0.6, "partners": 0.8, "allied": 1.0}
STRENGTH = {"none": 0.0, "weak": 0.2, "limited": 0.4, "moderate": 0.6, "strong": 0.8, "decisive": 1.0}
CONFIDENCE = {"low": 0.3, "moderate": 0.6, "high": 0.9}
ROLES = {"chair": 1.0, "member": 1.0, "observer": 0.5, "partner": 0.3, "supporter": 0.25}
KINDS = {"countries": "country", "groups": "group", "organisations": "organisation", "mechanisms": "mechanism",
         "projects": "project"}
FORUM_KINDS = ("organisation", "mechanism", "project")


@dataclass(frozen=True)
class Span:
    """From a first day to a last one, both within; None is open."""
    first: date | None = None
    last: date | None = None

    def holds(self, day):
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass
class Vertex:
    id: str
    name: str
    kind: str
    spells: list
    at: tuple | None
    capabilities: list          # (value, global, Span)
    actor: bool                 # an organisation that acts
    party: bool                 # False: a threat that others share
    layers: list
    size: int
    tags: dict
    effectiveness: list         # Effectiveness; empty where the vertex is no forum

    def is_forum(self):
        return self.kind in FORUM_KINDS

    def is_side(self):
        return self.kind == "country" or (self.kind == "group" and self.party)

    def is_actor(self):
        return self.is_side() or (self.kind == "organisation" and self.actor)

    def is_threat(self):
        return self.kind == "group" and not self.party

    def exists(self, day):
        return any(spell.holds(day) for spell in self.spells)


@dataclass
class Record:
    """What holds from a day to a day, but for the days on which a scenario's change stands in its place."""
    span: Span
    replaced: list = field(default_factory=list, kw_only=True)      # of Span

    def replaced_on(self, day):
        return any(span.holds(day) for span in self.replaced)

    def holds(self, day):
        return self.span.holds(day) and not self.replaced_on(day)

    def stream(self):
        return type(self), self.key(), self.span.first


@dataclass
class Membership(Record):
    vertex: str
    forum: str
    factor: float

    def key(self):
        return self.vertex, self.forum


@dataclass
class Tie(Record):
    between: frozenset
    layer: str
    number: float
    confidence: float
    half_life: float | None

    def key(self):
        return self.between, self.layer


@dataclass
class Influence(Record):
    of: str
    over: str
    number: float
    confidence: float

    def key(self):
        return self.of, self.over


@dataclass
class Effectiveness(Record):
    forum: str
    number: float
    confidence: float

    def key(self):
        return self.forum


@dataclass
class Refusal(Record):
    by: str
    who: list | None            # None: anyone
    on: list
    confidence: float

    def key(self):
        return self.by, frozenset(self.on)


@dataclass
class Border(Record):
    between: frozenset


@dataclass
class Model:
    title: str
    as_of: date
    layers: dict                # name: salience
    profiles: dict              # name: {component: weight}
    derived_influence: float    # 0: none is derived
    unrecorded: float | None    # how sure silence is; None: quite
    full_member: float          # the factor of the role `member`
    words: object
    vertices: dict = field(default_factory=dict)
    memberships: list = field(default_factory=list)
    ties: list = field(default_factory=list)
    influence: list = field(default_factory=list)
    refusals: list = field(default_factory=list)
    borders: list = field(default_factory=list)
    concerns: dict = field(default_factory=dict)        # id: {vertex: strength}
    spellings: dict = field(default_factory=dict)       # comparable id, name or alias: id

    def find(self, spelling):
        return self.spellings[comparable(spelling)]


def comparable(spelling):
    return unicodedata.normalize("NFC", spelling).replace("\u2019", "'")


def days_of(text):
    """First and last day of a year, a month or a day."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(*parts, 1), date(*parts, calendar.monthrange(*parts)[1])
    return date(*parts), date(*parts)


def first_day(text):
    return days_of(text)[0]


def last_day(text):
    return days_of(text)[1]


def span_of(record):
    if not isinstance(record, dict):
        return Span()
    return Span(first_day(record["from"]) if "from" in record else None,
                last_day(record["to"]) if "to" in record else None)


def load_joined(path):
    """The file and all that it includes as one tree: maps merged, lists joined, every scalar as text."""
    tree = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) or {}
    for name in tree.pop("include", []):
        for key, value in load_joined(path.parent / name).items():
            tree[key] = merged(tree[key], value) if key in tree else value
    return tree


def merged(old, new):
    if isinstance(old, dict) and isinstance(new, dict):
        return {**old, **{key: merged(old[key], new[key]) if key in old else new[key] for key in new}}
    if isinstance(old, list) and isinstance(new, list):
        return old + new
    return old


class Words:
    """The numbers that words stand for, as the model may have redefined them."""

    def __init__(self, scale):
        def table(words, key):
            return {**words, **{word: float(number) for word, number in scale.get(key, {}).items()}}
        self.stance = table(STANCE, "stance")
        self.strength = table(STRENGTH, "strength")
        self.effectiveness = table(STRENGTH, "effectiveness")
        self.confidence = table(CONFIDENCE, "confidence")
        self.roles = table(ROLES, "roles")


def number(table, text, missing=None):
    if text is None:
        return table[missing]
    return table[text] if text in table else float(text)


def read_model(path):
    path = Path(path)
    if path.is_dir():
        path = path / "model.yaml"
    tree = load_joined(path)
    words = Words(tree.get("scale", {}))
    derive = tree.get("derive", {}).get("influence", "false")
    model = Model(
        title=tree["title"], as_of=last_day(tree["as_of"]), layers=read_layers(tree.get("layers", {})),
        profiles={name: {component: float(weight) for component, weight in weights.items()}
                  for name, weights in tree.get("profiles", {}).items()},
        derived_influence={"true": 1.0, "false": 0.0}[derive] if derive in ("true", "false") else float(derive),
        full_member=words.roles["member"], words=words,
        unrecorded=number(words.confidence, tree["unrecorded"]) if "unrecorded" in tree else None)
    for section, kind in KINDS.items():
        for id, entry in tree.get(section, {}).items():
            add_vertex(model, words, id, kind, entry or {})
    for section in KINDS:
        for id, entry in tree.get(section, {}).items():
            add_members(model, words, id, entry or {})
    add_records(model, words, tree)
    return model


def read_layers(entries):
    layers = {"forums": 0.4}
    for name, entry in entries.items():
        salience = entry.get("salience") if isinstance(entry, dict) else None
        layers[name] = float(salience) if salience is not None else layers.get(name, 1.0)
    return layers


def add_vertex(model, words, id, kind, entry):
    spells = [span_of(spell) for spell in entry["exists"]] if "exists" in entry else [span_of(entry)]
    vertex = model.vertices[id] = Vertex(
        id=id, name=entry.get("name", id), kind=kind, spells=spells,
        at=tuple(float(degree) for degree in entry["at"]) if "at" in entry else None,
        capabilities=read_capabilities(entry), actor=entry.get("actor") == "true",
        party=entry.get("party", "true") == "true", layers=entry.get("layers", []), size=int(entry.get("size", 0)),
        tags=entry.get("tags", {}), effectiveness=[])
    if vertex.is_forum():
        vertex.effectiveness.append(read_effectiveness(words, id, entry, Span()))
    for spelling in [id, entry.get("name", id), *entry.get("aliases", [])]:
        model.spellings[comparable(spelling)] = id


def read_effectiveness(words, forum, entry, span):
    return Effectiveness(span, forum, number(words.effectiveness, entry.get("effectiveness"), "moderate"),
                         number(words.confidence, entry.get("confidence"), "moderate"))


def read_capabilities(entry):
    everywhere = entry.get("reach") == "global"
    written = entry.get("capability", [])
    if isinstance(written, str):
        return [(float(written), everywhere, Span())]
    return [(float(value["value"]), everywhere or value.get("reach") == "global", span_of(value)) for value in written]


def add_members(model, words, forum, entry):
    for role, members in entry.get("members", {}).items():
        for member in members:
            actor = member["actor"] if isinstance(member, dict) else member
            model.memberships.append(Membership(span_of(member), model.find(actor), forum, words.roles[role]))


def add_records(model, words, tree):
    for tie in tree.get("ties", []):
        model.ties += read_ties(model, words, tie)
    for record in tree.get("influence", []):
        model.influence.append(read_influence(model, words, record))
    for record in tree.get("refusals", []):
        model.refusals.append(read_refusal(model, words, record))
    for record in tree.get("borders", []):
        ends = record["between"] if isinstance(record, dict) else record
        model.borders.append(Border(span_of(record), frozenset(model.find(end) for end in ends)))
    for id, entry in tree.get("concerns", {}).items():
        model.concerns[id] = {model.find(holder): number(words.strength, strength or None, "moderate")
                              for holder, strength in entry.get("held_by", {}).items()}


def read_ties(model, words, tie):
    """One tie a layer."""
    between = frozenset(model.find(end) for end in tie["between"])
    if "stances" in tie:
        weights = {layer: number(words.stance, stance) for layer, stance in tie["stances"].items()}
    else:
        weights = {tie["layer"]: float(tie["weight"]) if "weight" in tie else words.stance[tie["stance"]]}
    return [Tie(span_of(tie), between, layer, weight, number(words.confidence, tie.get("confidence"), "moderate"),
                float(tie["half_life"]) if "half_life" in tie else None) for layer, weight in weights.items()]


def read_influence(model, words, record):
    return Influence(span_of(record), model.find(record["of"]), model.find(record["over"]),
                     number(words.strength, record.get("strength"), "moderate"),
                     number(words.confidence, record.get("confidence"), "moderate"))


def read_refusal(model, words, record):
    who = None if record["who"] == "any" else [model.find(one) for one in record["who"]]
    return Refusal(span_of(record), model.find(record["by"]), who, [model.find(one) for one in record["on"]],
                   number(words.confidence, record.get("confidence"), "moderate"))

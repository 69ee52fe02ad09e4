"""Small random models that are sound but nasty, the same for the same seed.

    python3 random_model.py SEED FOLDER     writes FOLDER/model.yaml
"""

import random
import re
import sys
import unicodedata
from pathlib import Path

import model_file

DATES = ["2001", "2005-07", "2010", "2012-02-29", "2012-07-18", "2013-12", "2015-06", "2016-07-18", "2016", "2018",
         "2020-01-01"]
LENS_DATES = ["2003", "2012-07-18", "2013-03", "2016-07-18", "2017-01", "2019-12-31"]
IDS = ["NO", "002", "1e5", "null", "Y", "0x1F", "AFG", "PAK", "IND", "a", "B", "b.c", "Z_1", "on", "1.0", "x-y"]
NAMES = ["Türkiye", "Côte d’Ivoire", "Åland", "Republic, of Commas", "São Tomé: islands", "No", "Ünal [north]",
         "Iran’s east", "Việt Nam", "#1 # state", "\"Quoted\" land", "Ελλάδα"]
LAYERS = ["security", "economy", "water"]
ROLES = list(model_file.ROLES)
RANDOM_WEIGHTS = [-1, -0.9, -0.8, -0.5, -0.3, -0.2, -0.1, -0.05, 0, 0.01, 0.05, 0.1, 0.2, 0.25, 0.3, 0.5, 0.8, 1]


def decimal(value):
    return f"{value:.6f}".rstrip("0").rstrip(".") or "0"


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.tree = {"entente": "1", "title": f"Random model {seed}", "as_of": self.random.choice(LENS_DATES)}
        self.names = {}
        self.even = self.often(0.2)         # weights all alike: many equal scores and partitions
        self.spread = self.pick([0.5, 8, 80])

    def often(self, share):
        return self.random.random() < share

    def pick(self, choices):
        return self.random.choice(choices)

    def some(self, choices, low, high):
        return self.random.sample(choices, min(len(choices), self.random.randint(low, high)))

    def generate(self):
        self.preamble()
        self.name_vertices()
        self.add_sides()
        self.add_forums()
        self.add_ties()
        self.add_influence()
        self.add_refusals()
        self.add_borders()
        self.add_concerns()
        self.add_twin()
        return {key: value for key, value in self.tree.items() if value not in ({}, [])}

    def preamble(self):
        tree = self.tree
        tree["sources"] = {name: {"title": f"Source {name}", "publisher": "Nobody", "date": "2020",
                                  "url": "https://example.org/"} for name in ("s1", "s2")}
        self.layers = self.some(LAYERS, 1, 1 if self.even else 3)
        saliences = ["0.5", "0.8", "1"] if len(self.layers) == 1 else ["0", "0.5", "1"]
        tree["layers"] = {name: self.pick([{}, {"label": name.title()}, {"salience": self.pick(saliences)}])
                          for name in self.layers}
        if self.often(0.3):
            tree["layers"]["forums"] = {"salience": self.pick(["0", "0.4", "0.75", "1"])}
        if self.often(0.5):
            tree["scale"] = self.pick([
                {"roles": {"observer": "0.4", "supporter": "0"}},
                {"roles": {"member": "0.7"}},
                {"roles": {"member": "0.7", "chair": "0.9"}, "stance": {"cool": "-0.35", "cordial": "0.15"}},
                {"strength": {"strong": "0.7", "moderate": "0.5"}, "effectiveness": {"moderate": "0.3", "weak": "0"}},
                {"confidence": {"moderate": "0.5"}, "stance": {"allied": "0.95", "neutral": "0.05"}}])
        if self.often(0.5):
            tree["derive"] = {"influence": self.pick(["true", "0.5", "0.35", "1"])}
        if self.often(0.2):
            tree["unrecorded"] = "low"
        tree["profiles"] = {"envoy": self.pick([
            {"access": "0.25", "leverage": "0.25", "standing": "0.5"}, {"access": "1"}, {"convening": "1"},
            {"leverage": "0.2", "convening": "0.2", "parity": "0.2", "detachment": "0.2", "standing": "0.2"}])}

    def name_vertices(self):
        counts = {"countries": self.random.randint(4, 8), "groups": self.random.randint(0, 2),
                  "organisations": self.random.randint(0, 1 if self.even else 4),
                  "mechanisms": self.random.randint(0, 0 if self.even else 3), "projects": self.random.randint(0, 1)}
        ids = IDS + [f"v{number}" for number in range(20)]
        self.random.shuffle(ids)
        names = NAMES[:]
        self.random.shuffle(names)
        for section, count in counts.items():
            self.tree[section] = {}
            for _ in range(count):
                id, entry = ids.pop(), {}
                if names and self.often(0.5):
                    entry["name"] = names.pop()
                if self.often(0.3):
                    entry["aliases"] = [f"alias of {id}", f"l’autre {id}"][:self.random.randint(1, 2)]
                self.names[id] = [id, *([entry["name"]] if "name" in entry else []), *entry.get("aliases", [])]
                self.tree[section][id] = entry
        self.sides = [*self.tree["countries"], *self.tree["groups"]]
        self.forums = [id for section in ("organisations", "mechanisms", "projects") for id in self.tree[section]]
        self.all = self.sides + self.forums

    def spelled(self, id):
        """An id as one of its names, perhaps decomposed and with a plain apostrophe."""
        name = self.pick(self.names[id]) if self.often(0.3) else id
        if self.often(0.5):
            name = unicodedata.normalize("NFD", name).replace("’", "'")
        return name

    def dates(self, share):
        if not self.often(share):
            return {}
        first, last = sorted(self.random.sample(range(len(DATES)), 2))
        span = {"from": DATES[first], "to": DATES[last]}
        if self.often(0.4):
            span.pop(self.pick(["from", "to"]))
        return span

    def extras(self):
        extras = {}
        if self.often(0.4):
            extras["confidence"] = self.pick(["low", "moderate", "high", "0.45", "1"])
        if self.often(0.5):
            extras["evidence"] = [{"source": self.pick(["s1", "s2"]), "at": f"p. {self.random.randint(1, 99)}"}
                                  for _ in range(self.random.randint(1, 2))]
        if self.often(0.1):
            extras["note"] = "a note: with # signs"
        return extras

    def add_sides(self):
        for number, id in enumerate(self.sides):
            entry = self.vertex(id)
            if number >= 3:
                entry.update(self.existence())
            if id in self.tree["groups"] and self.often(0.4):
                entry["party"] = self.pick(["false", "false", "true"])

    def vertex(self, id):
        entry = next(self.tree[section][id] for section in model_file.KINDS if id in self.tree[section])
        if self.often(0.7):
            entry["at"] = [decimal(self.random.uniform(-1, 1) * self.spread),
                           decimal(self.random.uniform(-2, 2) * self.spread)]
        if self.often(0.65):
            entry["capability"] = self.capability()
        if self.often(0.3):
            entry["reach"] = "global"
        if self.often(0.4):
            entry["tags"] = {"region": self.pick(["North", "South"])}
        return entry

    def capability(self):
        if self.often(0.6):
            return self.pick(["0", "0.1", "0.2", "0.5", "12.5"])
        return [{"value": self.pick(["0", "0.1", "0.3", "2"]), **({"reach": "global"} if self.often(0.3) else {}),
                 **self.dates(0.7)} for _ in range(self.random.randint(1, 3))]

    def existence(self):
        if self.often(0.12):
            return {"exists": [{"to": "2005-07"}, {"from": self.pick(["2010", "2013-12"])}]}
        return self.dates(0.15)

    def add_forums(self):
        for forum in self.forums:
            entry = self.vertex(forum)
            entry.update(self.dates(0.15))
            if self.often(0.7):
                entry["effectiveness"] = self.pick(["none", "weak", "limited", "strong", "decisive", "0.33", "0", "1"])
            if self.often(0.3):
                entry["confidence"] = self.pick(["low", "high", "0.7"])
            if self.often(0.5):
                entry["layers"] = self.some(self.layers, 1, 2)
            if self.often(0.25):
                entry["size"] = self.pick(["1", "2", "5", "12", "193"])
            if forum in self.tree["organisations"] and self.often(0.5):
                entry["actor"] = self.pick(["true", "true", "false"])
            if forum != self.forums[0] and self.often(0.2):
                entry["under"] = self.spelled(self.forums[0])
            entry["members"] = self.members(forum)

    def members(self, forum):
        members, seen = {}, set()
        for id in self.some(self.sides, 1, 6) + self.some([id for id in self.forums if id != forum], 0, 1):
            for role in self.random.sample(ROLES, 2 if self.often(0.1) else 1):
                role = "member" if self.often(0.5) and "member" not in members else role
                if (id, role) in seen:
                    continue
                seen.add((id, role))
                span = self.dates(0.2)
                entry = self.spelled(id)
                if span or self.often(0.1):
                    evidence = {key: value for key, value in self.extras().items() if key == "evidence"}
                    entry = {"actor": entry, **span, **evidence}
                members.setdefault(role, []).append(entry)
        return members

    def stance(self):
        if self.even:
            return {"weight": self.pick(["0.5", "0.5", "-0.5"])}
        if self.often(0.5):
            return {"stance": self.pick(list(model_file.STANCE))}
        if self.often(0.7):
            return {"weight": decimal(self.pick(RANDOM_WEIGHTS))}
        return {"weight": decimal(self.random.randint(-100, 100) / 100)}

    def add_ties(self):
        ties = self.tree["ties"] = []
        if self.even and self.often(0.6):
            ring = self.sides[:]
            self.random.shuffle(ring)
            ties += [{"between": list(pair), "layer": self.layers[0], "weight": "0.5"}
                     for pair in zip(ring, ring[1:] + ring)]
            for _ in range(self.random.randint(0, 3)):
                ties.append({**self.tie(self.random.sample(ring, 2)), "weight": "-0.5"})
            return
        density = self.pick([0.5, 0.8] if self.even else [0.5, 1, 1.5, 2])
        for _ in range(int(density * len(self.sides) * (len(self.sides) - 1) / 2)):
            pair = self.random.sample(self.sides if self.often(0.8) else self.all, 2)
            ties.append(self.tie(pair))
            if self.often(0.2):
                ties.append(self.tie(pair[::-1], ties[-1].get("layer")))

    def tie(self, pair, layer=None):
        tie = {"between": [self.spelled(id) for id in pair]}
        if layer is None and len(self.layers) > 1 and not self.even and self.often(0.15):
            tie["stances"] = {layer: self.pick(list(model_file.STANCE)) for layer in self.some(self.layers, 2, 3)}
        else:
            tie["layer"] = layer or self.pick(self.layers)
            tie.update(self.stance())
        tie.update(self.dates(0.3))
        if "to" in tie and self.often(0.6):
            tie["half_life"] = self.pick(["0.5", "1", "4", "5", "20"])
        return {**tie, **self.extras()}

    def add_influence(self):
        self.tree["influence"] = []
        for _ in range(self.random.randint(0, 14)):
            of, over = self.random.sample(self.sides if self.often(0.7) else self.all, 2)
            self.tree["influence"].append({
                "of": self.spelled(of), "over": self.spelled(over),
                **({"strength": self.pick([*model_file.STRENGTH, "0.6", "0.77", "0", "0"])} if self.often(0.8) else {}),
                **self.dates(0.25), **self.extras()})

    def add_refusals(self):
        refusals = self.tree["refusals"] = []
        for _ in range(self.random.randint(0, 8)):
            on = self.random.sample(self.sides, 3 if self.often(0.15) else 2)
            by = self.pick(on) if self.often(0.8) else self.pick(self.sides)
            who = "any" if self.often(0.4) else [self.spelled(id) for id in self.some(self.all, 2, 4)]
            refusals.append({"by": self.spelled(by), "who": who, "on": [self.spelled(id) for id in on],
                             **self.dates(0.2), **self.extras()})

    def add_borders(self):
        borders, seen = [], set()
        for _ in range(self.random.randint(0, 4)):
            pair = self.random.sample(self.sides, 2)
            if frozenset(pair) in seen:
                continue
            seen.add(frozenset(pair))
            ends = [self.spelled(id) for id in pair]
            borders.append(ends if self.often(0.5) else {"between": ends, **self.dates(0.5)})
        self.tree["borders"] = borders

    def add_concerns(self):
        self.tree["concerns"] = {
            f"concern{number}": {"label": f"Concern {number}", "held_by": {
                self.spelled(id): self.pick([*model_file.STRENGTH, "0.6", "0.25"])
                for id in self.some(self.all, len(self.all) // 2, len(self.all))}}
            for number in range(self.random.randint(0, 4))}

    def add_twin(self):
        """A country like another in every tie and seat: equal in rank but for its id."""
        if not self.often(0.3) or len(self.sides) > 8:
            return
        original = self.pick(list(self.tree["countries"]))
        spellings = {model_file.comparable(name) for name in self.names[original]}
        twin = self.pick(["0twin", "zz.twin", original + "_"])

        def same(name):
            return isinstance(name, str) and model_file.comparable(name) in spellings

        self.names[twin] = [twin]
        entry = self.tree["countries"][original]
        self.tree["countries"][twin] = {key: value for key, value in entry.items() if key not in ("name", "aliases")}
        for tie in list(self.tree["ties"]):
            if any(same(end) for end in tie["between"]):
                self.tree["ties"].append({**tie, "between": [twin if same(end) else end for end in tie["between"]]})
        for record in list(self.tree["influence"]):
            if same(record["of"]):
                self.tree["influence"].append({**record, "of": twin})
        for section in ("organisations", "mechanisms", "projects"):
            for forum in self.tree[section].values():
                for members in forum["members"].values():
                    members += [twin if same(one) else {**one, "actor": twin} for one in list(members)
                                if same(one) or isinstance(one, dict) and same(one["actor"])]


def generate(seed):
    return Generator(seed).generate()


def scalar(text):
    return text if re.fullmatch(r"-?[A-Za-z0-9][A-Za-z0-9_.-]*", text) else double_quoted(text)


def double_quoted(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def flow(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key)}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return double_quoted(value) if value.startswith("http") else scalar(value)


def to_yaml(tree):
    lines = []
    for key, value in tree.items():
        if isinstance(value, dict) and value:
            lines += [f"{key}:", *(f"  {scalar(name)}: {flow(entry)}" for name, entry in value.items())]
        elif isinstance(value, list) and value:
            lines += [f"{key}:", *(f"  - {flow(entry)}" for entry in value)]
        else:
            lines.append(f"{key}: {flow(value)}")
    return "\n".join(lines) + "\n"


def write_model(tree, path):
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(to_yaml(tree), encoding="utf-8")
    return path


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    print(write_model(generate(int(sys.argv[1])), Path(sys.argv[2]) / "model.yaml"))

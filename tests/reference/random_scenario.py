"""A random scenario on a random model: each change sound where it stands.

    python3 random_scenario.py SEED FOLDER     writes FOLDER/model.yaml and FOLDER/scenario.yaml
"""

import random
import sys
from pathlib import Path

import model_file
import random_model
import scenario

CHANGES = ("set_tie", "set_tie", "remove_tie", "join", "join", "leave", "set_influence", "set_effectiveness",
           "set_refusal", "remove_refusal", "add")


class ScenarioGenerator:
    def __init__(self, generator, model, seed):
        self.generator = generator
        self.model = model              # as the changes so far leave it
        self.random = generator.random = random.Random(seed)
        self.added = 0

    def generate(self, count):
        changes = []
        while len(changes) < count:
            name = self.random.choice(CHANGES)
            entry = getattr(self, name)()
            if entry is None:
                continue
            changes.append({name: entry})
            scenario.apply_changes(self.model, changes[-1:])
        return {"entente": "1", "scenario": "What if", "changes": changes}

    def spelled(self, id):
        return self.generator.spelled(id)

    def there(self, records):
        """A record that no change has put away altogether."""
        standing = [record for record in records if not record.replaced]
        return self.random.choice(standing) if standing else None

    def dates(self):
        return self.generator.dates(0.35)

    def set_tie(self):
        standing = self.there(self.model.ties)
        if standing and self.generator.often(0.6):
            return self.generator.tie(sorted(standing.between), standing.layer)
        return self.generator.tie(self.random.sample(self.generator.sides, 2))

    def remove_tie(self):
        tie = self.there(self.model.ties)
        return tie and {"between": [self.spelled(end) for end in sorted(tie.between)], "layer": tie.layer,
                        **self.dates_touching(tie)}

    def dates_touching(self, record):
        """Dates within which the record holds on a day."""
        dates = self.dates()
        span = model_file.span_of(dates)
        starts, ends = [one.first for one in (record.span, span)], [one.last for one in (record.span, span)]
        start, end = max(filter(None, starts), default=None), min(filter(None, ends), default=None)
        return dates if start is None or end is None or start <= end else {}

    def join(self):
        if not self.generator.forums:
            return None
        forum = self.random.choice(self.generator.forums)
        actor = self.random.choice([id for id in self.generator.all if id != forum])
        role = {"role": self.random.choice(random_model.ROLES)} if self.generator.often(0.8) else {}
        return {"actor": self.spelled(actor), "forum": self.spelled(forum), **role, **self.dates()}

    def leave(self):
        seat = self.there(self.model.memberships)
        return seat and {"actor": self.spelled(seat.vertex), "forum": self.spelled(seat.forum),
                         **self.dates_touching(seat)}

    def set_influence(self):
        standing = self.there(self.model.influence)
        of, over = self.random.sample(self.generator.sides, 2)
        if standing and self.generator.often(0.6):
            of, over = standing.of, standing.over
        return {"of": self.spelled(of), "over": self.spelled(over),
                "strength": self.random.choice(list(model_file.STRENGTH)), **self.dates(), **self.generator.extras()}

    def set_effectiveness(self):
        if not self.generator.forums:
            return None
        return {"forum": self.spelled(self.random.choice(self.generator.forums)),
                "effectiveness": self.random.choice([*model_file.STRENGTH, "0.45"]), **self.dates(),
                **({"confidence": "low"} if self.generator.often(0.3) else {})}

    def set_refusal(self):
        on = self.random.sample(self.generator.sides, 2)
        who = "any" if self.generator.often(0.3) else [self.spelled(id) for id in self.random.sample(on, 1)
                                                       + self.random.sample(self.generator.all, 2)]
        if who != "any":
            who = sorted({self.model.find(one) for one in who})
        return {"by": self.spelled(on[0]), "who": who, "on": [self.spelled(id) for id in on], **self.dates(),
                **self.generator.extras()}

    def remove_refusal(self):
        refusal = self.there(self.model.refusals)
        return refusal and {"by": self.spelled(refusal.by), "on": [self.spelled(id) for id in refusal.on],
                            **self.dates_touching(refusal)}

    def add(self):
        if self.added == 2:
            return None
        self.added += 1
        id = f"new{self.added}"
        self.generator.names[id] = [id]
        if self.generator.often(0.5):
            self.generator.sides.append(id)
            self.generator.all.append(id)
            return {"country": {id: {"name": f"New land {self.added}", "capability": "0.3"}}}
        members = self.random.sample(self.generator.sides, 2)
        self.generator.forums.append(id)
        self.generator.all.append(id)
        return {"organisation": {id: {"actor": "true", "effectiveness": "strong", "members": {"member": members}}}}


def write_scenario(seed, model_path, path, count=None):
    """A scenario beside the model of this seed, which is written, too."""
    generator = random_model.Generator(seed)
    random_model.write_model(generator.generate(), model_path)
    model = model_file.read_model(model_path)
    changes = ScenarioGenerator(generator, model, seed)
    tree = changes.generate(count or changes.random.randint(1, 6))
    return random_model.write_model(tree, path)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder = Path(sys.argv[2])
    print(write_scenario(int(sys.argv[1]), folder / "model.yaml", folder / "scenario.yaml"))

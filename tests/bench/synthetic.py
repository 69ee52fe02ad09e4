"""A region of any size, the same on every machine: six ties a country, and forums that seat eight."""
import random

TIES, SEATS, VERTICES_A_FORUM = 6, 8, 20
STANCES = ["hostile", "rivals", "strained", "cool", "cordial", "cooperative", "close", "partners", "allied"]


def write(path, size):
    chance = random.Random(size)
    forums = size // VERTICES_A_FORUM
    countries = [f"C{number:04}" for number in range(size - forums)]
    lines = ["entente: 1", f"title: A region of {size}", "as_of: 2016-07-18",
             "sources: {made: {title: Made by a program, date: 2016-07-18}}",
             "layers: {security: {}, economy: {salience: 0.8}}", "countries:"]
    lines += [f"  {country}: {{capability: {chance.random():.4f}, at: [{chance.uniform(-50, 70):.2f}, "
              f"{chance.uniform(-180, 180):.2f}]}}" for country in countries]
    lines.append("organisations:")
    for number in range(forums):
        members = ", ".join(chance.sample(countries, SEATS))
        lines.append(f"  F{number:04}: {{effectiveness: moderate, confidence: moderate, members: {{member: [{members}]}}}}")
    lines.append("ties:")
    lines += [f"  - {{between: [{a}, {b}], layer: {chance.choice(['security', 'economy'])}, "
              f"stance: {chance.choice(STANCES)}, confidence: moderate, evidence: [{{source: made, at: page 1}}]}}"
              for a, b in pairs(chance, countries)]
    lines.append("influence:")
    lines += [f"  - {{of: {a}, over: {b}, strength: strong, confidence: moderate, evidence: [{{source: made, at: page 2}}]}}"
              for a, b in (chance.sample(countries, 2) for _ in range(size // 2))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def pairs(chance, countries):
    """Each once; the first two and the third know each other."""
    found = {(countries[0], countries[1]), (countries[0], countries[2]), (countries[1], countries[2])}
    while len(found) < len(countries) * TIES // 2:
        found.add(tuple(sorted(chance.sample(countries, 2))))
    return sorted(found)

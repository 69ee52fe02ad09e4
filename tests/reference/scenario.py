"""Changes applied to a model in order: METHOD 9."""

import yaml

import model_file
from model_file import Membership, read_effectiveness, read_influence, read_refusal, read_ties, span_of


def apply_file(model, path):
    with open(path, encoding="utf-8") as file:
        tree = yaml.load(file, Loader=yaml.BaseLoader)
    apply_changes(model, tree["changes"])
    return tree["scenario"]


def apply_changes(model, changes):
    for change in changes:
        (name, entry), = change.items()
        globals()[name](model, entry)


def replace(records, new):
    """The new records stand in the place of every earlier one of their key over their own dates."""
    for record in new:
        remove(records, record.key(), record.span)
    records += new


def remove(records, key, span):
    for record in records:
        if record.key() == key:
            record.replaced.append(span)


def set_tie(model, entry):
    replace(model.ties, read_ties(model, model.words, entry))


def remove_tie(model, entry):
    remove(model.ties, (frozenset(model.find(end) for end in entry["between"]), entry["layer"]), span_of(entry))


def join(model, entry):
    role = model.words.roles[entry.get("role", "member")]
    replace(model.memberships,
            [Membership(span_of(entry), model.find(entry["actor"]), model.find(entry["forum"]), role)])


def leave(model, entry):
    remove(model.memberships, (model.find(entry["actor"]), model.find(entry["forum"])), span_of(entry))


def set_influence(model, entry):
    replace(model.influence, [read_influence(model, model.words, entry)])


def set_effectiveness(model, entry):
    forum = model.find(entry["forum"])
    replace(model.vertices[forum].effectiveness, [read_effectiveness(model.words, forum, entry, span_of(entry))])


def set_refusal(model, entry):
    replace(model.refusals, [read_refusal(model, model.words, entry)])


def remove_refusal(model, entry):
    key = model.find(entry["by"]), frozenset(model.find(one) for one in entry["on"])
    remove(model.refusals, key, span_of(entry))


def add(model, entry):
    for kind, vertices in entry.items():
        for id, vertex in vertices.items():
            model_file.add_vertex(model, model.words, id, kind, vertex or {})
    for vertices in entry.values():
        for id, vertex in vertices.items():
            model_file.add_members(model, model.words, id, vertex or {})

"""METHOD 1 to 7 and 9 computed a second time, straight from the formulas: what the program is held to.

    python3 reference.py COMMAND MODEL [A B …] [options]    prints title, lens and result as JSON

The commands: relations, clusters, tensions, brokers, balance, roles.
"""

import argparse
import json
import sys

import model_file
import scenario
from balance import find_balance
from brokerage import find_brokers, pair_summary
from clusters import SignedModularity, find_clusters
from joint import find_joint
from relations import Relations, make_lens
from roles import find_roles
from tensions import find_all_brokers, find_pairs_for, find_tensions


def lens_summary(lens, scenarios):
    return {"as_of": lens.as_of.isoformat(), "layers": lens.salience, "scenarios": scenarios}


def parse_layers(text):
    return {name: float(salience) for name, salience in (part.split("=") for part in text.split(","))}


def parse(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["relations", "clusters", "tensions", "brokers", "balance", "roles"])
    parser.add_argument("model")
    parser.add_argument("parties", nargs="*")
    parser.add_argument("--as-of")
    parser.add_argument("--layers", type=parse_layers)
    parser.add_argument("--only-layers", action="store_true")
    parser.add_argument("--profile", default="balanced")
    parser.add_argument("--threats", action="store_true")
    parser.add_argument("--resolution", type=float, default=1.0)
    parser.add_argument("--partition", help="clusters only: Q of this one, as a,b/c,d/e")
    parser.add_argument("--sort", default="severity", choices=["severity", "opportunity", "strain"])
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--broker")
    parser.add_argument("--threshold", type=float, default=0.1)
    parser.add_argument("--count", action="store_true")
    parser.add_argument("--together", type=int)
    parser.add_argument("--groups", default="clusters")
    parser.add_argument("--scenario", action="append", default=[])
    return parser.parse_args(arguments)


def relations_of(options):
    model = model_file.read_model(options.model)
    options.titles = [scenario.apply_file(model, path) for path in options.scenario]
    lens = make_lens(model, options.as_of, options.layers, options.only_layers, options.profile, options.threats)
    return Relations(model, lens)


def answer(arguments, got=None):
    """What the program should print for these arguments, as far as the reference goes.

    got: the result to judge; of several optima, the one that it holds is taken.
    """
    options = parse(arguments)
    relations = relations_of(options)
    return {"model": {"title": relations.model.title}, "lens": lens_summary(relations.lens, options.titles),
            "result": run(options, relations, got)}


def run(options, relations, got=None):
    model = relations.model
    if options.command == "relations":
        return [{**pair_summary(relations, a, b), "trust": relations.trust(a, b)} for a, b in relations.listed()]
    if options.command == "clusters" and options.partition:
        partition = [cluster.split(",") for cluster in options.partition.split("/")]
        return {"modularity": SignedModularity(relations, options.resolution).of_partition(partition)}
    if options.command == "clusters":
        return find_clusters(relations, options.resolution)
    if options.command == "tensions":
        return find_tensions(relations, options.sort)
    if options.command == "balance":
        return find_balance(relations, options.threshold, options.count, *chosen_of(got))
    if options.command == "roles":
        return find_roles(relations, None if options.groups == "clusters" else options.groups)
    if options.all:
        return find_all_brokers(relations)
    if options.broker:
        return find_pairs_for(relations, model.find(options.broker))
    parties = [model.find(party) for party in options.parties]
    return {**find_brokers(relations, parties),
            "joint": find_joint(relations, parties, options.together) if options.together else []}


def chosen_of(got):
    """The first camp and the blocs of a result."""
    if not isinstance(got, dict) or "camps" not in got:
        return None, None
    return got["camps"][0], [[member["id"] for member in members] for members in got["blocs"]["members"]]


if __name__ == "__main__":
    print(json.dumps(answer(sys.argv[1:]), ensure_ascii=False, indent=2))

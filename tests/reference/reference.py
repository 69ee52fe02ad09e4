"""METHOD 1 to 4, 6 and 7 computed a second time, straight from the formulas: what the program is held to.

    python3 reference.py clusters|tensions|brokers MODEL [A B …] [options]    prints title, lens and result as JSON
"""

import argparse
import json
import sys

import model_file
from brokerage import find_brokers, pair_summary
from clusters import SignedModularity, find_clusters
from relations import Relations, make_lens
from tensions import find_all_brokers, find_pairs_for, find_tensions


def lens_summary(lens):
    return {"as_of": lens.as_of.isoformat(), "layers": lens.salience, "scenarios": []}


def parse_layers(text):
    return {name: float(salience) for name, salience in (part.split("=") for part in text.split(","))}


def parse(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["relations", "clusters", "tensions", "brokers"])
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
    return parser.parse_args(arguments)


def relations_of(options):
    model = model_file.read_model(options.model)
    lens = make_lens(model, options.as_of, options.layers, options.only_layers, options.profile, options.threats)
    return Relations(model, lens)


def answer(arguments):
    """What the program should print for these arguments, as far as the reference goes."""
    options = parse(arguments)
    relations = relations_of(options)
    return {"model": {"title": relations.model.title}, "lens": lens_summary(relations.lens),
            "result": run(options, relations)}


def run(options, relations):
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
    if options.all:
        return find_all_brokers(relations)
    if options.broker:
        return find_pairs_for(relations, model.find(options.broker))
    return find_brokers(relations, [model.find(party) for party in options.parties])


if __name__ == "__main__":
    print(json.dumps(answer(sys.argv[1:]), ensure_ascii=False, indent=2))

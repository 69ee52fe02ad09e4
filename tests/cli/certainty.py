"""How sure a result is: the same bytes on every run, and the words and limits of the options that draw."""
import json
import random
import re

from bench import REGION, ROOT, check, close, contains, equal

import yaml

HEART = ROOT / "model" / "heart-of-asia"
QUESTIONS = [("brokers", "AFG", "PAK"), ("brokers", "AFG", "PAK", "--any-weights"),
             ("brokers", "IND", "PAK", "--unrecorded", "low", "--profile", "precedent"), ("clusters",)]


class _Plain(yaml.SafeLoader):
    """`on`, `no` and dates are text, as in YAML 1.2."""


_Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith(("int", "float"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}
_Plain.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), ["t", "f"])


def _read(file):
    return yaml.load((HEART / file).read_text(encoding="utf-8"), _Plain)


def _ask(bench, model, question, *more):
    command, *rest = question
    return bench.run(command, model, *rest, "--format", "json", "--draws", "2000", *more).expect(0).bytes


def the_bytes_are_the_same_for_any_number_of_threads(bench):
    for question in [*QUESTIONS, ("brokers", "--all", "--only", "focus=region")]:
        runs = [_ask(bench, HEART, question, "--threads", threads) for threads in ("1", "2", "7")]
        equal(runs[1], runs[0], f"{question} with two threads")
        equal(runs[2], runs[0], f"{question} with seven threads")


def the_numbers_are_the_same_for_any_order_of_records_and_any_split_over_files(bench):
    whole = {}
    for file in ["model.yaml", *_read("model.yaml")["include"]]:
        for key, value in _read(file).items():
            if isinstance(value, list):
                whole.setdefault(key, []).extend(value)
            elif isinstance(value, dict):
                whole.setdefault(key, {}).update(value)
            else:
                whole[key] = value
    del whole["include"]
    chance = random.Random(4)
    for key, value in whole.items():
        if isinstance(value, list):
            chance.shuffle(value)
        elif isinstance(value, dict):
            whole[key] = dict(chance.sample(sorted(value.items()), len(value)))
    shuffled = bench.write("shuffled.yaml", yaml.safe_dump(whole, sort_keys=False, allow_unicode=True))
    for question in QUESTIONS:
        results = [json.loads(_ask(bench, model, question))["result"] for model in (HEART, shuffled)]
        check(results[0] == results[1], f"{question} differs")


def another_seed_is_another_luck(bench):
    chances = [bench.result("brokers", HEART, "AFG", "PAK", "--seed", seed)["candidates"][0]["p_first"]
               for seed in ("1", "1", "2")]
    equal(chances[1], chances[0], "the chance again")
    check(chances[0] != chances[2], "two seeds gave the same chance")
    close(chances[2], chances[0], "the chance with another seed", 0.05)


def without_draws_nothing_is_said_of_certainty(bench):
    result = bench.result("brokers", REGION, "ARD", "BEL", "--draws", "0")
    for row in result["candidates"]:
        equal([row[key] for key in ("p_first", "p_top3", "rank_low", "rank_high")], [None] * 4, row["id"])
    equal([result["flips"], result["find_out"]], [[], []], "what would change the answer, and what to find out")
    text = bench.run("brokers", REGION, "ARD", "BEL", "--draws", "0").expect(0).text
    check("draws" not in text, "certainty is told of without draws")
    clusters = bench.result("clusters", REGION, "--draws", "0")["clusters"]
    check(all(member["stability"] is None for cluster in clusters for member in cluster["members"]), "stability")


def what_is_said_is_said_as_what_it_is(bench):
    text = bench.run("brokers", HEART, "AFG", "PAK").expect(0).text
    contains(text, "Given this model and profile, first in ", "the answer")
    text = bench.run("brokers", HEART, "AFG", "PAK", "--any-weights").expect(0).text
    contains(text, "Given this model, whatever the weights of the score, first in ", "the answer")


def options_out_of_range_name_option_and_range(bench):
    for option, value, pieces in [("--draws", "1000001", ("'--draws'", "1000000")), ("--draws", "-1", ("'--draws'",)),
                                  ("--threads", "0", ("'--threads'", "1")), ("--seed", "x", ("'--seed'",)),
                                  ("--unrecorded", "lwo", ("word of confidence 'lwo'", "'low'"))]:
        bench.run("brokers", REGION, "ARD", "BEL", option, value).expect(2, *pieces)

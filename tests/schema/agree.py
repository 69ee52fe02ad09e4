#!/usr/bin/env python3
"""The schema and `check` give the same verdict.

    agree.py BINARY

Judged by both: good/*.yaml and bad/*.yaml beside this file, and every model under model/ and examples/. Judged by the
schema alone, since `check` takes a whole model: the parts that a model includes, and scenarios; those in parts/ beside
this file too. The folder's name tells the verdict; what lies under model/ and examples/ is good, and YAML of another
kind there (neither a model, nor a part of one, nor a scenario) is left alone.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SCHEMA = ROOT / "schema" / "entente.schema.json"
TIMEOUT = 10


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2, core schema: NO, on and y are text and so are dates; 002 and 0o14 are numbers; `<<` is a key."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node, deep=False):
        """Keys are text as written, as an editor takes them."""
        return {self.key_text(key): self.construct_object(value, deep=True) for key, value in node.value}

    @staticmethod
    def key_text(key):
        if not isinstance(key, yaml.ScalarNode):
            raise yaml.constructor.ConstructorError(None, None, "a key is no text", key.start_mark)
        return key.value


def resolve(tag, pattern):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), None)


def construct_int(loader, node):
    text = node.value
    return int(text, 0) if text[:2] in ("0o", "0x") else int(text)


def construct_float(loader, node):
    text = node.value.lower()
    return float(text.replace(".inf", "inf").replace(".nan", "nan"))


resolve("null", r"~|null|Null|NULL|")
resolve("bool", r"true|True|TRUE|false|False|FALSE")
resolve("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
resolve("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
CoreLoader.add_constructor("tag:yaml.org,2002:int", construct_int)
CoreLoader.add_constructor("tag:yaml.org,2002:float", construct_float)
CoreLoader.add_constructor("tag:yaml.org,2002:map", CoreLoader.construct_mapping)


def load(path):
    return yaml.load(path.read_text(encoding="utf-8-sig"), Loader=CoreLoader)


def schema_faults(validator, document):
    errors = sorted(validator.iter_errors(document), key=lambda error: list(map(str, error.absolute_path)))
    return [f"{error.json_path}: {error.message[:200]}" for error in errors]


def is_scenario(document):
    return isinstance(document, dict) and bool({"scenario", "changes"} & set(document))


def is_model(document):
    return isinstance(document, dict) and "entente" in document and not is_scenario(document)


def with_parts(path, document):
    """A model's file and those it includes."""
    found, waiting = [], [(path, document)]
    while waiting:
        here, content = waiting.pop()
        if here in found:
            continue
        found.append(here)
        named = content.get("include") or [] if isinstance(content, dict) else []
        waiting += [(part, load(part)) for part in ((here.parent / name).resolve() for name in named) if part.is_file()]
    return found


def shipped():
    """(path, whether it is a model of its own, with all its files at hand) of what the project holds in this format,
    outside its tests. Tables may lie elsewhere."""
    paths = sorted(path for folder in ("model", "examples") for path in (ROOT / folder).rglob("*.yaml"))
    documents = {path: load(path) for path in paths}
    models = [path for path, document in documents.items() if is_model(document)]
    parts = {part for path in models for part in with_parts(path, documents[path])} - set(models)
    scenarios = {path for path, document in documents.items() if is_scenario(document)}
    return [(path, "tables" not in documents[path]) for path in models] + [(path, False) for path in sorted(parts | scenarios)]


def accepted(binary, path):
    """check's verdict: True, False, or nothing where it has none, and what it said."""
    try:
        run = subprocess.run([binary, "check", str(path)], capture_output=True, timeout=TIMEOUT, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return None, f"no answer within {TIMEOUT} s"
    said = run.stderr.decode("utf-8", "replace")
    return {0: True, 1: False}.get(run.returncode), f"exit status {run.returncode}\n{said}"


def files():
    """(path, whether it is good, whether `check` judges it too)."""
    for path in sorted(HERE.glob("good/*.yaml")):
        yield path, True, True
    for path in sorted(HERE.glob("bad/*.yaml")):
        yield path, False, True
    for path in sorted(HERE.glob("parts/good/*.yaml")):
        yield path, True, False
    for path in sorted(HERE.glob("parts/bad/*.yaml")):
        yield path, False, False
    for path, by_check in shipped():
        yield path, True, by_check


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    binary = str(Path(sys.argv[1]).resolve())
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    passed = failed = 0
    for path, good, by_check in files():
        wrong = []
        try:
            faults = schema_faults(validator, load(path))
        except yaml.YAMLError as error:
            wrong.append(f"no YAML: {error}")
        else:
            if bool(faults) == good:
                wrong.append("the schema finds no fault" if not good else "the schema finds " + "; ".join(faults))
        if by_check:
            verdict, said = accepted(binary, path)
            if verdict != good:
                wrong.append(f"check says {said}")
        passed, failed = passed + (not wrong), failed + bool(wrong)
        for fault in wrong:
            print(f"{path.relative_to(ROOT)}: should be {'good' if good else 'bad'}: {fault}")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed or not passed else 0)


if __name__ == "__main__":
    main()

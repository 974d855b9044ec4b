"""schema_test.py CLOUT ROOT: the JSON Schema accepts the template and the ready studies and refuses broken files.

Exits with 77 (skipped) where python3-jsonschema is missing."""
import json
import pathlib
import subprocess
import sys

try:
    import tomllib

    import jsonschema
except ImportError as missing:
    print("skipped:", missing)
    sys.exit(77)

clout, root = sys.argv[1], pathlib.Path(sys.argv[2])


def told(option):
    return subprocess.run([clout, "scenario", option], check=True, capture_output=True, text=True).stdout


schema = json.loads(told("--schema"))
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)

accepted = {"template": told("--template"), "extends": 'extends = "a.toml"\nbrand = [{name = "b", price = "3k USD"}]'}
for file in sorted((root / "scenarios").glob("*.toml")):
    accepted[file.name] = file.read_text()
assert len(accepted) > 2, "no ready studies found"
for name, text in accepted.items():
    problems = [error.message for error in validator.iter_errors(tomllib.loads(text))]
    assert not problems, (name, problems)

refused = [
    "run.sed = 1",
    "run.days = 0",
    'run.days = "3 furlongs"',
    "run = 3",
    "brand = [{price_usd = 3}]",
    'brand = [{name = "b", product = "hedonist"}]',
    'brand = [{name = "b", price = 3}]',
    'brand = [{name = "b", price = "3"}]',
    'campaign = [{name = "c", roster = {tier = "tiny"}}]',
    "market.mechanism.trust = 1",
    'graph.celebrity = [{name = "c", audience_share = 0.7}]',
    "arm = [{set = {}}]",
]
for text in refused:
    assert not validator.is_valid(tomllib.loads(text)), text
print(f"{len(accepted)} accepted, {len(refused)} refused")

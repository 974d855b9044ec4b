#!/usr/bin/env python3
"""Does the default study's answer survive rival mechanisms, other graphs, other sizes? Rewrites docs/validation/structure.md.

  python3 tests/reference/structural_table.py build/release/clout                                   everything; goes on where it stopped
  python3 tests/reference/structural_table.py build/release/clout --only "feed"                     variants whose name holds this; prints
  python3 tests/reference/structural_table.py build/release/clout --accounts 5000 --replicates 2    a trial; prints the table instead

Outcome files stay in --out (build/structure), a folder for each size; finished ones are used again if they are of the same
settings and program. The page is written only by a full run with the study's own size.
Needs Debian's python3-h5py; for want of room only one variant runs at a time, on all cores.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import time

import h5py

import structure_graphs
from student import mean_interval

ROOT = pathlib.Path(__file__).resolve().parents[2]
STUDY = ROOT / "scenarios" / "celebrity-vs-micro.toml"
PAGE = ROOT / "docs" / "validation" / "structure.md"
BEGIN, END = "<!-- made by tests/reference/structural_table.py -->\n", "<!-- end of what is made -->\n"
PEOPLE = 10_000_000
ACCOUNTS = 100_000
ARMS = ["celebrity", "macro", "micro", "mix"]
RIVALS = {"feed": "algorithmic", "endorsement": "recognition", "repetition": "wear_out", "contagion": "threshold"}
SWITCHES = ["attention", "trust", "load", "suspicion", "spill_over", "fatigue", "clutter", "unfollow", "reply", "relatability",
            "word_of_mouth", "consideration"]
FAMILIES = {"followers dealt at random": structure_graphs.dealt, "preferential attachment": structure_graphs.attached}
REPLICATES_OF_LARGEST = 2


class Variant:
    """One row: its name, the group it stands in, the scenario it runs, and how."""

    def __init__(self, group, name, settings=(), accounts=ACCOUNTS, replicates=5, family=None):
        self.group, self.name, self.settings, self.family = group, name, list(settings), family
        self.accounts, self.replicates = accounts, replicates

    def file(self, folder):
        name = "".join(c if c.isalnum() else "-" for c in self.name)
        return folder / str(self.accounts) / f"{name}.h5"

    def all_settings(self):
        return [f"graph.accounts={self.accounts}", f"graph.people_per_agent={PEOPLE / self.accounts:g}", *self.settings]


def variants_of(accounts, replicates):
    """The default first."""
    every = [Variant("default", "as it is")]
    every += [Variant("rival form", f"{key} = {rival}", [f"market.mechanism.{key}={rival}"]) for key, rival in RIVALS.items()]
    every += [Variant("switched off", f"{key} off", [f"market.mechanism.{key}=false"]) for key in SWITCHES]
    every += [Variant("graph", name, family=family) for name, family in FAMILIES.items()]
    for each in every:
        each.accounts, each.replicates = accounts, replicates
    every += [Variant("size", f"{accounts // 10:,} accounts", accounts=accounts // 10, replicates=replicates),
              Variant("size", f"{accounts * 10:,} accounts", accounts=accounts * 10, replicates=min(replicates, REPLICATES_OF_LARGEST))]
    return every


def output_of(*command):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stderr}")
    return done.stdout


def set_options(settings):
    return [word for setting in settings for word in ("--set", setting)]


def on_graph_file(resolved, graph):
    """A resolved scenario with a graph file in the place of the generator's settings and what they plant."""
    kept, skip = [], False
    for line in resolved.splitlines():
        if line.startswith("["):
            skip = line.startswith(("[graph]", "[[graph."))
            if line == "[graph]":
                kept += ["[graph]", f"file = {json.dumps(str(graph))}", "people_per_agent = PEOPLE"]
        if not skip:
            kept.append(line)
    return "\n".join(kept) + "\n"


def scenario_of(clout, variant, file):
    """The scenario's file and the settings to run it with; makes the graph of a family beside the outcomes, in a few seconds."""
    if variant.family is None:
        return STUDY, variant.all_settings()
    resolved = output_of(clout, "scenario", "check", STUDY, "--resolved", *set_options(variant.all_settings()))
    generated, graph, scenario = file.with_suffix(".generated.h5"), file.with_suffix(".graph.h5"), file.with_suffix(".toml")
    plain = file.with_suffix(".plain.toml")
    table = json.dumps(str(ROOT / "scenarios"))[1:-1]
    plain.write_text(resolved.replace('influencer_table = "', f'influencer_table = "{table}/'))
    output_of(clout, "graph", "generate", "--scenario", plain, "-o", generated)
    variant.family(generated, graph)
    generated.unlink()
    plain.unlink()
    scenario.write_text(on_graph_file(resolved, graph.name).replace("= PEOPLE", f"= {PEOPLE / variant.accounts:g}"))
    return scenario, []


def customers_per_1000_usd(file):
    """Micro less celebrity, in each replicate: customers that the arm without campaigns does not have, per 1,000 USD spent."""
    with h5py.File(file) as outcome:
        arms = [name.decode() for name in outcome["outcome/arm"][:]]
        buyers = outcome["outcome/first_purchases"][:].sum(axis=2)
        spent = outcome["outcome/spent_usd"][:].sum(axis=2)
    idle = buyers[arms.index("nothing")]

    def per_1000(name):
        at = arms.index(name)
        return [1000 * (got - none) / cost if cost > 0 else None for got, none, cost in zip(buyers[at], idle, spent[at])]

    pairs = zip(per_1000("micro"), per_1000("celebrity"))
    return [micro - celebrity for micro, celebrity in pairs if micro is not None and celebrity is not None]


def result_of(clout, variant, folder):
    """Runs what is not finished yet, and reads what came out."""
    file = variant.file(folder)
    file.parent.mkdir(parents=True, exist_ok=True)
    scenario, settings = scenario_of(clout, variant, file)
    output_of(clout, "run", scenario, *set_options(settings), "--replicates", variant.replicates, "-o", file, "--resume", "--progress",
              "none")
    compared = json.loads(output_of(clout, "compare", file, "--by", "incremental_customers", "--reference", "nothing", "--json"))
    figures = {arm["name"]: arm["figures"]["incremental_customers"] for arm in compared["arms"]}
    best = max(figures, key=lambda arm: figures[arm]["mean"])
    study = compared["studies"][0]
    differences = customers_per_1000_usd(file)
    return {"figures": {arm: figures[arm] for arm in ARMS}, "best": best, "chance": figures[best]["chance_mean_best"],
            "advantage": mean_interval(differences) if differences else None, "follows": study["follows"] / study["accounts"],
            "accounts": study["accounts"]}


def number(value, digits):
    return f"{value + 0.0:,.{digits}f}".replace("-0.00", "0.00") if value is not None else "n/a"


def with_interval(mean, low, high, digits):
    return f"{number(mean, digits)} ({number(low, digits)} to {number(high, digits)})"


def row_of(variant, result, default):
    cells = [variant.group, f"{variant.name} ({result['follows']:.1f} follows)" if variant.group in ("size", "graph") else variant.name,
             str(variant.replicates)]
    cells += [with_interval(each["mean"], each["low"], each["high"], 0) for each in result["figures"].values()]
    cells.append(f"{result['best']} ({100 * result['chance']:.0f}%)")
    cells.append("n/a" if result["advantage"] is None else with_interval(*result["advantage"], 2))
    comparable = result["advantage"] is not None and default["advantage"] is not None and default["advantage"][0] != 0
    cells.append(number(result["advantage"][0] / default["advantage"][0], 2) if comparable else "n/a")
    flips = result["best"] != default["best"]
    cells.append("" if variant.group == "default" else "no" if not flips else "yes" if result["chance"] >= 0.95 else "yes, but open")
    return f"| {' | '.join(cells)} |"


def table_of(results):
    """results: pairs of variant and result, the default first."""
    default = results[0][1]
    head = ["what", "variant", "replicates", *ARMS, "best (chance)", "micro - celebrity per 1,000 USD", "times the default's", "flips"]
    rows = [row_of(variant, result, default) for variant, result in results]
    flipped = [variant.name for variant, result in results if result["best"] != default["best"]]
    summary = (f"{default['accounts']:,} accounts by default, {default['follows']:.1f} follows each. Best by default: {default['best']} "
               f"(chance {100 * default['chance']:.0f}%). Another arm is best in {len(flipped)} of {len(results) - 1} variants"
               f"{': ' + '; '.join(flipped) if flipped else ''}.")
    return "\n".join([summary, "", f"| {' | '.join(head)} |", "|" + "---|" * len(head), *rows]) + "\n"


def with_made(page, made):
    """The page's text with what is between its marks replaced."""
    head, rest = page.split(BEGIN)
    return head + BEGIN + made + END + rest.split(END)[1]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("clout", type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("--out", type=lambda path: pathlib.Path(path).resolve(), default=ROOT / "build" / "structure")
    parser.add_argument("--accounts", type=int, default=ACCOUNTS, help=f"of the default; {ACCOUNTS:,}. A tenth and ten times it are run too")
    parser.add_argument("--replicates", type=int, default=5, help=f"5; of the largest size at most {REPLICATES_OF_LARGEST}")
    parser.add_argument("--only", help="variants whose name holds this, beside the default; prints instead of writing")
    options = parser.parse_args()
    variants = variants_of(options.accounts, options.replicates)
    if options.only:
        variants = variants[:1] + [each for each in variants[1:] if options.only in each.name]
    results = []
    for place, variant in enumerate(variants, start=1):
        begin = time.monotonic()
        results.append((variant, result_of(options.clout, variant, options.out)))
        print(f"{place} of {len(variants)}: {variant.group}: {variant.name}: {time.monotonic() - begin:.0f} s", file=sys.stderr, flush=True)
    table = table_of(results)
    if options.only or options.accounts != ACCOUNTS:
        print(table)
    else:
        PAGE.write_text(with_made(PAGE.read_text(), "\n" + table + "\n"))
        print(f"written: {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Writes two tables of docs/calibration.md: at how many of the accepted sets the patterns hold that calibration did not see,
and what the accepted sets pinned down.

    python3 tests/reference/held_out_table.py build/release/clout

Runs every held-out pattern quick at every set of docs/validation/calibration/accepted.csv whose distance is 0: some ten seconds
a set. P14 is told apart: calibration did not run it, but was given the weight of fit that it asks for. Left out are P22, which
sets all that acts in it, and P28, which makes tiers equal whatever the set is: they say nothing of a set.
"""
import csv
import json
import math
import os
import pathlib
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import marked_page

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/calibration.md"
ACCEPTED = ROOT / "docs/validation/calibration/accepted.csv"
PARAMETERS = ROOT / "analysis/patterns/free_parameters.cpp"
GIVEN = {14}
SEEN = {2, 8, 15, 18, 19, 21, 23} | GIVEN
SAY_NOTHING_OF_A_SET = {22, 28}


def names(numbers):
    return [f"P{n:02}" for n in sorted(numbers)]


HELD_OUT = names(set(range(1, 29)) - SEEN - SAY_NOTHING_OF_A_SET)


def ranges():
    """Key -> (low, high, whether searched by factors, start)."""
    rows = re.findall(r'\{"([a-z0-9_.]+)",\s*([^,{}]+),\s*([^,{}]+),\s*(linear|logarithmic),\s*([^}]+)\}', PARAMETERS.read_text())
    return {key: (float(low), float(high), scale == "logarithmic", float(start)) for key, low, high, scale, start in rows}


def accepted():
    """Rows of the file at which all criteria hold; the others in it are the nearest that miss some."""
    with ACCEPTED.open() as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return [row for row in rows if float(row["distance"]) == 0]


def failing(clout, row, keys):
    """The held-out and given patterns that do not hold at a set."""
    command = [clout, "validate", "--quick", "--json", "--at-least", "0", "--threads", "1", "--only",
               ",".join(HELD_OUT + names(GIVEN))]
    for key in keys:
        command += ["--set", f"{key}={row[key]}"]
    ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return {each["id"] for each in json.loads(ran.stdout)["patterns"] if not each["holds"]}


def held_out_table(clout):
    rows = accepted()
    keys = list(ranges())
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        failed = list(pool.map(lambda row: failing(clout, row, keys), rows))
    by_count = {}
    for pattern in HELD_OUT:
        by_count.setdefault(sum(pattern not in each for each in failed), []).append(pattern)
    lines = [f"| held-out pattern | holds at, of {len(rows)} sets |", "|---|---|"]
    lines += [f"| {', '.join(patterns)} | {count} |" for count, patterns in sorted(by_count.items(), reverse=True)]
    counts = sorted(len(HELD_OUT) - len(each - set(names(GIVEN))) for each in failed)
    lines += ["", f"Of these {len(HELD_OUT)} patterns {counts[0]} to {counts[-1]} hold at a set, {counts[len(counts) // 2]} at the median one."]
    for pattern in names(GIVEN):
        lines += ["", f"{pattern}, of which calibration was given a parameter, holds at {sum(pattern not in each for each in failed)}."]
    return "\n".join(lines)


def number(value):
    """Three digits: with two, ends and defaults that differ look alike."""
    return f"{float(f'{value:.3g}'):,.12g}" if abs(value) >= 1000 else f"{float(f'{value:.3g}'):.12g}"


def marginals_table():
    rows = accepted()
    lines = []
    outside = []
    for key, (low, high, logarithmic, default) in ranges().items():
        place = math.log if logarithmic else float
        values = sorted(float(row[key]) for row in rows)
        places = [place(value) for value in values]
        mean = sum(places) / len(places)
        deviation = math.sqrt(sum((each - mean) ** 2 for each in places) / len(places))
        of_range = deviation / ((place(high) - place(low)) / math.sqrt(12))
        ends = values[math.ceil(0.05 * len(values)) - 1], values[math.ceil(0.95 * len(values)) - 1]
        if not ends[0] <= default <= ends[1]:
            outside.append((of_range, f"`{key}`"))
        lines.append((of_range, f"| `{key}` | {number(low)} to {number(high)} | {number(ends[0])} to {number(ends[1])} "
                                f"| {100 * of_range:.0f}% | {number(default)} |"))
    head = ["| parameter | searched | accepted, 90% | deviation, of the range's | default |", "|---|---|---|---|---|"]
    told = ["", f"Outside of what 90% of the accepted have: {len(outside)} defaults, {', '.join(key for _, key in sorted(outside))}."]
    return "\n".join(head + [line for _, line in sorted(lines)] + told)


def write(mark, made):
    marked_page.replace(PAGE, f"<!-- made by tests/reference/held_out_table.py: {mark} -->\n",
                        f"<!-- end of what held_out_table.py made: {mark} -->\n", f"\n{made}\n\n")


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    write("marginals", marginals_table())
    write("held out", held_out_table(str(pathlib.Path(sys.argv[1]).resolve())))


if __name__ == "__main__":
    main()

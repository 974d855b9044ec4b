#!/usr/bin/env python3
"""Writes two tables of docs/calibration.md: at how many of the accepted sets the patterns hold that calibration did not see,
and what the accepted sets pinned down.

    python3 tests/reference/held_out_table.py build/release/clout

Runs every held-out pattern quick at every set of docs/validation/calibration/accepted.csv whose distance is 0: some ten seconds
a set. Patterns without a free parameter in them (P22, P28) say nothing of a set and are left out.
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
SEEN = {2, 8, 15, 18, 19, 21, 23}
WITHOUT_FREE_PARAMETERS = {22, 28}
HELD_OUT = [f"P{n:02}" for n in range(1, 29) if n not in SEEN | WITHOUT_FREE_PARAMETERS]


def ranges():
    """Key -> (low, high, whether searched by factors, start)."""
    rows = re.findall(r'\{"([a-z0-9_.]+)",\s*([^,{}]+),\s*([^,{}]+),\s*(linear|logarithmic),\s*([^}]+)\}', PARAMETERS.read_text())
    return {key: (float(low), float(high), scale == "logarithmic", float(start)) for key, low, high, scale, start in rows}


def accepted():
    with ACCEPTED.open() as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def failing(clout, row, keys):
    """The held-out patterns that do not hold at a set."""
    command = [clout, "validate", "--quick", "--json", "--at-least", "0", "--threads", "1", "--only", ",".join(HELD_OUT)]
    for key in keys:
        command += ["--set", f"{key}={row[key]}"]
    ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return {each["id"] for each in json.loads(ran.stdout)["patterns"] if not each["holds"]}


def held_out_table(clout):
    rows = [row for row in accepted() if float(row["distance"]) == 0]
    keys = list(ranges())
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        failed = list(pool.map(lambda row: failing(clout, row, keys), rows))
    by_count = {}
    for pattern in HELD_OUT:
        by_count.setdefault(sum(pattern not in each for each in failed), []).append(pattern)
    lines = [f"| held-out pattern | holds at, of {len(rows)} sets |", "|---|---|"]
    lines += [f"| {', '.join(patterns)} | {count} |" for count, patterns in sorted(by_count.items(), reverse=True)]
    counts = sorted(len(HELD_OUT) - len(each) for each in failed)
    lines += ["", f"Of these {len(HELD_OUT)} patterns {counts[0]} to {counts[-1]} hold at a set, {counts[len(counts) // 2]} at the median one."]
    return "\n".join(lines)


def number(value):
    return f"{float(f'{value:.2g}'):,.12g}" if abs(value) >= 1000 else f"{float(f'{value:.2g}'):.12g}"


def marginals_table():
    rows = accepted()
    lines = []
    for key, (low, high, logarithmic, default) in ranges().items():
        place = math.log if logarithmic else float
        values = sorted(float(row[key]) for row in rows)
        places = [place(value) for value in values]
        mean = sum(places) / len(places)
        deviation = math.sqrt(sum((each - mean) ** 2 for each in places) / len(places))
        of_range = deviation / ((place(high) - place(low)) / math.sqrt(12))
        ends = values[math.ceil(0.05 * len(values)) - 1], values[math.ceil(0.95 * len(values)) - 1]
        lines.append((of_range, f"| `{key}` | {number(low)} to {number(high)} | {number(ends[0])} to {number(ends[1])} "
                                f"| {100 * of_range:.0f}% | {number(default)} |"))
    head = ["| parameter | searched | accepted, 90% | deviation, of the range's | default |", "|---|---|---|---|---|"]
    return "\n".join(head + [line for _, line in sorted(lines)])


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

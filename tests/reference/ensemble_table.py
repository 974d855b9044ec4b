#!/usr/bin/env python3
"""Patterns at many accepted parameter sets: what calibration says beyond its one point.

    python3 tests/reference/ensemble_table.py build/release/clout [--sets 20] [--only P10,P11] [--write]

Takes accepted sets of docs/validation/calibration/accepted.csv, the heaviest first and of equal weight those spread over
the file, runs `clout validate --quick` at each and prints how many of them each pattern holds at. --write puts the table
between the marks of docs/validation/README.md. Patterns that calibration did not see are the test of it.
"""
import argparse
import csv
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
ACCEPTED = ROOT / "docs/validation/calibration/accepted.csv"
PAGE = ROOT / "docs/validation/README.md"
BEGIN, END = "<!-- made by tests/reference/ensemble_table.py -->\n", "<!-- end of what ensemble_table.py made -->\n"


def accepted_sets(count):
    """Settings of so many accepted sets."""
    with ACCEPTED.open() as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    keys = [key for key in rows[0] if key.startswith(("market.", "platform."))]
    rows.sort(key=lambda row: -float(row["weight"]))
    step = max(1, len(rows) // count)
    return [{key: row[key] for key in keys} for row in rows[::step][:count]]


def verdicts(clout, settings, only):
    """Pattern -> whether it holds at these settings in a quick run."""
    command = [clout, "validate", "--quick", "--json", "--at-least", "0"]
    for key, value in settings.items():
        command += ["--set", f"{key}={value}"]
    if only:
        command += ["--only", only]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return {each["id"]: (each["holds"], each["calibrated_on"]) for each in told["patterns"]}


def table(all_verdicts):
    lines = ["| pattern | seen by calibration | holds at |", "|---|---|---|"]
    for pattern, (_, seen) in all_verdicts[0].items():
        count = sum(each[pattern][0] for each in all_verdicts)
        lines.append(f"| {pattern} | {'yes' if seen else 'no'} | {count} of {len(all_verdicts)} |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clout")
    parser.add_argument("--sets", type=int, default=20)
    parser.add_argument("--only", default="")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    found = []
    for number, settings in enumerate(accepted_sets(options.sets), 1):
        found.append(verdicts(options.clout, settings, options.only))
        held = sum(holds for holds, _ in found[-1].values())
        print(f"set {number}: {held} of {len(found[-1])} hold; not "
              + ", ".join(p for p, (holds, _) in found[-1].items() if not holds), file=sys.stderr)
    text = table(found)
    print(text)
    if options.write:
        page = PAGE.read_text()
        before, rest = page.split(BEGIN)
        _, after = rest.split(END)
        PAGE.write_text(before + BEGIN + "\n" + text + "\n" + END + after)


if __name__ == "__main__":
    main()

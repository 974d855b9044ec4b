#!/usr/bin/env python3
"""Writes the tables of docs/validation/README.md: every pattern at the defaults, in full, and which hold at other seeds.

    python3 tests/reference/validation_page.py build/release/clout

Runs `clout validate` for each of four seeds, two minutes each on two cores, and puts what it prints between the page's marks.
"""
import json
import pathlib
import subprocess
import sys

import marked_page

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/validation/README.md"
OTHER_SEEDS = (2, 3, 4)


def validate(clout, *arguments):
    return subprocess.run([clout, "validate", "--at-least", "0", *arguments], stdout=subprocess.PIPE, text=True, check=True,
                          cwd=ROOT).stdout


def seeds_table(clout):
    lines = ["| seed | patterns that hold | those that do not |", "|---|---|---|"]
    for seed in OTHER_SEEDS:
        patterns = json.loads(validate(clout, "--json", "--set", f"run.seed={seed}"))["patterns"]
        failing = [each["id"] for each in patterns if not each["holds"]]
        lines.append(f"| {seed} | {len(patterns) - len(failing)} of {len(patterns)} | {', '.join(failing)} |")
    return "\n".join(lines) + "\n"


def write(mark, made):
    marked_page.replace(PAGE, f"<!-- made by tests/reference/validation_page.py{mark} -->\n",
                        f"<!-- end of what validation_page.py made{mark} -->\n", f"\n{made}\n")


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    clout = str(pathlib.Path(sys.argv[1]).resolve())
    write("", validate(clout, "--markdown"))
    write(": seeds", seeds_table(clout))


if __name__ == "__main__":
    main()

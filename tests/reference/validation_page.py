#!/usr/bin/env python3
"""Writes the tables of docs/validation/README.md: every pattern at the defaults and at the reproducing set, in full.

    python3 tests/reference/validation_page.py build/release/clout

Runs `clout validate --markdown` twice (two minutes each on two cores) and puts what it prints between the page's marks.
"""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/validation/README.md"
TABLES = {"": [], ": reproducing": ["scenarios/common/reproducing.toml"]}


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    clout = str(pathlib.Path(sys.argv[1]).resolve())
    for mark, arguments in TABLES.items():
        ran = subprocess.run([clout, "validate", *arguments, "--markdown", "--at-least", "0"], stdout=subprocess.PIPE, text=True,
                             check=True, cwd=ROOT)
        begin = f"<!-- made by tests/reference/validation_page.py{mark} -->\n"
        end = f"<!-- end of what validation_page.py made{mark} -->\n"
        before, rest = PAGE.read_text().split(begin)
        _, after = rest.split(end)
        PAGE.write_text(before + begin + "\n" + ran.stdout + "\n" + end + after)


if __name__ == "__main__":
    main()

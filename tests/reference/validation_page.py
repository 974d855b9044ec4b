#!/usr/bin/env python3
"""Writes the table of docs/validation/README.md: every pattern at the defaults, in full.

    python3 tests/reference/validation_page.py build/release/clout

Runs `clout validate --markdown` (less than 20 minutes on two cores) and puts what it prints between the page's marks.
"""
import pathlib
import subprocess
import sys

PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs/validation/README.md"
BEGIN, END = "<!-- made by tests/reference/validation_page.py -->\n", "<!-- end of what validation_page.py made -->\n"


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    ran = subprocess.run([sys.argv[1], "validate", "--markdown", "--at-least", "0"], stdout=subprocess.PIPE, text=True, check=True)
    before, rest = PAGE.read_text().split(BEGIN)
    _, after = rest.split(END)
    PAGE.write_text(before + BEGIN + "\n" + ran.stdout + "\n" + END + after)


if __name__ == "__main__":
    main()

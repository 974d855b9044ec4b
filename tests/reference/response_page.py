#!/usr/bin/env python3
"""Rewrites the example of docs/response.md: what clout response prints of a small study, and its picture.

  python3 tests/reference/response_page.py build/release/clout             some minutes
  python3 tests/reference/response_page.py build/release/clout --check     writes nothing; exits with 1 if it is out of date

Nothing but Python's own library is needed.
"""
import argparse
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "response.md"
PICTURE = ROOT / "docs" / "pictures" / "response.svg"
BEGIN = "<!-- made by tests/reference/response_page.py -->\n"
END = "<!-- end of what response_page.py made -->\n"
# Ten million people in fewer agents, and fewer budgets: minutes.
COMMAND = ["response", "scenarios/nano-to-mega-ladder.toml", "--campaign", "launch", "--set", "graph.accounts=20000", "--set",
           "graph.people_per_agent=500", "--budgets", "5", "--tiers", "nano,micro,macro", "--posts", "1,2,6", "--replicates", "20"]


def made(clout):
    """The text between the marks, and the picture."""
    with tempfile.TemporaryDirectory() as folder:
        picture = pathlib.Path(folder, "response.svg")
        told = subprocess.run([clout, *COMMAND, "--progress", "none", "--plot", picture, "--outcomes",
                               pathlib.Path(folder, "response.h5")], cwd=ROOT, check=True, capture_output=True, text=True)
        lines = told.stdout.rstrip().split("\n")[:-1]  # without the name of the outcomes' file
        text = f"    clout {' '.join(COMMAND)}\n\n```\n" + "\n".join(lines).rstrip() + "\n```\n\n"
        return text + "![Response curves of the launch](pictures/response.svg)\n", picture.read_text()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clout", type=pathlib.Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    text, picture = made(options.clout.resolve())
    page = PAGE.read_text()
    before, rest = page.split(BEGIN)
    new = before + BEGIN + text + END + rest.split(END)[1]
    if options.check:
        return int(new != page)  # the picture names the commit it was made by, so it is not compared
    PAGE.write_text(new)
    PICTURE.write_text(picture)
    return 0


if __name__ == "__main__":
    sys.exit(main())

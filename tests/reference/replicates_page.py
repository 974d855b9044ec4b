#!/usr/bin/env python3
"""Runs the examples of docs/replicates.md and rewrites what the program prints there.

  python3 tests/reference/replicates_page.py build/release/clout            some minutes
  python3 tests/reference/replicates_page.py build/release/clout --check    writes nothing; exits with 1 if the page is out of date

Only what stands between the two marks of the page is made here.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "replicates.md"
BEGIN, END = "<!-- made by tests/reference/replicates_page.py -->\n", "<!-- end of what is made -->\n"
STUDY = "scenarios/nano-to-mega-ladder.toml"
# Ten million people in fewer agents: a replicate of all arms takes seconds.
SMALL = ["--set", "graph.accounts=20000", "--set", "graph.people_per_agent=500", "--replicates", "10"]
# Goals of which the last is not reached: the arm without a campaign and that of nano are too close.
GOALS = [["run", STUDY, "--until", "reached +- 10%", "--at-most", "40", *SMALL],
         ["run", STUDY, "--until", "difference in profit +- 50000", "--at-most", "40", *SMALL],
         ["run", STUDY, "--until", "winner by profit", "--at-most", "40", *SMALL]]
SELECT = ["select", STUDY, "--by", "profit", "--indifference", "50000", "--at-most", "40", *SMALL]


def shown(arguments):
    """The command as a shell takes it."""
    return "clout " + " ".join(f'"{each}"' if " " in each or "+" in each else each for each in arguments)


def made(clout):
    """What stands between the marks."""
    with tempfile.TemporaryDirectory() as folder:
        def run(arguments, *more):
            command = [clout, *(str(ROOT / each) if each == STUDY else each for each in arguments), *more, "--progress", "none"]
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
            if done.returncode not in (0, 1):  # 1: the goal was not reached, which is an answer as well
                sys.exit(done.stderr)
            return done.stdout

        text = "\n"
        for goal in GOALS:
            text += f"    {shown(goal)}\n\n> {json.loads(run(goal, '--json'))['until']['text']}.\n\n"
        table = "".join(f"    {line}".rstrip() + "\n" for line in run(SELECT).splitlines())
        return text + f"    {shown(SELECT)}\n\n{table}\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clout", type=pathlib.Path)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    old = PAGE.read_text()
    head, rest = old.split(BEGIN)
    new = head + BEGIN + made(arguments.clout.resolve()) + END + rest.split(END)[1]
    if new == old:
        return
    if arguments.check:
        sys.exit(f"{PAGE.relative_to(ROOT)} is out of date")
    PAGE.write_text(new)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Runs the ready sensitivity study and rewrites its page in docs/studies: picture and findings.

  python3 tests/reference/sensitivity_page.py build/release/clout                   some minutes on two cores
  python3 tests/reference/sensitivity_page.py build/release/clout --points FILE.h5  from points that were run already
  python3 tests/reference/sensitivity_page.py build/release/clout --check           exits with 1 if the page is out of date
  python3 tests/reference/sensitivity_page.py build/release/clout --report FILE     writes the report for a browser as well
  python3 tests/reference/sensitivity_page.py build/release/clout --tiny FOLDER     a small market, page and picture into FOLDER

Only what stands between the two marks of the page is made here; the sentences around it are written by hand and name no number.
Nothing but Python's own library is needed.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAME = "sensitivity-of-the-default"
SCENARIO = f"scenarios/sweeps/{NAME}.toml"
PAGE = ROOT / "docs" / "studies" / f"{NAME}.md"
BEGIN, END = "<!-- made by tests/reference/sensitivity_page.py -->\n", "<!-- end of what is made -->\n"
TINY = ["--set", "graph.accounts=2000", "--set", "graph.people_per_agent=5000", "--set", "run.days=20", "--set",
        "campaign.launch.duration=1 week", "--replicates", "2", "--trajectories", "2"]


def number(value):
    return "n/a" if value is None else f"{value:,.3g}" if abs(value) < 1000 else f"{round(value, -2):,.0f}"


def setting(value):
    """As people write it: no setting of the study is a tiny number."""
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"
    return str(value)


def interval(value):
    if value["low"] is None:
        return number(value["mean"])
    return f"{number(value['mean'])} ({number(value['low'])} to {number(value['high'])})"


def table(told):
    """A row for each setting, in the order of Morris' effects."""
    alone = {row["key"]: row["steps"] for row in told["one_at_a_time"]}
    lines = ["| rank | setting | mean absolute effect | deviation | alone, at | changes it by |", "|---|---|---|---|---|---|"]
    for row in told["morris"]:
        at = "; ".join(setting(step["value"]) for step in alone[row["key"]])
        change = "; ".join(interval(step["change"]) + (" (mean turns sign)" if step["turns_sign"] else "")
                           for step in alone[row["key"]])
        lines.append(f"| {row['rank']} | `{row['key']}` | {interval(row['mean_absolute'])} | {number(row['deviation'])} "
                     f"| {at} | {change} |")
    return lines


def block(told):
    lines = [f"**{told['verdict']}** {told['summary']}", "", f"![One setting at a time, and Morris' scatter](pictures/{NAME}.svg)",
             "", f"{told['points']} points ({told['design']}), {told['replicates']} replicates of {told['days']} days each, seed "
             f"{told['seed']}, settings {told['config_sha256'][:12]}. Effects have 95% intervals over trajectories, changes over "
             f"replicates, in {told['unit']}:", "", *table(told)]
    return "\n".join(lines) + "\n"


def run(clout, arguments):
    """The made part of the page, and the picture."""
    with tempfile.TemporaryDirectory() as folder:
        picture, points = pathlib.Path(folder, "picture.svg"), arguments.points
        if points is None:
            points = pathlib.Path(folder, f"{NAME}.h5")
            subprocess.run([clout, "sensitivity", SCENARIO, "-o", points, *(TINY if arguments.tiny else [])],
                           cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        told = json.loads(subprocess.run([clout, "sensitivity", points, "--json", "--plot", picture],
                                         check=True, stdout=subprocess.PIPE, text=True).stdout)
        if arguments.report:
            subprocess.run([clout, "report", points, "-o", arguments.report], check=True)
        return block(told), picture.read_text(encoding="utf-8")


def with_block(page, made):
    before, rest = page.split(BEGIN)
    return before + BEGIN + made + END + rest.split(END)[1]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clout", type=pathlib.Path)
    parser.add_argument("--points", type=pathlib.Path, metavar="FILE")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--report", type=pathlib.Path, metavar="FILE")
    parser.add_argument("--tiny", type=pathlib.Path, metavar="FOLDER")
    arguments = parser.parse_args()
    made, picture = run(arguments.clout.resolve(), arguments)
    page = with_block(PAGE.read_text(encoding="utf-8"), made)
    into = arguments.tiny or PAGE.parent
    if arguments.check:
        # The picture names the commit that made it; the page's numbers are what must not differ.
        return 0 if PAGE.read_text(encoding="utf-8") == page else f"{PAGE} is out of date: run this without --check"
    for path, text in ((into / PAGE.name, page), (into / "pictures" / f"{NAME}.svg", picture)):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

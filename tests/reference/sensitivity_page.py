#!/usr/bin/env python3
"""Runs the ready sensitivity study; rewrites what stands between the marks of docs/sensitivity.md, and its picture.

  python3 tests/reference/sensitivity_page.py build/release/clout            some minutes
  python3 tests/reference/sensitivity_page.py build/release/clout out.h5     from points that were run already
"""
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
STUDY = "scenarios/sweeps/sensitivity-of-the-default.toml"
PAGE = ROOT / "docs" / "sensitivity.md"
PICTURE = ROOT / "docs" / "pictures" / "sensitivity.svg"
BEGIN, END = "<!-- made by tests/reference/sensitivity_page.py -->\n", "<!-- end of what is made -->\n"


def number(value):
    return "n/a" if value is None else f"{value:,.3g}" if abs(value) < 1000 else f"{round(value, -2):,.0f}"


def interval(value):
    return f"{number(value['mean'])} ({number(value['low'])} to {number(value['high'])})"


def table(told):
    alone = {row["key"]: row for row in told["one_at_a_time"]}
    lines = ["| rank (Morris) | setting | mean absolute effect | deviation | alone, at | changes it by |", "|---|---|---|---|---|---|"]
    for row in told["morris"]:
        steps = alone[row["key"]]["steps"]
        at = "; ".join(f"{step['value']:.4g}" for step in steps)
        change = "; ".join(interval(step["change"]) + (" (sign turns)" if step["turns_sign"] else "") for step in steps)
        lines.append(f"| {row['rank']} | `{row['key']}` | {interval(row['mean_absolute'])} | {number(row['deviation'])} "
                     f"| {at} | {change} |")
    return lines


def main():
    clout, *files = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        source = [str(pathlib.Path(files[0]).resolve())] if files else [STUDY, "-o", f"{folder}/points.h5", "--progress", "none"]
        done = subprocess.run([pathlib.Path(clout).resolve(), "sensitivity", *source, "--json", "--plot", f"{folder}/picture.svg"],
                              capture_output=True, text=True, check=True, cwd=ROOT)
        # The picture's last line names the folder that is gone.
        picture = pathlib.Path(folder, "picture.svg").read_text()
    told = json.loads(done.stdout)
    repeat = next(line for line in picture.splitlines() if "Repeat: " in line)
    start = repeat.index("Repeat: ")
    PICTURE.write_text(picture.replace(repeat[start:repeat.index("</text>")], f"Repeat: clout sensitivity {STUDY} --plot sensitivity.svg"))
    made = [told["summary"], "", f"{told['points']} points ({told['design']}), {told['replicates']} replicates, seed {told['seed']}; "
            "95% intervals, of effects over trajectories, of changes over replicates.", "", *table(told), "",
            "![tornado and Morris' scatter](pictures/sensitivity.svg)"]
    page = PAGE.read_text()
    before, after = page[:page.index(BEGIN) + len(BEGIN)], page[page.index(END):]
    PAGE.write_text(before + "\n".join(made) + "\n" + after)


if __name__ == "__main__":
    main()

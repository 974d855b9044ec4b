#!/usr/bin/env python3
"""Runs the sweep of a worked study and rewrites its page in docs/studies: picture and findings.

  python3 tests/reference/sweep_study.py build/release/clout                some minutes on two cores
  python3 tests/reference/sweep_study.py build/release/clout --check        runs it too; exits with 1 if the page is out of date
  python3 tests/reference/sweep_study.py build/release/clout --tiny FOLDER  a small market in seconds, page and picture into FOLDER

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
NAME = "celebrity-against-micro"
SCENARIO = ROOT / "scenarios" / "sweeps" / f"{NAME}.toml"
PAGE = ROOT / "docs" / "studies" / f"{NAME}.md"
BEGIN, END = "<!-- made by tests/reference/sweep_study.py -->\n", "<!-- end of what is made -->\n"
TINY = ["--set", "graph.accounts=2000", "--set", "graph.people_per_agent=5000", "--set", "run.days=20",
        "--set", "campaign.launch.duration=1 week", "--replicates", "2"]


def number(value, unit):
    """Three digits, as people write them."""
    if value is None:
        return "not defined"
    return f"{100 * value:.3g}%" if unit == "share" else f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def interval(figure, unit):
    text = number(figure["mean"], unit)
    return text if figure["low"] is None else f"{text} ({number(figure['low'], unit)} to {number(figure['high'], unit)})"


def points_table(told):
    name = told["figure"]
    unit = told["figure_units"][name]
    keys = [each["key"] for each in told["settings"]]
    units = {each["key"]: each["unit"] for each in told["settings"]}
    arms = [arm["name"] for arm in told["points"][0]["arms"]]
    lines = ["| " + " | ".join([*keys, *arms, "best", "chance"]) + " |", "|" + "---|" * (len(keys) + len(arms) + 2)]
    for point in sorted(told["points"], key=lambda each: [each["settings"][key] for key in keys]):
        best = next((arm for arm in point["arms"] if arm["name"] == point["best"]), None)
        chance = "" if best is None or best["chance_mean_best"] is None else f"{100 * best['chance_mean_best']:.1f}%"
        cells = [number(point["settings"][key], units[key]) for key in keys]
        cells += [interval(arm["figures"][name], unit) for arm in point["arms"]]
        lines.append("| " + " | ".join([*cells, point["best"] or "tie", chance]) + " |")
    return lines


def boxes_table(found):
    lines = ["| arm | box | coverage of its wins | density of wins | cases | quasi p |", "|---|---|---|---|---|---|"]
    for each in found:
        for box in each["boxes"]:
            bounds = "; ".join(bound["text"] for bound in box["restrictions"]) or "everywhere"
            quasi = "; ".join("<0.001" if bound["quasi_p"] < 0.001 else f"{bound['quasi_p']:.3f}" for bound in box["restrictions"])
            lines.append(f"| {each['arm']} | {bounds} | {100 * box['coverage']:.0f}% | {100 * box['density']:.0f}% | "
                         f"{box['cases']} | {quasi} |")
    return lines


def block(told, found, command):
    settled = sum(point["settled"] for point in told["points"])
    lines = [f"**{told['summary']}**", "", f"![Who wins where](pictures/{NAME}.svg)", "",
             f"{len(told['points'])} points ({told['design']}), {told['replicates']} replicates of {told['days']} days each, seed "
             f"{told['seed']}; the winner is settled at {settled} points.", ""]
    lines += [each["summary"] + "\n" for each in found]
    if any(each["boxes"] for each in found):
        lines += [*boxes_table(found), ""]
    lines += [f"{told['figure']} at each point, mean and 95% interval over {told['replicates']} replicates; the arm with the best "
              "mean, and the chance that its true mean is the best:", "", *points_table(told), "", f"Made by `{command}`, settings "
              f"{told['config_sha256'][:12]}."]
    return "\n".join(lines) + "\n"


def run(clout, folder, options):
    """Sweeps into the folder; returns the made part of the page and the picture."""
    def said(*arguments):
        return subprocess.run([clout, *arguments], cwd=folder, check=True, stdout=subprocess.PIPE, text=True).stdout

    told = json.loads(said("sweep", str(SCENARIO), "-o", "sweep.h5", "--plot", "map.svg", "--json", *options))
    arms = [arm["name"] for arm in told["points"][0]["arms"]]
    found = [json.loads(said("discover", "sweep.h5", "--arm", arm, "--json")) for arm in arms]
    command = " ".join(["clout sweep", f"scenarios/sweeps/{NAME}.toml", *options])
    return block(told, found, command), (pathlib.Path(folder) / "map.svg").read_text(encoding="utf-8")


def with_block(page, made):
    before, rest = page.split(BEGIN)
    return before + BEGIN + made + END + rest.split(END)[1]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("clout")
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if the page is out of date")
    parser.add_argument("--tiny", metavar="FOLDER", help="a small market, into this folder")
    arguments = parser.parse_args()
    clout = str(pathlib.Path(arguments.clout).resolve())
    with tempfile.TemporaryDirectory() as folder:
        made, picture = run(clout, folder, TINY if arguments.tiny else [])
    page = with_block(PAGE.read_text(encoding="utf-8"), made)
    into = pathlib.Path(arguments.tiny) if arguments.tiny else PAGE.parent
    files = {into / PAGE.name: page, into / "pictures" / f"{NAME}.svg": picture}
    if arguments.check:
        # The picture names the commit that made it; the page's numbers are what must not differ.
        sys.exit(0 if PAGE.read_text(encoding="utf-8") == page else f"{PAGE} is out of date: run this without --check")
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

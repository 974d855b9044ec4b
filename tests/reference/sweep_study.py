#!/usr/bin/env python3
"""Runs the sweeps of the worked studies and rewrites their pages in docs/studies: pictures and findings.

  python3 tests/reference/sweep_study.py build/release/clout                all, some minutes on two cores
  python3 tests/reference/sweep_study.py build/release/clout --study NAME   one of them
  python3 tests/reference/sweep_study.py build/release/clout --check        runs them too; exits with 1 if a page is out of date
  python3 tests/reference/sweep_study.py build/release/clout --tiny FOLDER  small markets in seconds, pages and pictures into FOLDER

Only what stands between the two marks of a page is made here; the sentences around it are written by hand and name no number.
Nothing but Python's own library is needed.
"""
import argparse
import dataclasses
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BEGIN, END = "<!-- made by tests/reference/sweep_study.py -->\n", "<!-- end of what is made -->\n"
TINY = ["--set", "graph.accounts=2000", "--set", "graph.people_per_agent=5000", "--set", "run.days=20",
        "--set", "campaign.launch.duration=1 week", "--replicates", "2"]


@dataclasses.dataclass(frozen=True)
class Study:
    name: str
    picture: str               # what the picture shows, for those who do not see it
    options: tuple = ()        # of clout sweep
    boxes: bool = True         # whether boxes say more than the flips
    others: tuple = ()         # figures by which the winners are told besides

    @property
    def scenario(self):
        return f"scenarios/sweeps/{self.name}.toml"

    @property
    def page(self):
        return ROOT / "docs" / "studies" / f"{self.name}.md"


STUDIES = {each.name: each for each in (
    Study("celebrity-against-micro", "Who wins where", others=("first_purchases", "clicks")),
    Study("saturation-of-endorsements", "Profit over the share of sponsored posts", ("--by", "profit"), boxes=False,
          others=("incremental_customers", "reached")))}


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


def flips_lines(told):
    """Where the winner flips over one setting; a sweep over two has its map."""
    key, unit = told["settings"][0]["key"], told["settings"][0]["unit"]
    lines = []
    for each in told["flips"]:
        low = "below the range" if each["low"] is None else number(each["low"], unit)
        high = "beyond the range" if each["high"] is None else number(each["high"], unit)
        lines += [f"From {each['from']} to {each['to']} it flips at {key} {number(each['at'], unit)} (95% interval {low} to {high}, "
                  f"over {told['replicates']} replicates).", ""]
    return lines


def block(study, told, found, others, command):
    settled = sum(point["settled"] for point in told["points"])
    lines = [f"**{told['summary']}**", "", *flips_lines(told),
             f"![{study.picture}](pictures/{study.name}.svg)", "",
             f"{len(told['points'])} points ({told['design']}), {told['replicates']} replicates of {told['days']} days each, seed "
             f"{told['seed']}; the winner is settled at {settled} points.", ""]
    if study.boxes:
        lines += [each["summary"] + "\n" for each in found]
        if any(each["boxes"] for each in found):
            lines += [*boxes_table(found), ""]
    for figure, told_of in others.items():
        lines += [f"By `{figure}` instead: " + "; ".join(told_of) + ".", ""]
    lines += [f"{told['figure']} at each point, mean and 95% interval over {told['replicates']} replicates; the arm with the best "
              "mean, and the chance that its true mean is the best:", "", *points_table(told), "", f"Made by `{command}`, settings "
              f"{told['config_sha256'][:12]}."]
    return "\n".join(lines) + "\n"


def run(clout, study, folder, options):
    """Sweeps into the folder; returns the made part of the page and the picture."""
    def said(*arguments):
        return subprocess.run([clout, *arguments], cwd=folder, check=True, stdout=subprocess.PIPE, text=True).stdout

    def discovered(*arguments):
        return json.loads(said("discover", "sweep.h5", *arguments, "--json"))

    told = json.loads(said("sweep", str(ROOT / study.scenario), *study.options, "-o", "sweep.h5", "--plot", "map.svg", "--json",
                           *options))
    arms = [arm["name"] for arm in told["points"][0]["arms"]]
    found = [discovered("--arm", arm) for arm in arms]
    others = {figure: [f"{each['arm']} wins {each['wins']} of {each['cases']} cases"
                       for each in (discovered("--arm", arm, "--by", figure) for arm in arms)] for figure in study.others}
    command = " ".join(["clout sweep", study.scenario, *study.options, *options])
    return block(study, told, found, others, command), (pathlib.Path(folder) / "map.svg").read_text(encoding="utf-8")


def with_block(page, made):
    before, rest = page.split(BEGIN)
    return before + BEGIN + made + END + rest.split(END)[1]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("clout")
    parser.add_argument("--study", choices=STUDIES, help="this one alone")
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if a page is out of date")
    parser.add_argument("--tiny", metavar="FOLDER", help="small markets, into this folder")
    arguments = parser.parse_args()
    clout = str(pathlib.Path(arguments.clout).resolve())
    stale = []
    for study in [STUDIES[arguments.study]] if arguments.study else STUDIES.values():
        with tempfile.TemporaryDirectory() as folder:
            made, picture = run(clout, study, folder, TINY if arguments.tiny else [])
        page = with_block(study.page.read_text(encoding="utf-8"), made)
        if arguments.check:
            # The picture names the commit that made it; the page's numbers are what must not differ.
            stale += [study.page] if study.page.read_text(encoding="utf-8") != page else []
            continue
        into = pathlib.Path(arguments.tiny) if arguments.tiny else study.page.parent
        for path, text in {into / study.page.name: page, into / "pictures" / f"{study.name}.svg": picture}.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    if stale:
        sys.exit(f"out of date: {', '.join(map(str, stale))}; run this without --check")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Runs the sweeps of the worked studies and rewrites their pages in docs/studies: pictures and findings.

  python3 tests/reference/sweep_study.py build/release/clout                all, some minutes on two cores
  python3 tests/reference/sweep_study.py build/release/clout --study NAME   one page with all its sweeps, or one sweep
  python3 tests/reference/sweep_study.py build/release/clout --check        runs them too; exits with 1 if a page is out of date
  python3 tests/reference/sweep_study.py build/release/clout --tiny FOLDER  small markets in seconds, pages and pictures into FOLDER
  python3 tests/reference/sweep_study.py build/release/clout --reports FOLDER  writes the reports for a browser as well

Only what stands between the two marks of a sweep is made here; the sentences around it are written by hand and name no number.
Nothing but Python's own library is needed.
"""
import argparse
import dataclasses
import itertools
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

from student import mean_interval

ROOT = pathlib.Path(__file__).resolve().parents[2]
END = "<!-- end of what is made -->\n"
TINY = ["--set", "graph.accounts=2000", "--set", "graph.people_per_agent=5000", "--set", "run.days=20",
        "--set", "campaign.launch.duration=1 week", "--replicates", "2"]


@dataclasses.dataclass(frozen=True)
class Study:
    """A sweep with its scenario, picture and part of a page."""
    name: str
    page_name: str
    picture: str               # what the picture shows, for those who do not see it
    options: tuple = ()        # of clout sweep
    boxes: bool = True         # whether boxes say more than the flips
    others: tuple = ()         # figures by which the winners are told besides

    @property
    def scenario(self):
        return f"scenarios/sweeps/{self.name}.toml"

    @property
    def page(self):
        return ROOT / "docs" / "studies" / f"{self.page_name}.md"

    @property
    def begin(self):
        return f"<!-- made by tests/reference/sweep_study.py: {self.name} -->\n"


STUDIES = (
    Study("celebrity-against-micro", "celebrity-against-micro", "Who wins where", ("--by", "incremental_customers"),
          others=("profit", "reached")),
    Study("celebrity-against-micro-contracts", "celebrity-against-micro", "Who wins where, by the cost of a contract",
          ("--by", "incremental_customers"), others=("profit", "reached")),
    Study("saturation-of-endorsements", "saturation-of-endorsements", "Profit over the share of sponsored posts",
          ("--by", "profit"), boxes=False, others=("incremental_customers", "reached")))
NAMES = tuple(dict.fromkeys(name for each in STUDIES for name in (each.page_name, each.name)))


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
        for box in (box for box in each["boxes"] if box["shown"]):
            bounds = "; ".join(bound["text"] for bound in box["restrictions"]) or "everywhere"
            quasi = "; ".join("<0.001" if bound["quasi_p"] < 0.001 else f"{bound['quasi_p']:.3f}" for bound in box["restrictions"])
            lines.append(f"| {each['arm']} | {bounds} | {100 * box['coverage']:.0f}% | {100 * box['density']:.0f}% | "
                         f"{box['cases']} | {quasi} |")
    return lines


def flips_lines(told):
    """Where the winner flips over one setting; a sweep over two has its map."""
    label, unit = told["settings"][0]["label"], told["settings"][0]["shown_unit"]
    lines = []
    for each in told["flips"]:
        low = "below the range" if each["low"] is None else number(each["low"], unit)
        high = "beyond the range" if each["high"] is None else number(each["high"], unit)
        lines += [f"The best mean passes from {each['from']} to {each['to']} at {label} {number(each['at'], unit)} (95% interval {low} to {high}, "
                  f"over {told['replicates']} replicates).", ""]
    return lines


def span_lines(told, figures):
    """Over one setting: by how much each arm's figures change from its one end to the other, paired within replicates."""
    setting = told["settings"][0]
    ends = [choose(told["points"], key=lambda point: point["settings"][setting["key"]]) for choose in (min, max)]
    low, high = (number(point["settings"][setting["key"]], setting["shown_unit"]) for point in ends)
    lines = []
    for figure in figures:
        parts = []
        for first, last in zip(*(point["arms"] for point in ends)):
            changes = [b - a for a, b in zip(first["figures"][figure]["values"], last["figures"][figure]["values"])]
            if any(changes):
                mean, below, above = mean_interval(changes)
                parts.append(f"{first['name']} {interval({'mean': mean, 'low': below, 'high': above}, told['figure_units'][figure])}")
        lines += [f"From {setting['label']} {low} to {high} `{figure}` changes by (mean and 95% interval of the difference within "
                  f"replicates): {'; '.join(parts) or 'nothing'}.", ""]
    return lines


def settled_line(told):
    """Who is surely the best at how many points: a best mean alone may be luck."""
    best = [point["best"] for point in told["points"] if point["settled"]]
    arms = [arm["name"] for arm in told["points"][0]["arms"]]
    return (f"Settled (a chance of 95% or more) at {len(best)} of {len(told['points'])} points: "
            + ", ".join(f"{arm} at {best.count(arm) or 'none'}" for arm in arms) + ".")


def block(study, told, found, others, command):
    lines = [f"**{told['summary']}**", "", f"**{settled_line(told)}**", "", *flips_lines(told),
             f"![{study.picture}](pictures/{study.name}.svg)", "",
             f"{len(told['points'])} points ({told['design']}), {told['replicates']} replicates of {told['days']} days each, seed "
             f"{told['seed']}.", ""]
    if study.boxes:
        lines += [each["summary"] + "\n" for each in found]
        if any(box["shown"] for each in found for box in each["boxes"]):
            lines += [*boxes_table(found), ""]
    if len(told["settings"]) == 1:
        lines += span_lines(told, [told["figure"], *others])
    for figure, told_of in others.items():
        lines += [f"By `{figure}` instead: " + "; ".join(told_of) + ".", ""]
    lines += [f"{told['figure']} at each point, mean and 95% interval over {told['replicates']} replicates; the arm with the best "
              "mean, and the chance that its true mean is the best:", "", *points_table(told), "", f"Made by `{command}`, settings "
              f"{told['config_sha256'][:12]}."]
    return "\n".join(lines) + "\n"


def run(clout, study, folder, options, reports):
    """Sweeps into the folder, writes the report if one is wanted; returns the made part of the page and the picture."""
    def said(*arguments):
        return subprocess.run([clout, *arguments], cwd=folder, check=True, stdout=subprocess.PIPE, text=True).stdout

    def discovered(*arguments):
        return json.loads(said("discover", points, *arguments, "--json"))

    points = f"{study.name}-sweep.h5"
    told = json.loads(said("sweep", str(ROOT / study.scenario), *study.options, "-o", points, "--plot", "map.svg", "--json",
                           *options))
    arms = [arm["name"] for arm in told["points"][0]["arms"]]
    found = [discovered("--arm", arm, "--boxes", "1") for arm in arms]
    others = {figure: [f"{each['arm']} wins {each['wins']} of {each['cases']} cases"
                       for each in (discovered("--arm", arm, "--by", figure) for arm in arms)] for figure in study.others}
    if reports:
        said("report", points, "-o", f"{study.name}.html")  # no path: the page names its command
        shutil.copy(pathlib.Path(folder, f"{study.name}.html"), reports)
    command = " ".join(["clout sweep", study.scenario, *study.options, *options])
    return block(study, told, found, others, command), (pathlib.Path(folder) / "map.svg").read_text(encoding="utf-8")


def with_block(page, study, made):
    before, rest = page.split(study.begin)
    return before + study.begin + made + END + rest.split(END, maxsplit=1)[1]


def made_page(clout, studies, options, reports):
    """The page of these studies, and their pictures by name."""
    page, pictures = studies[0].page.read_text(encoding="utf-8"), {}
    for study in studies:
        with tempfile.TemporaryDirectory() as folder:
            made, pictures[study.name] = run(clout, study, folder, options, reports)
        page = with_block(page, study, made)
    return page, pictures


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("clout")
    parser.add_argument("--study", choices=NAMES, help="this page or sweep alone")
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if a page is out of date")
    parser.add_argument("--tiny", metavar="FOLDER", help="small markets, into this folder")
    parser.add_argument("--reports", metavar="FOLDER", type=pathlib.Path, help="write the reports for a browser as well, there")
    arguments = parser.parse_args()
    clout = str(pathlib.Path(arguments.clout).resolve())
    stale = []
    if arguments.reports:
        arguments.reports.mkdir(parents=True, exist_ok=True)
    wanted = [each for each in STUDIES if arguments.study in (None, each.page_name, each.name)]
    for _, group in itertools.groupby(wanted, lambda each: each.page_name):
        studies = list(group)
        page, pictures = made_page(clout, studies, TINY if arguments.tiny else [], arguments.reports)
        path = studies[0].page
        if arguments.check:
            # The picture names the commit that made it; the page's numbers are what must not differ.
            stale += [path] if path.read_text(encoding="utf-8") != page else []
            continue
        into = pathlib.Path(arguments.tiny) if arguments.tiny else path.parent
        (into / "pictures").mkdir(parents=True, exist_ok=True)
        (into / path.name).write_text(page, encoding="utf-8")
        for study, picture in pictures.items():
            (into / "pictures" / f"{study}.svg").write_text(picture, encoding="utf-8")
    if stale:
        sys.exit(f"out of date: {', '.join(map(str, stale))}; run this without --check")


if __name__ == "__main__":
    main()

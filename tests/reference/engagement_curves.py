#!/usr/bin/env python3
"""Holds the simulated engagement rate by audience against real accounts; rewrites docs/validation/engagement.md and its pictures.

  python3 tests/reference/engagement_curves.py build/release/clout               everything, some minutes
  python3 tests/reference/engagement_curves.py build/release/clout tiktok        one platform's picture; the page is left alone
  python3 tests/reference/engagement_curves.py build/release/clout --check       writes nothing; exits with 1 if something is out of date

Only what stands between the two marks of the page is made here. The sentences around it are written by hand: read them again
when the figures change. Nothing but Python's own library is needed.
"""
import argparse
import bisect
import csv
import hashlib
import json
import math
import pathlib
import statistics
import subprocess
import sys
import tempfile

from engagement_picture import picture

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLES = ROOT / "scenarios" / "data" / "influencers"
PAGE = ROOT / "docs" / "validation" / "engagement.md"
PICTURES = PAGE.parent / "pictures"
BEGIN, END = "<!-- made by tests/reference/engagement_curves.py -->\n", "<!-- end of what is made -->\n"
TIERS = ["nano", "micro", "mid", "macro", "mega", "celebrity"]
# Industry tables: engagements in percent of followers, nano to mega; the tiers' geometric middles, mega up to 5 million.
MIDDLES = [math.sqrt(low * high) for low, high in ((1e3, 1e4), (1e4, 1e5), (1e5, 5e5), (5e5, 1e6), (1e6, 5e6))]
INDUSTRY = {"instagram": [4.8, 2.4, 1.8, 1.5, 1.2], "tiktok": [10.3, 8.1, 6.3, 5.5, 4.9], "youtube": [3.2, 2.1, 1.5, 1.2, 0.9]}
# One market cannot hold audiences from a thousand to a hundred million: the ready studies' ten million people, and a platform of
# two billion. They are the same graph, with each account standing for 100 or for 20,000 people.
PEOPLE_PER_AGENT = [100, 20_000]
SMALLEST_AUDIENCE = 10  # in agents: a thousand people of the smaller market
SOURCES = {"micro_accounts": "directory", "top_accounts": "ranking"}
SEED = "engagement"  # of the halves into which the rows are dealt


class Row:
    """An account of a table: ln of its followers and of its engagements per follower, and which half it is in."""

    def __init__(self, source, number, followers, rate):
        self.x, self.y, self.source = math.log(followers), math.log(rate), source
        self.key = hashlib.sha256(f"{SEED}/{source}/{number}".encode()).digest()
        self.held_out = self.key[0] % 2 == 1


def rows_of(platform):
    """Accounts of a platform, and how many have no engagement or no followers, whose logarithm does not exist."""
    rows, without = [], 0
    for source in SOURCES:
        with open(TABLES / f"{source}.csv", newline="") as file:
            for number, line in enumerate(csv.DictReader(file)):
                if line["platform"] != platform:
                    continue
                followers = float(line["followers"] or 0)
                if source == "micro_accounts":
                    rate = float(line["engagement_rate_percent"] or 0) / 100
                else:
                    rate = float(line["engagements_per_post"] or 0) / max(followers, 1)
                if followers > 0 and rate > 0:
                    rows.append(Row(source, number, followers, rate))
                else:
                    without += 1
    return rows, without


def scenario(platform, people_per_agent, replicates):
    """A market without campaigns; its tiers are bins of half a decade, for which the program gives rates with intervals."""
    edges = [SMALLEST_AUDIENCE * people_per_agent * 10 ** (step / 2) for step in range(len(TIERS))]
    tiers = "\n".join(f"{tier}_from = {edge:.0f}" for tier, edge in zip(TIERS, edges))
    return (f"run = {{ seed = 20260401, days = 28, warm_up = \"4 weeks\", replicates = {replicates} }}\n"
            f"graph = {{ accounts = 100_000, people_per_agent = {people_per_agent} }}\n"
            f"platform.profile = \"{platform}\"\n[platform.tiers]\n{tiers}\n")


def simulate(clout, platform, people_per_agent, replicates):
    """The simulated points, by audience: mean followers of a post's author, rate with its 95% interval over replicates."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)

        def run(*arguments):
            return subprocess.run([clout, *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout

        (folder / "s.toml").write_text(scenario(platform, people_per_agent, replicates))
        run("run", "s.toml", "-o", "s.h5", "--progress", "none")
        figures = json.loads(run("compare", "s.h5", "--json"))["arms"][0]["figures"]
        run("inspect", "s.h5", "--daily-csv", "daily.csv")
        sums = {}
        with open(folder / "daily.csv", newline="") as file:
            for line in csv.DictReader(file):
                if line["of"] == "tier" and line["measure"] in ("posts", "deliveries"):
                    key = (line["name"], line["measure"])
                    sums[key] = sums.get(key, 0) + float(line["value"])
    points = []
    for tier in TIERS:
        rate = figures[f"engagement_by_followers.{tier}"]
        if rate["mean"]:
            audience = people_per_agent * sums[tier, "deliveries"] / sums[tier, "posts"]
            points.append({"followers": audience, **{key: rate[key] for key in ("mean", "low", "high")}})
    return points


def curve_through(points):
    """ln rate at ln followers by straight lines between points."""
    xs = [math.log(point["followers"]) for point in points]
    ys = [math.log(point["mean"]) for point in points]

    def at(x):
        right = min(max(bisect.bisect(xs, x), 1), len(xs) - 1)
        left = right - 1
        return ys[left] + (ys[right] - ys[left]) * (x - xs[left]) / (xs[right] - xs[left])

    return at


def joined(small, large):
    """One curve of both markets: the smaller up to its last point, the larger beyond."""
    return small + [point for point in large if point["followers"] > small[-1]["followers"]]


def line_of(xs, ys):
    """Least squares: intercept, slope, and half of the slope's 95% interval (normal; the halves have hundreds of rows)."""
    mean_x, mean_y = statistics.fmean(xs), statistics.fmean(ys)
    spread = sum((x - mean_x) ** 2 for x in xs)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys)) / spread
    left = sum((y - mean_y - slope * (x - mean_x)) ** 2 for x, y in zip(xs, ys))
    return mean_y - slope * mean_x, slope, 1.96 * math.sqrt(left / (len(xs) - 2) / spread)


def slopes(rows, at):
    """Slope of the rows' rates with half of its interval, and of the curve at the same audiences; None without rows."""
    if not rows:
        return None
    xs = [row.x for row in rows]
    _, slope, half = line_of(xs, [row.y for row in rows])
    return slope, half, line_of(xs, [at(x) for x in xs])[1]


def goodness(rows, points):
    """How well four descriptions, fitted to one half of the rows, foretell the other."""
    at = curve_through(points)
    low, high = (math.log(points[end]["followers"]) for end in (0, -1))
    inside = [row for row in rows if low <= row.x <= high]
    fit = [row for row in inside if not row.held_out]
    test = [row for row in inside if row.held_out]
    level = statistics.fmean(row.y for row in fit)
    intercept, slope, _ = line_of([row.x for row in fit], [row.y for row in fit])
    shift = statistics.fmean(row.y - at(row.x) for row in fit)
    described = {"constant": lambda x: level, "straight line": lambda x: intercept + slope * x,
                 "simulation, level shifted": lambda x: at(x) + shift, "simulation as it is": at}
    squares = {name: sum((row.y - value(row.x)) ** 2 for row in test) for name, value in described.items()}
    return {"fitted": len(fit), "held_out": len(test), "outside": len(rows) - len(inside), "factor": math.exp(shift),
            "slopes": {source: slopes([row for row in fit if row.source == source], at) for source in SOURCES},
            "rmse": {name: math.sqrt(square / len(test)) for name, square in squares.items()},
            "r2": {name: 1 - square / squares["constant"] for name, square in squares.items()}}


def running_quartiles(rows, per_group=100):
    """(followers, lower quartile, median, upper quartile) of neighbours in audience: per_group accounts each, or a
    sixtieth of all."""
    ordered = sorted(rows, key=lambda row: row.x)
    count = min(60, max(1, len(ordered) // per_group))
    found = []
    for group in range(count):
        part = ordered[group * len(ordered) // count:(group + 1) * len(ordered) // count]
        quarters = statistics.quantiles([row.y for row in part], n=4)
        found.append([math.exp(value) for value in (statistics.median(row.x for row in part), *quarters)])
    return found


def percent(point):
    return f"{100 * point['mean']:.3g} ({100 * point['low']:.3g} to {100 * point['high']:.3g})"


def section_of(platform, rows, without, small, large, fit, replicates):
    """The made part of the page for one platform."""
    counts = {source: sum(row.source == source for row in rows) for source in SOURCES}
    counted = " and ".join(f"{count:,} of the {SOURCES[source]}" for source, count in counts.items() if count)
    slope_text = "; ".join(f"{SOURCES[source]} {found[0]:.3f} ± {found[1]:.3f} (95%), simulation {found[2]:.3f} at the same audiences"
                           for source, found in fit["slopes"].items() if found)
    seam = math.exp(curve_through(large)(math.log(small[-1]["followers"]))) / small[-1]["mean"]
    lines = [f"### {platform}", "", f"![{platform}: engagement by audience](pictures/engagement-{platform}.svg)", "",
             f"Rows: {counted}; {without} without engagement left out, {fit['outside']:,} outside of the simulated audiences. "
             f"Fitted to {fit['fitted']:,}, judged by the {fit['held_out']:,} held out.", "",
             "| description of ln rate | fitted numbers | RMSE, ln units | R2 against the constant |", "|---|---|---|---|"]
    numbers = {"constant": 1, "straight line": 2, "simulation, level shifted": 1, "simulation as it is": 0}
    lines += [f"| {name} | {numbers[name]} | {fit['rmse'][name]:.3f} | {fit['r2'][name]:.3f} |" for name in numbers]
    lines += ["", f"Slope of ln rate on ln followers: {slope_text}. Best shift of level: rows / simulation = {fit['factor']:.2f}. "
              f"Where the markets meet, at {small[-1]['followers']:,.0f} followers, the larger has {seam:.2f} times the smaller's rate.",
              "", f"| simulated, {replicates} replicates: followers | engagements in % of followers (95% interval) | market |",
              "|---|---|---|"]
    for market, points in (("ten million people", small), ("two billion people", large)):
        lines += [f"| {point['followers']:,.0f} | {percent(point)} | {market} |" for point in points]
    return "\n".join(lines) + "\n"


def make(clout, platform, replicates):
    """The platform's section of the page, and its picture."""
    print(f"{platform}: simulating", file=sys.stderr, flush=True)
    rows, without = rows_of(platform)
    small, large = (simulate(clout, platform, people, replicates) for people in PEOPLE_PER_AGENT)
    fit = goodness(rows, joined(small, large))
    groups = {name: of_source for source, name in SOURCES.items() if (of_source := [row for row in rows if row.source == source])}
    quartiles = {name: running_quartiles(of_source) for name, of_source in groups.items()}
    drawn = picture(platform, groups, quartiles, [small, large], list(zip(MIDDLES, INDUSTRY[platform])), replicates)
    return section_of(platform, rows, without, small, large, fit, replicates), drawn


def with_made(page, made):
    """The page's text with what is between its marks replaced."""
    head, rest = page.split(BEGIN)
    return head + BEGIN + made + END + rest.split(END)[1]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("clout", type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("platforms", nargs="*", help=", ".join(INDUSTRY))
    parser.add_argument("--replicates", type=int, default=10, help="of each market; 10")
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if something is out of date")
    options = parser.parse_intermixed_args()
    if unknown := set(options.platforms) - set(INDUSTRY):
        parser.error(f"no such platform: {', '.join(sorted(unknown))}; there are {', '.join(INDUSTRY)}")
    sections, wanted = [], {}
    for platform in options.platforms or INDUSTRY:
        section, drawn = make(options.clout, platform, options.replicates)
        sections.append(section)
        wanted[PICTURES / f"engagement-{platform}.svg"] = drawn
    if not options.platforms:
        wanted[PAGE] = with_made(PAGE.read_text(), "\n" + "\n".join(sections) + "\n")
    old = [file for file, text in wanted.items() if not file.exists() or file.read_text() != text]
    for file in old:
        if not options.check:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(wanted[file])
        print(f"{'out of date' if options.check else 'written'}: {file.relative_to(ROOT)}")
    return 1 if options.check and old else 0


if __name__ == "__main__":
    sys.exit(main())

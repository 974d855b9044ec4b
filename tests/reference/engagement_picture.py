"""Draws what engagement_curves.py finds: real accounts, their running quartiles, the simulation, the industry's table (SVG)."""
import math

from log_picture import STYLE, along

WIDTH, HEIGHT = 920, 560
LEFT, RIGHT, TOP, BOTTOM = 80, 890, 130, 500
FOLLOWERS = (1e3, 1e9)  # the axes' ends
RATES = (1e-5, 1)
MOST_DOTS = 1200
# Okabe and Ito's colours, which readers without red or green tell apart.
REAL = {"directory": "#0072b2", "ranking": "#009e73"}
SIMULATED, INDUSTRY = ["#d55e00", "#b03a00"], "#000000"


def at_x(followers):
    return along(followers, FOLLOWERS, LEFT, RIGHT)


def at_y(rate):
    return along(rate, RATES, BOTTOM, TOP)


def inside(followers, rate):
    return FOLLOWERS[0] <= followers <= FOLLOWERS[1] and RATES[0] <= rate <= RATES[1]


def axes():
    drawn = []
    names = ["1k", "10k", "100k", "1M", "10M", "100M", "1B"]
    for power, name in enumerate(names, start=3):
        x = at_x(10**power)
        drawn.append(f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{BOTTOM}"/>')
        drawn.append(f'<text x="{x:.1f}" y="{BOTTOM + 18}" text-anchor="middle">{name}</text>')
    for rate, name in ((1e-5, "0.001%"), (1e-4, "0.01%"), (1e-3, "0.1%"), (1e-2, "1%"), (1e-1, "10%"), (1, "100%")):
        y = at_y(rate)
        drawn.append(f'<line class="grid" x1="{LEFT}" x2="{RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
        drawn.append(f'<text x="{LEFT - 8}" y="{y + 4.5:.1f}" text-anchor="end">{name}</text>')
    middle = (LEFT + RIGHT) / 2
    drawn.append(f'<text x="{middle:.0f}" y="{BOTTOM + 42}" text-anchor="middle">followers, people</text>')
    return drawn


def dots(groups):
    """A keyed choice of the accounts, so that the picture stays small and is the same each time."""
    every = [(row, group) for group, rows in groups.items() for row in rows]
    shown = sorted(every, key=lambda each: each[0].key)[:MOST_DOTS]
    drawn = []
    for group in groups:
        places = [(math.exp(row.x), math.exp(row.y)) for row, its in shown if its == group]
        circles = [f'<circle cx="{at_x(x):.0f}" cy="{at_y(y):.0f}" r="2"/>' for x, y in places if inside(x, y)]
        drawn += [f'<g fill="{REAL[group]}" fill-opacity="0.18">', *circles, "</g>"]
    return drawn, sum(line.startswith("<circle") for line in drawn)


def path(points):
    return " ".join(f"{at_x(x):.1f},{at_y(y):.1f}" for x, y in points)


def quartile_band(quartiles, colour):
    """Quartiles beyond the axes are drawn at their ends."""
    lower, median, upper = ([(row[0], min(max(row[column], RATES[0]), RATES[1])) for row in quartiles] for column in (1, 2, 3))
    return [f'<polygon points="{path(lower + upper[::-1])}" fill="{colour}" fill-opacity="0.22"/>',
            f'<polyline points="{path(median)}" fill="none" stroke="{colour}" stroke-width="2.5"/>']


def simulated(points, colour, dash):
    drawn = [f'<polyline points="{path([(p["followers"], p["mean"]) for p in points])}" fill="none" stroke="{colour}" '
             f'stroke-width="1.75" stroke-dasharray="{dash}"/>']
    for point in points:
        x, low, high = at_x(point["followers"]), *(at_y(max(point[end], RATES[0])) for end in ("low", "high"))
        drawn.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{low:.1f}" y2="{high:.1f}" stroke="{colour}" stroke-width="2.5"/>')
        drawn.append(f'<circle cx="{x:.1f}" cy="{at_y(point["mean"]):.1f}" r="4.5" fill="{colour}"/>')
    return drawn


def diamond(x, y):
    return f'<path d="M{x:.1f} {y - 6:.1f} l6 6 l-6 6 l-6 -6 z" fill="white" stroke="{INDUSTRY}" stroke-width="1.75"/>'


def legend(shown, replicates):
    def entry(x, y, mark, text):
        return [mark, f'<text x="{x + 34}" y="{y + 4.5}">{text}</text>']

    def stroke(x, y, colour, dash="none"):
        return f'<line x1="{x}" x2="{x + 26}" y1="{y}" y2="{y}" stroke="{colour}" stroke-width="2.5" stroke-dasharray="{dash}"/>'

    left, right = LEFT, 500
    drawn = [f'<text x="{left}" y="62.5">{shown:,} real accounts at random; median and middle half of all:</text>']
    for number, (group, colour) in enumerate(REAL.items()):
        drawn += entry(left + 130 * number, 80, stroke(left + 130 * number, 80, colour), group)
    return [*drawn, *entry(left, 102, diamond(left + 13, 102), "industry table, nano to mega"),
            *entry(right, 58, stroke(right, 58, SIMULATED[0]), "simulated, ten million people"),
            *entry(right, 80, stroke(right, 80, SIMULATED[1], "6 3"), "simulated, two billion people"),
            f'<text x="{right + 34}" y="106.5">bars: 95% over {replicates} replicates</text>']


def picture(platform, groups, quartiles, markets, industry, replicates):
    """groups: accounts by source; quartiles: (followers, lower, median, upper) by source; markets: points of each;
    industry: (followers, percent)."""
    circles, shown = dots(groups)
    drawn = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img">',
             f"<title>Engagement by audience on {platform}</title>",
             "<desc>Engagements per post in percent of followers against followers, both on logarithmic axes: real accounts with "
             "their running quartiles, simulated means with intervals, and the industry's table.</desc>",
             f"<style>{STYLE}</style>", f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
             f'<text class="title" x="20" y="30">{platform}: engagements of a post, in percent of followers</text>', *axes(), *circles]
    for group, found in quartiles.items():
        drawn += quartile_band(found, REAL[group])
    for points, colour, dash in zip(markets, SIMULATED, ("none", "6 3")):
        drawn += simulated(points, colour, dash)
    drawn += [diamond(at_x(x), at_y(rate / 100)) for x, rate in industry]
    return "\n".join(drawn + legend(shown, replicates) + ["</svg>"]) + "\n"

"""The pictures of docs/performance.md (SVG)."""
import math

from log_picture import STYLE, along

WIDTH, LEFT, RIGHT, TOP = 920, 90, 880, 70
# Okabe and Ito's colours, which readers without red or green tell apart.
COLOURS = ["#0072b2", "#d55e00", "#767676"]


def decades(values):
    """The powers of ten around the values, one decade at least."""
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return 10.0**low, 10.0 ** max(high, low + 1)


def ticks(ends):
    low, high = (round(math.log10(end)) for end in ends)
    return [10.0**power for power in range(low, high + 1)]


def short(value):
    for unit, name in ((1e9, " G"), (1e6, " M"), (1e3, " k")):
        if value >= unit:
            return f"{value / unit:g}{name}"
    return f"{value:g}"


def picture(title, height, drawn):
    return "\n".join([f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{title}">',
                      f"<style>{STYLE}</style>", f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
                      f'<text class="title" x="20" y="32">{title}</text>', *drawn, "</svg>"]) + "\n"


def growth(runs):
    """Nanoseconds an exposure over accounts, on one thread and on all, beside one random read."""
    height, bottom = 460, 390
    curves = [("one thread", [run["one_thread"]["ns_per_exposure"] for run in runs]),
              (f"{runs[0]['threads']} threads", [run["all_threads"]["ns_per_exposure"] for run in runs]),
              ("one random 64-byte read, one thread", [1e9 / run["bounds_one_thread"]["random_reads_per_second"] for run in runs])]
    across = decades([run["accounts"] for run in runs])
    up = decades([value for _, values in curves for value in values])
    drawn = []
    for tick in ticks(across):
        x = along(tick, across, LEFT, RIGHT)
        drawn.append(f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{bottom}"/>')
        drawn.append(f'<text x="{x:.1f}" y="{bottom + 20}" text-anchor="middle">{short(tick)}</text>')
    for tick in ticks(up):
        y = along(tick, up, bottom, TOP)
        drawn.append(f'<line class="grid" x1="{LEFT}" x2="{RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
        drawn.append(f'<text x="{LEFT - 8}" y="{y + 4.5:.1f}" text-anchor="end">{short(tick)}</text>')
    drawn.append(f'<text x="{(LEFT + RIGHT) / 2:.0f}" y="{bottom + 42}" text-anchor="middle">accounts</text>')
    drawn.append(f'<text x="{LEFT - 70}" y="{TOP - 14}">ns an exposure</text>')
    for (name, values), colour in zip(curves, COLOURS):
        places = [(along(run["accounts"], across, LEFT, RIGHT), along(value, up, bottom, TOP)) for run, value in zip(runs, values)]
        drawn.append(f'<polyline fill="none" stroke="{colour}" stroke-width="2.5" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in places)}"/>')
        drawn += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>' for x, y in places]
        drawn += [f'<text x="{x:.1f}" y="{y - 9:.1f}" text-anchor="middle">{value:.3g}</text>' for (x, y), value in zip(places, values)]
    for n, ((name, _), colour) in enumerate(zip(curves, COLOURS)):
        x = LEFT + n * 190
        drawn.append(f'<rect x="{x}" y="{height - 20}" width="14" height="4" fill="{colour}"/><text x="{x + 20}" y="{height - 14}">{name}</text>')
    return picture("Cost of an exposure in a whole day", height, drawn)


def rates(runs):
    """Deliveries and exposures a second beside their bounds, on one thread and on all, for each size."""
    bars = []
    for run in runs:
        for name, threads in (("one_thread", 1), ("all_threads", run["threads"])):
            of, bounds = run[name], run[f"bounds_{name}"]
            where = f"{short(run['accounts'])} accounts, {threads} thread{'s' if threads > 1 else ''}"
            bars.append((where, [("deliveries shown", of["deliveries_per_second_showing"], COLOURS[0]),
                                 ("SIMD bare loop", bounds["bare_loop_simd_per_second"], COLOURS[2]),
                                 ("exposures, whole day", of["exposures_per_second"], COLOURS[1]),
                                 ("half the random reads", bounds["random_reads_per_second"] / 2, COLOURS[2])]))
    names, bottom = 330, TOP + 92 * len(bars)
    ends = decades([value for _, group in bars for _, value, _ in group])
    drawn = []
    for tick in ticks(ends):
        x = along(tick, ends, names, RIGHT)
        drawn.append(f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP - 10}" y2="{bottom}"/>')
        drawn.append(f'<text x="{x:.1f}" y="{bottom + 20}" text-anchor="middle">{short(tick)}/s</text>')
    for n, (where, group) in enumerate(bars):
        y = TOP + 92 * n
        drawn.append(f'<text x="20" y="{y + 44}">{where.split(", ")[0]}</text><text x="20" y="{y + 62}">{where.split(", ")[1]}</text>')
        for k, (name, value, colour) in enumerate(group):
            end = along(value, ends, names, RIGHT)
            top = y + 4 + 20 * k
            drawn.append(f'<rect x="{names}" y="{top}" width="{end - names:.1f}" height="15" fill="{colour}"/>')
            drawn.append(f'<text x="{names - 8}" y="{top + 12}" text-anchor="end">{name}</text>')
            # Inside where the bar ends at the picture's edge.
            inside = end > RIGHT - 90
            fill = ' style="fill: #ffffff"' if inside else ""
            drawn.append(f'<text x="{end + (-6 if inside else 6):.1f}" y="{top + 12}"{" text-anchor=" + chr(34) + "end" + chr(34) if inside else ""}'
                         f'{fill}>{short(float(f"{value:.3g}"))}/s</text>')
    return picture("Rates beside what the machine can do at most", bottom + 40, drawn)

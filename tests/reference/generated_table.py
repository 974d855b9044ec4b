#!/usr/bin/env python3
"""Rewrites the table of targets and generated graphs in docs/graph.md and its picture.

  python3 tests/reference/generated_table.py build/release/clout [--large]

Generates with the default settings and seed 1 at 100,000 and 1,000,000 accounts, with --large at 10,000,000 too (ten
minutes or more and about 10 GB on two cores); describes each, and keeps the figures in tests/reference/generated.json. Sizes that are not
measured this time keep their column. The picture shows the million beside the real graphs of scenarios/data.
Exits with 1 if a target is missed.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "graph.md"
PICTURE = ROOT / "docs" / "pictures" / "degrees.svg"
KEPT = ROOT / "tests" / "reference" / "generated.json"
REAL = sorted(str(path) for path in (ROOT / "scenarios" / "data" / "graphs").glob("*.gz"))
BEGIN, END = "<!-- table by tests/reference/generated_table.py -->\n", "<!-- end of table -->\n"
SIZES, LARGE, PICTURED = (100_000, 1_000_000), 10_000_000, 1_000_000
# Figures without a target that a reader misses otherwise.
BESIDE = ["silent_share", "audience_tail_xmin", "largest_weak"]
REAL_SHOWN = 3  # published values in a row, at most


def column(clout, accounts, folder):
    """What is kept of one size: figures by key, the missed targets, fingerprint; and the published networks' values."""
    file = str(pathlib.Path(folder) / "generated.h5")
    run = lambda *words: json.loads(subprocess.run([clout, "graph", *words, "--json"], check=True, stdout=subprocess.PIPE,
                                                   stderr=subprocess.DEVNULL, text=True).stdout)
    made = run("generate", "--accounts", str(accounts), "--seed", "1", "-o", file)
    pictured = [*REAL, "--plot", str(PICTURE)] if accounts == PICTURED else []
    described = run("describe", file, *pictured)
    graph = described["graphs"][0]
    kept = {"accounts": made["accounts"], "follows": made["follows"], "fingerprint": made["fingerprint"],
            "figures": {each["key"]: {name: each[name] for name in ("value", "standard_error", "target") if name in each}
                        for each in graph["figures"]},
            "missed": graph["missed"]}
    return kept, described["published"]


def number(value):
    if value is None:
        return ""
    return f"{value:,.1f}" if abs(value) >= 10 else f"{value:.3f}" if abs(value) >= 1 else f"{value:.3g}"


def cell(kept, key):
    figure = kept["figures"].get(key)
    if figure is None or figure["value"] is None:
        return ""
    error = figure["standard_error"]
    text = number(figure["value"]) + (f" ± {error:.2g}" if error else "")
    return f"{text}, **missed**" if key in kept["missed"] else text


def table(columns, published):
    first = next(iter(columns.values()))["figures"]
    lines = ["| figure | target | " + " | ".join(f"{kept['accounts']:,}" for kept in columns.values()) + " | real networks |",
             "|" + "---|" * (len(columns) + 3),
             "| follows | | " + " | ".join(f"{kept['follows']:,}" for kept in columns.values()) + " | |"]
    for key, figure in first.items():
        target = figure.get("target")
        if target is None and key not in BESIDE:
            continue
        wanted = "" if target is None else f"{target[0]:g} .. {target[1]:g}"
        real = [f"{each['name']} {number(each['values'][key])}" for each in published if key in each["values"]]
        cells = " | ".join(cell(kept, key) for kept in columns.values())
        lines.append(f"| `{key}` | {wanted} | {cells} | {', '.join(real[:REAL_SHOWN])} |")
    prints = " | ".join(f"`{kept['fingerprint']}`" for kept in columns.values())
    return "\n".join([*lines, f"| fingerprint | | {prints} | |"])


def main(clout, large):
    columns = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    published = []
    for accounts in (*SIZES, *([LARGE] if large else [])):
        with tempfile.TemporaryDirectory() as folder:
            columns[str(accounts)], published = column(clout, accounts, folder)
    columns = dict(sorted(columns.items(), key=lambda item: int(item[0])))
    KEPT.write_text(json.dumps(columns, indent=1) + "\n")
    page = PAGE.read_text()
    head, tail = page.split(BEGIN)[0], page.split(END)[1]
    PAGE.write_text(head + BEGIN + "\n" + table(columns, published) + "\n\n" + END + tail)
    missed = [f"{kept['accounts']:,} accounts: {key} missed" for kept in columns.values() for key in kept["missed"]]
    print("\n".join(missed) or "every target is met")
    return 1 if missed else 0


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[2:] not in ([], ["--large"]):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:] == ["--large"]))

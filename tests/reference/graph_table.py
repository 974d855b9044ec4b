#!/usr/bin/env python3
"""Rewrites the table "ours vs igraph and networkx" in docs/graph-statistics.md and its picture.

  python3 tests/reference/graph_table.py build/release/clout

Ours come from `clout graph describe --json`, theirs from tests/reference/graphs.json. Exits with 1 if an exact figure differs
by more than a relative 1e-9, an exponent by more than 1e-6, a sampled one by more than 4.5 standard errors, or a Louvain modularity
falls short of the median of igraph's runs by more than 2%.
"""
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "graph-statistics.md"
PICTURE = ROOT / "docs" / "pictures" / "real-degrees.svg"
BEGIN, END = "<!-- table by tests/reference/graph_table.py -->\n", "<!-- end of table -->\n"
GRAPHS = {"soc-Epinions1": "follower-followee", "wiki-Vote": "follower-followee",
          "twitter-topic-a": "followee-follower", "twitter-topic-b": "followee-follower"}
# our key: (key in graphs.json, who)
FIGURES = {
    "mean_follows": (lambda r: r["follows"] / r["accounts"], "igraph"),
    "silent_share": ("silent_share", "igraph"),
    "audience_tail_top_percent": (lambda r: r["tail_top_percent"]["alpha"], "numpy, direct fit"),
    "sd_ln_followers": ("sd_ln_followers", "numpy"),
    "sd_ln_follows": ("sd_ln_follows", "numpy"),
    "largest_audience": ("largest_audience", "igraph"),
    "audience_gini": ("gini_followers", "numpy"),
    "top_percent_share": ("top_percent_share", "python"),
    "reciprocity": ("reciprocity", "igraph"),
    "transitivity": ("transitivity", "igraph"),
    "local_clustering": ("local_clustering", "igraph"),
    "local_clustering_all": ("local_clustering_all", "networkx"),
    "closure": ("closure", "python sets"),
    "assortativity_in_in": ("assortativity_in_in", "numpy"),
    "assortativity_out_in": ("assortativity_out_in", "igraph"),
    "assortativity_undirected": ("assortativity_undirected", "igraph"),
    "spearman_in_out": ("spearman_in_out", "numpy"),
    "modularity_louvain": ("louvain_modularity", "igraph, median of 9"),
    "weak_components": ("weak_components", "igraph"),
    "largest_weak": (lambda r: r["weak_sizes"][0] / r["accounts"], "igraph"),
    "strong_components": ("strong_components", "igraph"),
    "largest_strong": (lambda r: r["strong_sizes"][0] / r["accounts"], "igraph, networkx"),
    "mean_distance": ("mean_distance", "igraph, all sources"),
}


def agree(key, figure, theirs):
    ours = figure["value"]
    if key == "modularity_louvain":
        return ours > 0.98 * theirs
    if key == "audience_tail_top_percent":  # its standard error is of the exponent, not of the calculation
        return abs(ours / theirs - 1) < 1e-6
    if figure["samples"]:
        return abs(ours - theirs) < 4.5 * figure["standard_error"]
    return abs(ours - theirs) <= 1e-9 * abs(theirs)


def cell(key, figure, theirs):
    ours = f"{figure['value']:.7g}"
    if figure["samples"] and key != "audience_tail_top_percent":
        ours += f" ± {figure['standard_error']:.2g}"
    return f"{ours} / {theirs:.7g}"


def main(clout):
    theirs = json.loads((ROOT / "tests" / "reference" / "graphs.json").read_text())
    rows = {key: [] for key in FIGURES}
    wrong = []
    for name, direction in GRAPHS.items():
        file = ROOT / "scenarios" / "data" / "graphs" / f"{name}.txt.gz"
        out = subprocess.run([clout, "graph", "describe", str(file), "--direction", direction, "--json"],
                             check=True, capture_output=True, text=True).stdout
        ours = {figure["key"]: figure for figure in json.loads(out)["graphs"][0]["figures"]}
        for key, (where, _) in FIGURES.items():
            value = where(theirs[name]) if callable(where) else theirs[name][where]
            rows[key].append(cell(key, ours[key], value))
            if not agree(key, ours[key], value):
                wrong.append(f"{name}: {key}: {ours[key]['value']} against {value}")
    table = [f"| ours / theirs | {' | '.join(GRAPHS)} | theirs by |", "|" + "---|" * (len(GRAPHS) + 2)]
    table += [f"| `{key}` | {' | '.join(cells)} | {FIGURES[key][1]} |" for key, cells in rows.items()]
    page = PAGE.read_text()
    head, tail = page.split(BEGIN)[0], page.split(END)[1]
    PAGE.write_text(head + BEGIN + f"\n{theirs['made_by'].split(', ', 1)[1]}:\n\n" + "\n".join(table) + "\n\n" + END + tail)
    files = [str(ROOT / "scenarios" / "data" / "graphs" / f"{name}.txt.gz") for name in GRAPHS]
    subprocess.run([clout, "graph", "describe", *files, "--plot", str(PICTURE)], check=True, capture_output=True)
    print("\n".join(wrong) or f"{len(FIGURES) * len(GRAPHS)} figures agree")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

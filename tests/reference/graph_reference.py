#!/usr/bin/env python3
"""Exact statistics of the real graphs by igraph, networkx and numpy, as JSON: what our own figures are compared with.

  python3 tests/reference/graph_reference.py > tests/reference/graphs.json      (15 minutes, most of it
all shortest paths of Epinions; names of graphs may be given to do only those)

Needs Debian's python3-igraph, python3-networkx and python3-numpy. Every figure follows the definition in
docs/graph-statistics.md; the comment behind it says which library gave it. Nothing here shares code with ours.
"""
import gzip
import json
import math
import pathlib
import random
import statistics
import sys

import igraph
import networkx
import numpy

DATA = pathlib.Path(__file__).resolve().parents[2] / "scenarios" / "data" / "graphs"
# file: does column 1 follow column 2?
GRAPHS = {
    "twitter-topic-b": False,
    "twitter-topic-a": False,
    "wiki-Vote": True,
    "soc-Epinions1": True,
}


def read(name, first_follows):
    """Accounts numbered by rising id; follows (follower, followee), no duplicates, no loops."""
    rows = []
    with gzip.open(DATA / f"{name}.txt.gz", "rt") as file:
        for line in file:
            if not line.startswith("#"):
                a, b = map(int, line.split()[:2])
                rows.append((a, b) if first_follows else (b, a))
    number = {label: i for i, label in enumerate(sorted({end for row in rows for end in row}))}
    follows = sorted({(number[u], number[v]) for u, v in rows if u != v})
    return len(number), follows


def gini(x):
    x = numpy.sort(numpy.asarray(x, dtype=float))
    return float(2 * (numpy.arange(1, len(x) + 1) * x).sum() / (len(x) * x.sum()) - (len(x) + 1) / len(x))


def sd_of_log(x):
    x = numpy.asarray(x, dtype=float)
    return float(numpy.std(numpy.log(x[x > 0])))


def ranks(x):
    """Ranks from 1, ties sharing their mean."""
    _, inverse, counts = numpy.unique(x, return_inverse=True, return_counts=True)
    ends = numpy.cumsum(counts)
    return (ends - (counts - 1) / 2)[inverse]


def zeta_table(alpha, xmin, xmax):
    """sum over k >= x of k^-alpha for x = xmin .. xmax+1: added up directly to 2 million, an integral beyond."""
    last = 2_000_000
    k = numpy.arange(xmin, last, dtype=float)
    terms = k**-alpha
    rest = last ** (1 - alpha) / (alpha - 1) + 0.5 * last**-alpha + alpha * last ** (-alpha - 1) / 12
    sums = numpy.cumsum(terms[::-1])[::-1] + rest
    return sums[: xmax + 2 - xmin]


def tail(degrees, xmin):
    """Clauset, Shalizi & Newman's discrete fit from a given cut-off, the slow and direct way."""
    x = numpy.asarray([d for d in degrees if d >= xmin])
    xmax = int(x.max())
    log_sum = float(numpy.log(x).sum())

    def minus_log_likelihood(alpha):
        return len(x) * math.log(zeta_table(alpha, xmin, xmin)[0]) + alpha * log_sum

    low, high = 1.01, 30.0
    step = (math.sqrt(5) - 1) / 2
    while high - low > 1e-9:  # golden section
        a, b = high - step * (high - low), low + step * (high - low)
        if minus_log_likelihood(a) < minus_log_likelihood(b):
            high = b
        else:
            low = a
    alpha = (low + high) / 2
    sums = zeta_table(alpha, xmin, xmax)
    fitted = sums / sums[0]
    counts = numpy.bincount(x, minlength=xmax + 2)[xmin:]
    empirical = numpy.cumsum(counts[::-1])[::-1] / len(x)
    return {"alpha": alpha, "xmin": int(xmin), "accounts": len(x), "ks": float(abs(empirical - fitted).max())}


def top_percent_cut(degrees):
    return int(sorted(degrees, reverse=True)[math.ceil(len(degrees) / 100) - 1])


def louvain(undirected):
    """Its result depends on the order of visits: the modularity and number of communities of nine orders."""
    igraph.set_random_number_generator(random)
    found = []
    for seed in range(9):
        random.seed(seed)
        communities = undirected.community_multilevel()
        found.append((communities.modularity, len(communities)))
    return found


def summary(name, first_follows):
    accounts, follows = read(name, first_follows)
    directed = igraph.Graph(n=accounts, edges=follows, directed=True)
    undirected = directed.as_undirected(mode="collapse")
    nx_undirected = networkx.Graph()
    nx_undirected.add_nodes_from(range(accounts))
    nx_undirected.add_edges_from(follows)
    nx_directed = networkx.DiGraph()
    nx_directed.add_nodes_from(range(accounts))
    nx_directed.add_edges_from(follows)
    ins, outs = directed.indegree(), directed.outdegree()
    pairs = numpy.asarray(follows)
    in_array, out_array = numpy.asarray(ins, dtype=float), numpy.asarray(outs, dtype=float)
    weak = directed.connected_components(mode="weak")
    strong = directed.connected_components(mode="strong")
    top = sorted(ins, reverse=True)[: math.ceil(accounts / 100)]
    fitted = igraph.power_law_fit([d for d in ins if d > 0], method="discrete")
    two_paths = int(in_array @ out_array) - sum(directed.is_mutual(directed.es))
    followee_sets = [set(directed.successors(u)) for u in range(accounts)]
    follower_sets = [set(directed.predecessors(w)) for w in range(accounts)]
    closed = sum(len(followee_sets[u] & follower_sets[w]) for u, w in follows)
    parity = [i % 5 for i in range(accounts)]
    louvains = louvain(undirected)
    histogram = directed.path_length_hist(directed=True)
    distance_counts = [bin[2] for bin in histogram.bins()]
    pagerank = directed.pagerank(damping=0.85)
    cores = undirected.coreness()
    return {
        "accounts": accounts,
        "follows": len(follows),
        "largest_audience": max(ins),  # igraph
        "gini_followers": gini(ins),  # numpy
        "gini_follows": gini(outs),
        "top_percent_share": sum(top) / len(follows),  # python
        "sd_ln_followers": sd_of_log(ins),  # numpy
        "sd_ln_follows": sd_of_log(outs),
        "silent_share": sum(d == 0 for d in outs) / accounts,
        "reciprocity": directed.reciprocity(),  # igraph
        "transitivity": undirected.transitivity_undirected(),  # igraph
        "local_clustering": undirected.transitivity_avglocal_undirected(mode="nan"),  # igraph
        "local_clustering_all": networkx.average_clustering(nx_undirected),  # networkx
        "closure": closed / two_paths,  # python sets
        "assortativity_in_in": float(numpy.corrcoef(in_array[pairs[:, 0]], in_array[pairs[:, 1]])[0, 1]),  # numpy
        "assortativity_out_in": directed.assortativity_degree(directed=True),  # igraph
        "assortativity_undirected": undirected.assortativity_degree(directed=False),  # igraph
        "spearman_in_out": float(numpy.corrcoef(ranks(ins), ranks(outs))[0, 1]),  # numpy
        "weak_components": len(weak),  # igraph
        "weak_sizes": sorted(weak.sizes(), reverse=True)[:5],
        "strong_components": len(strong),
        "strong_sizes": sorted(strong.sizes(), reverse=True)[:5],
        "strong_largest_networkx": max(map(len, networkx.strongly_connected_components(nx_directed))),
        "mean_distance": sum(d * c for d, c in enumerate(distance_counts, 1)) / sum(distance_counts),
        "pairs_at_distance": [int(count) for count in distance_counts],  # igraph, from distance 1
        "modularity_by_id_mod_5": undirected.modularity(parity),  # igraph
        "directed_modularity_by_id_mod_5": networkx.algorithms.community.modularity(
            nx_directed, [[i for i in range(accounts) if i % 5 == p] for p in range(5)]),  # networkx
        "louvain_modularity": statistics.median(each[0] for each in louvains),  # igraph, of nine runs
        "louvain_modularity_range": [min(louvains)[0], max(louvains)[0]],
        "igraph_power_law": {"alpha": fitted.alpha, "xmin": fitted.xmin, "ks": fitted.D},  # igraph (plfit)
        "tail_at_igraph_xmin": tail(ins, int(fitted.xmin)),  # numpy, direct
        "tail_top_percent": tail(ins, max(1, top_percent_cut(ins))),
        "tail_follows_top_percent": tail(outs, max(1, top_percent_cut(outs))),
        "pagerank_first_20": pagerank[:20],  # igraph
        "pagerank_largest": max(pagerank),
        "coreness_max": max(cores),  # igraph
        "coreness_sum": sum(cores),
    }


if __name__ == "__main__":
    result = {"made_by": f"tests/reference/graph_reference.py, igraph {igraph.__version__}, "
                         f"networkx {networkx.__version__}, numpy {numpy.__version__}"}
    for name in sys.argv[1:] or GRAPHS:
        print(name, file=sys.stderr)
        result[name] = summary(name, GRAPHS[name])
    json.dump(result, sys.stdout, indent=1)
    print()

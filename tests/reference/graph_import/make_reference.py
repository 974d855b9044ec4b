"""Counts of the real graphs by networkx and igraph, for tests/graph/real_graphs_test.cpp.

Made with:  python3 tests/reference/graph_import/make_reference.py > tests/reference/graph_import/real_graphs.csv
Needs python3-networkx and python3-igraph. in_degree counts edges that end at an account, out_degree those that leave it,
first column to second, without duplicates and self-loops. Both libraries must agree.
"""

import gzip
import pathlib
import sys

import igraph
import networkx

GRAPHS = pathlib.Path(__file__).resolve().parents[3] / "scenarios" / "data" / "graphs"
NAMES = ["soc-Epinions1", "twitter-topic-a", "twitter-topic-b", "wiki-Vote"]


def by_networkx(path):
    graph = networkx.read_edgelist(path, create_using=networkx.DiGraph, comments="#")
    edges = graph.number_of_edges()
    graph.remove_edges_from(list(networkx.selfloop_edges(graph)))
    reciprocal = sum(graph.has_edge(v, u) for u, v in graph.edges)
    return [graph.number_of_nodes(), graph.number_of_edges(), edges - graph.number_of_edges(),
            max(d for _, d in graph.in_degree), max(d for _, d in graph.out_degree), reciprocal]


def by_igraph(path):
    with gzip.open(path, "rt") as lines:
        edges = [line.split() for line in lines if not line.startswith("#")]
    graph = igraph.Graph.TupleList(edges, directed=True)
    graph.simplify(loops=False)
    total = graph.ecount()
    graph.simplify()
    return [graph.vcount(), graph.ecount(), total - graph.ecount(), max(graph.indegree()), max(graph.outdegree()),
            sum(graph.is_mutual())]


print("graph,accounts,follows,self_loops,most_in,most_out,reciprocated_edges")
for name in NAMES:
    path = GRAPHS / f"{name}.txt.gz"
    first, second = by_networkx(path), by_igraph(path)
    if first != second:
        sys.exit(f"{name}: networkx says {first}, igraph {second}")
    print(",".join([name, *map(str, first)]))

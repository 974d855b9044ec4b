"""Graph generators that are at hand elsewhere, beside `clout graph generate`, in one run on one machine.

igraph's static power law graph gets clout's numbers of accounts and follows and its tail exponents. networkx makes its
directed scale-free graph (Bollobas et al. 2003) with as many accounts; it has no setting for the density. Rates
are edges per second of processor time, all threads counted. Beside each stands what its graph has of what makes a follower
graph social: reciprocity (share of edges whose reverse exists), transitivity and mean local clustering of the undirected
projection. A library that cannot be imported is left out, which is said.
"""
import json
import pathlib
import subprocess
import tempfile
import time

AUDIENCE_EXPONENT, FOLLOWS_EXPONENT = 2.3, 3.3  # of the generator's graphs (docs/graph.md)


def row(name, accounts, edges, cpu_seconds, reciprocity, transitivity, local_clustering):
    return {"generator": name, "accounts": accounts, "edges": edges, "cpu_seconds": cpu_seconds,
            "edges_per_cpu_second": edges / cpu_seconds, "reciprocity": reciprocity,
            "transitivity": transitivity, "local_clustering": local_clustering}


def of_clout(clout, accounts):
    with tempfile.TemporaryDirectory() as folder:
        file = str(pathlib.Path(folder) / "graph.h5")
        run = lambda *words: json.loads(subprocess.run([clout, "graph", *words, "--json"], check=True,
                                                       capture_output=True, text=True).stdout)
        made = run("generate", "--accounts", str(accounts), "-o", file)
        figures = {each["key"]: each["value"] for each in run("describe", file)["graphs"][0]["figures"]}
    return row("clout", made["accounts"], made["follows"], made["cpu_seconds"], figures["reciprocity"],
               figures["transitivity"], figures["local_clustering"])


def measured_by_igraph(name, graph, cpu_seconds):
    reciprocity = graph.reciprocity()
    projection = graph.as_undirected(mode="collapse")
    return row(name, graph.vcount(), graph.ecount(), cpu_seconds, reciprocity, projection.transitivity_undirected(),
               projection.transitivity_avglocal_undirected(mode="nan"))


def of_igraph(igraph, accounts, edges):
    start = time.process_time()
    graph = igraph.Graph.Static_Power_Law(accounts, edges, FOLLOWS_EXPONENT, AUDIENCE_EXPONENT, loops=False,
                                          multiple=False, finite_size_correction=True)
    return measured_by_igraph("igraph static power law", graph, time.process_time() - start)


def of_networkx(networkx, igraph, accounts):
    start = time.process_time()
    graph = networkx.scale_free_graph(accounts, seed=1)
    seconds = time.process_time() - start
    edges = sorted({(u, v) for u, v in graph.edges() if u != v})  # it makes parallel edges and loops; the others do not
    return measured_by_igraph("networkx scale-free", igraph.Graph(accounts, edges, directed=True), seconds)


def rows_of(clout, accounts, left_out):
    """A row for each generator. left_out: a list that takes what is missing, as full sentences."""
    rows = [of_clout(clout, accounts)]
    try:
        import igraph
    except ImportError:
        left_out.append("igraph cannot be imported (Debian: python3-igraph): other generators are left out.")
        return rows
    rows.append(of_igraph(igraph, rows[0]["accounts"], rows[0]["edges"]))
    try:
        import networkx
    except ImportError:
        left_out.append("networkx cannot be imported (Debian: python3-networkx): its generator is left out.")
        return rows
    rows.append(of_networkx(networkx, igraph, accounts))
    return rows


def text(rows):
    lines = [f"{'generator':<26} {'accounts':>9} {'edges':>11} {'CPU s':>7} {'M edges/CPU s':>14} {'reciprocity':>12}"
             f" {'transitivity':>13} {'local clustering':>17}"]
    for each in rows:
        lines.append(f"{each['generator']:<26} {each['accounts']:>9,} {each['edges']:>11,} {each['cpu_seconds']:>7.2f}"
                     f" {each['edges_per_cpu_second'] * 1e-6:>14.3f} {each['reciprocity']:>12.4f} {each['transitivity']:>13.5f}"
                     f" {each['local_clustering']:>17.4f}")
    return "\n".join(lines)

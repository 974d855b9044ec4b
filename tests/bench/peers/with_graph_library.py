"""The push by the graph libraries of Python: a loop over the successors of each author, trust as an attribute of the edge."""
import random

import workload


def edges_of(work, authors):
    """Follows of those who post, from the followed to the follower: as far as a post can run."""
    return ((author, int(follower)) for author in authors
            for follower in work.rows[work.offsets[author]:work.offsets[author + 1]])


def authors_of(work):
    return sorted({int(author) for day in work.posts for author in day})


def run_networkx(work, seconds, _threads):
    import networkx

    graph = networkx.DiGraph()
    graph.add_nodes_from(range(len(work.offsets) - 1))
    graph.add_edges_from(edges_of(work, authors_of(work)), trust=workload.FIRST_TRUST)
    draw = random.Random(1).random

    def run_day(day):
        deliveries = seen = 0
        for author in work.posts[day]:
            for edge in graph.adj[int(author)].values():
                deliveries += 1
                if draw() * edge["trust"] > workload.SEEN_ABOVE:
                    edge["trust"] *= workload.KEPT_TRUST
                    seen += 1
        return deliveries, seen

    return workload.until(seconds, work.days, run_day)


def run_igraph(work, seconds, _threads):
    import igraph

    edges = list(edges_of(work, authors_of(work)))
    graph = igraph.Graph(len(work.offsets) - 1, edges, directed=True)
    trust = [workload.FIRST_TRUST] * len(edges)  # an attribute that is a list: edge["trust"] is slower still
    draw = random.Random(1).random

    def run_day(day):
        deliveries = seen = 0
        for author in work.posts[day]:
            for edge in graph.incident(int(author), mode="out"):
                deliveries += 1
                if draw() * trust[edge] > workload.SEEN_ABOVE:
                    trust[edge] *= workload.KEPT_TRUST
                    seen += 1
        return deliveries, seen

    return workload.until(seconds, work.days, run_day)

"""The push workload, run by clout and by every peer that is at hand, on the same graph and posts."""
import functools
import importlib
import json
import pathlib
import subprocess
import tempfile

import with_graph_library
import with_mason
import with_mesa
import with_numba
import with_numpy
import workload

# Measured elsewhere, on the machine of issue 7, by programs that are not at hand: shown as such, never compared.
PUBLISHED = {"MASON": 14e6, "Repast HPC": 1.2e6, "Mesa": 0.5e6}
LARGE, SMALL = "large", "small"


def peers(options, folder, left_out):
    """(name, threads, workload, run) of each peer; run(work, seconds, threads)."""
    def importable(module, package):
        try:
            importlib.import_module(module)
            return True
        except ImportError as problem:
            left_out.append(f"{module} cannot be imported ({package}): left out ({problem}).")
            return False

    found = []
    def add(name, threads, which, run):
        found.extend((name, count, which, run) for count in threads)

    both = sorted({1, options.threads})
    add("numpy", both, LARGE, with_numpy.run)
    if importable("numba", "Debian: python3-numba, see tests/bench/peers.py"):
        add("numba", both, LARGE, with_numba.run)
    if importable("igraph", "Debian: python3-igraph"):
        add("igraph, Python loop", [1], SMALL, with_graph_library.run_igraph)
    if importable("networkx", "Debian: python3-networkx"):
        add("NetworkX, Python loop", [1], SMALL, with_graph_library.run_networkx)
    if options.mesa:
        for form, which in (("lists", LARGE), ("agents", SMALL)):
            add(f"Mesa, {form}", [1], which, functools.partial(with_mesa.run, path=options.mesa, form=form))
    else:
        left_out.append("Mesa is left out: --mesa PATH names a checkout.")
    if options.mason:
        classes = with_mason.compiled(options.mason, folder)
        for form in ("arrays", "network"):
            add(f"MASON, {form}", both, LARGE, functools.partial(with_mason.run, classes=classes, form=form))
    else:
        left_out.append("MASON is left out: --mason PATH names a checkout.")
    left_out.append("Repast HPC is left out: there is no peer for it here.")
    return found


def exported(options, accounts, folder):
    """Clout's own figures, and the workload for the others."""
    command = [options.bench / "clout_drive_push", "--accounts", str(accounts), "--days", str(options.days), "--folder", folder,
               "--threads", str(options.threads)]
    own = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    stated = own["first_trust"], own["seen_above"], own["kept_trust"]
    if stated != (workload.FIRST_TRUST, workload.SEEN_ABOVE, workload.KEPT_TRUST):
        raise SystemExit(f"tests/bench/peers/workload.py and push_workload.hpp state different workloads: {stated}")
    return own, workload.Workload.read(folder, options.days)


def measured(options, left_out):
    """{"clout": by workload, "rows": of the peers}. Ends the program if a peer did other work than clout."""
    with tempfile.TemporaryDirectory() as folder:
        sizes = {LARGE: options.accounts}
        if options.small_accounts < options.accounts:
            sizes[SMALL] = options.small_accounts
        own, works = {}, {}
        for which, accounts in sizes.items():
            own[which], works[which] = exported(options, accounts, pathlib.Path(folder, which))
        problems, rows = [], []
        for which, of_clout in own.items():
            for row in of_clout["push"]:
                problems.append(workload.problem(works[which], row, shares(own)[which]))
        for name, threads, which, run in peers(options, folder, left_out):
            which = which if which in works else LARGE
            row = {"name": name, "threads": threads, "accounts": own[which]["accounts"], "follows": own[which]["follows"],
                   **run(works[which], options.seconds, threads)}
            row["deliveries_per_second"] = workload.rate(works[which], row)
            problems.append(workload.problem(works[which], row, shares(own)[which]))
            rows.append(row)
            del row["day_seconds"]
    if any(problems):
        raise SystemExit("\n".join(filter(None, problems)))
    return {"clout": own, "rows": rows, "published": PUBLISHED}


def shares(own):
    """Of the deliveries, those seen, by workload: clout's, where every delivery draws."""
    return {which: of_clout["push"][0]["seen"] / of_clout["push"][0]["deliveries"] for which, of_clout in own.items()}


def text(push):
    lines = [f"{'push, ' + 'days of the same posts':<34} {'accounts':>10} {'threads':>8} {'days':>5} {'M deliveries/s':>15}"]
    own = [{**row, "accounts": of_clout["accounts"]} for of_clout in push["clout"].values()
           for row in of_clout["push"] + of_clout["full_model"]]
    for row in own + push["rows"]:
        lines.append(f"{row['name']:<34} {row['accounts']:>10,} {row['threads']:>8} {row['days']:>5}"
                     f" {1e-6 * row['deliveries_per_second']:>15.2f}")
    return "\n".join(lines)

"""What docs/performance.md says, from what performance_measure.py gathered: pure functions of the results."""
import statistics

MILLION = 1e6
# What issue 7 asks of MASON's Network and of Mesa's agents; Repast HPC is not run by peers.py.
TIMES = {"MASON, network": 10, "MASON, arrays": 10, "Mesa, agents": 500, "Mesa, lists": 500}


def number(value, digits=3):
    """So many significant digits, without an exponent."""
    if value == 0:
        return "0"
    shown = f"{value:.{digits}g}"
    if "e" in shown or abs(value) >= 10**digits:
        return f"{round(value):,}"
    return shown


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows]) + "\n"


def size_name(run):
    accounts, follows = run["accounts"] / MILLION, run["follows"] / MILLION
    return f"{number(accounts)} M accounts, {number(follows)} M follows"


def market_of(results):
    """The run that targets for one market are held against: the largest of up to a million accounts."""
    return max((run for run in results["runs"] if run["accounts"] <= MILLION), key=lambda run: run["accounts"])


def large_of(results):
    """The run of ten million accounts, or None."""
    return next((run for run in results["runs"] if run["accounts"] >= 10 * MILLION), None)


def spent(seconds):
    return f"{number(seconds)} s" if seconds < 120 else f"{number(seconds / 60)} min"


def year_seconds(run):
    """One arm, one year, after generation: the market, its days on all threads, and writing."""
    return run["market_seconds"] + 365 * run["all_threads"]["day_seconds"] + run["writing"]["seconds"]


def ensemble_gains(of):
    """Times as fast on all threads, turn by turn: one program, and the bound, a program for each thread."""
    return {"program": [turn["one"] / turn["all"] for turn in of["turns"]],
            "bound": [of["threads"] * turn["alone"] / turn["beside"] for turn in of["turns"]]}


def middle_and_range(values):
    return f"{number(statistics.median(values))} ({number(min(values))} to {number(max(values))})"


def clout_push(results):
    """The faster of clout's ways on all threads, by workload."""
    return {which: max((row for row in own["push"] if row["threads"] == max(each["threads"] for each in own["push"])),
                       key=lambda row: row["deliveries_per_second"])
            for which, own in results["peers"]["push"]["clout"].items()}


def peer_targets(results):
    push = results["peers"]["push"]
    best = {}
    for row in push["rows"]:
        if row["name"] in TIMES:
            best[row["name"]] = max(best.get(row["name"], row), row, key=lambda each: each["deliveries_per_second"])
    for name, row in best.items():
        which = next(which for which, own in push["clout"].items() if own["accounts"] == row["accounts"])
        own = clout_push(results)[which]
        ratio = own["deliveries_per_second"] / row["deliveries_per_second"]
        yield (f"peer: {name}", f"shared push at least {TIMES[name]} times as fast",
               f"{number(ratio)} times ({own['name']}, {number(own['deliveries_per_second'] / MILLION)} M/s on {own['threads']} threads; "
               f"its {number(row['deliveries_per_second'] / MILLION)} M/s on {row['threads']})", ratio >= TIMES[name])
    names = " ".join(best)
    for name, rate in push["published"].items():
        if name not in names:
            yield (f"peer: {name}", "shared push, many times as fast",
                   f"not measured here; {number(rate / MILLION)} M/s, as measured elsewhere by others (issue 7)", None)


def targets(results):
    """(key, target, measured, met): met is None where nothing was measured, or nothing is judged."""
    market, large, study = market_of(results), large_of(results), results["study"]
    threads = market["threads"]
    size = size_name(market)
    rate = market["generation"]["follows_per_second"]
    yield ("generation", "15 M follows/s, sorted rows included", f"{number(rate / MILLION)} M/s, {threads} threads, {size}", rate >= 15e6)
    if large:
        seconds = large["generation"]["seconds"]
        yield ("generation, 500 M", "500 M follows in 40 s", f"{spent(seconds)} for {number(large['follows'] / MILLION)} M, {threads} threads",
               seconds / large["follows"] * 500e6 <= 40)
    for name, count, of in (("one", 1, "one thread"), ("all", threads, f"{threads} threads")):
        shown = market[f"{name}_thread{'' if name == 'one' else 's'}"]["deliveries_per_second_showing"]
        bound = market[f"bounds_{name}_thread{'' if name == 'one' else 's'}"]["bare_loop_simd_per_second"]
        yield (f"deliveries, {of}", "shown at the rate of the SIMD bare loop or faster",
               f"{number(shown / MILLION)} M/s, {number(shown / bound)} of the loop's {number(bound / MILLION)} M/s", shown >= bound)
    seen, reads = market["all_threads"]["exposures_per_second"], market["bounds_all_threads"]["random_reads_per_second"]
    yield ("exposures", "whole days: half the rate of random 64-byte reads",
           f"{number(seen / MILLION)} M/s on {threads} threads, {number(seen / reads)} of {number(reads / MILLION)} M/s", seen >= reads / 2)
    scaled = "scaled from one replicate a thread" if study["scaled"] else "run in full"
    yield ("default study", "1 M accounts, 5 arms, 20 replicates, a year: under 10 min",
           f"{spent(study['seconds'])}, {scaled}, {study['threads']} threads, {number(study['accounts'] / MILLION)} M accounts",
           study["seconds"] < 600 and study["accounts"] >= MILLION)
    if large:
        year = year_seconds(large)
        yield ("large year", "10 M accounts, 500 M follows, one arm, a year: under 5 min after generation",
               f"{spent(year)}, scaled from {large['days_timed']} days, {threads} threads", year < 300)
    share = max(run["writing"]["share_of_run"] for run in results["runs"])
    yield ("writing", "under 5% of a run", f"{number(100 * share, 2)}% at most", share < 0.05)
    yield from peer_targets(results)
    memory = market["memory"]
    per_follow, per_consumer = memory["state_bytes_per_follow"], memory["state_bytes_per_consumer"]
    yield ("memory", "8 bytes a follow edge, 128 a consumer", f"{per_follow} and {per_consumer} (one brand)",
           per_follow <= 8 and per_consumer <= 128)
    first, last = results["runs"][0], results["runs"][-1]
    growth = last["one_thread"]["ns_per_exposure"] / first["one_thread"]["ns_per_exposure"]
    yield ("growth", "cost per exposure grows with the memory hierarchy only",
           f"{number(growth)} times from {number(first['accounts'] / MILLION)} M to {number(last['accounts'] / MILLION)} M accounts", None)
    speedup = market["one_thread"]["day_seconds"] / market["all_threads"]["day_seconds"]
    yield ("two threads", "1.8 times as fast, 1 M accounts", f"{number(speedup)} times on {threads} threads, {size}", speedup >= 1.8)
    of = results["ensemble"]
    gains = ensemble_gains(of)
    yield ("ensembles", "scale with cores", f"{middle_and_range(gains['program'])} times on {of['threads']} threads, the default study with "
           f"{of['replicates']} replicates; separate programs {middle_and_range(gains['bound'])}",
           statistics.median(gains["program"]) >= 0.9 * of["threads"])


VERDICT = {True: "met", False: "**not met**", None: "not judged"}


def targets_table(results):
    return table(["target", "asked", "measured", ""],
                 [(key, asked, measured, VERDICT[met]) for key, asked, measured, met in targets(results)])


def growth_table(results):
    def both(run, value, digits=3):
        return " / ".join(number(value(run[name]), digits) for name in ("one_thread", "all_threads"))

    columns = results["runs"]
    rows = [("generation", [f"{spent(run['generation']['seconds'])}, {number(run['generation']['follows_per_second'] / MILLION)} M follows/s"
                            for run in columns]),
            ("a day, ms", [both(run, lambda of: 1e3 * of["day_seconds"]) for run in columns]),
            ("M deliveries a day", [number(run["one_thread"]["deliveries"] / MILLION) for run in columns]),
            ("M exposures a day", [number(run["one_thread"]["exposures"] / MILLION) for run in columns]),
            ("M deliveries/s, showing", [both(run, lambda of: of["deliveries_per_second_showing"] / MILLION) for run in columns]),
            ("M deliveries/s, whole day", [both(run, lambda of: of["deliveries_per_second"] / MILLION) for run in columns]),
            ("M exposures/s, showing and reaction",
             [both(run, lambda of: of["exposures_per_second_show_and_react"] / MILLION) for run in columns]),
            ("M exposures/s, whole day", [both(run, lambda of: of["exposures_per_second"] / MILLION) for run in columns]),
            ("ns an exposure, whole day", [both(run, lambda of: of["ns_per_exposure"]) for run in columns]),
            ("share of time: planning and attention / showing / reaction / the rest", [phase_shares(run) for run in columns]),
            ("writing a year, share of the run", [f"{number(100 * run['writing']['share_of_run'], 2)}%" for run in columns]),
            ("peak memory, one market", [f"{number(run['memory']['peak_bytes'] / 1e9)} GB" for run in columns])]
    for name, bound, unit in (("*bound:* M edges/s, scalar bare loop", "bare_loop_scalar_per_second", MILLION),
                              ("*bound:* M edges/s, SIMD bare loop", "bare_loop_simd_per_second", MILLION),
                              ("*bound:* M random 64-byte reads/s", "random_reads_per_second", MILLION),
                              ("*bound:* STREAM triad, GB/s", "triad_bytes_per_second", 1e9)):
        rows.append((name, [" / ".join(number(run[f"bounds_{threads}"][bound] / unit) for threads in ("one_thread", "all_threads"))
                            for run in columns]))
    return table(["", *map(size_name, columns)], [(name, *cells) for name, cells in rows])


def ensemble_table(results):
    of = results["ensemble"]
    gains = ensemble_gains(of)

    def cell(name):
        return f"{middle_and_range([turn[name] for turn in of['turns']])} s"

    return table(["", "one thread", f"{of['threads']} threads", "times as fast"],
                 [(f"{of['replicates']} replicates, one program", cell("one"), cell("all"), middle_and_range(gains["program"])),
                  ("the same in processor time", cell("one_processor"), cell("all_processor"), ""),
                  (f"*bound:* 2 replicates a program, one alone and {of['threads']} at once", cell("alone"), cell("beside"),
                   middle_and_range(gains["bound"]))])


def siblings_table(results):
    rows = []
    for of in results["siblings"]:
        first, last = of["tenths"][0], of["tenths"][-1]
        rows.append((f"{of['accounts']:,}", of["days"], number(of["side_by_side_seconds"]), number(of["one_by_one_seconds"]),
                     number(of["one_by_one_seconds"] / of["side_by_side_seconds"], 2),
                     f"{number(first['processor_ms_a_day'])} to {number(last['processor_ms_a_day'])}",
                     f"{number(100 * last['edges_parted'], 2)}%", f"{number(100 * last['views_parted'], 2)}%"))
    return table(["accounts", "days", "side by side, s", "one by one, s", "times as fast", "ms a day, first and last tenth",
                  "follow edges parted at the end", "views of the last day not common to all"], rows)


def phase_shares(run):
    phases = run["one_thread"]["phase_seconds"]
    whole = sum(phases.values())
    parts = [phases["plan"] + phases["attend"], phases["show"], phases["react"]]
    return " / ".join(f"{100 * part / whole:.0f}" for part in [*parts, whole - sum(parts)]) + " %"


def benches_table(results):
    rows = []
    for program, of in results["benches"].items():
        for each in of:
            name, *how = each["name"].removesuffix("/manual_time").split("/")
            how = [part for part in how if part not in ("process_time", "real_time", "manual_time") and not part.startswith("iterations")]
            rows.append((program, f"*bound:* {name.removeprefix('bound_')}" if name.startswith("bound_") else name, ", ".join(how),
                         f"{number(each['ns'] / 1e6)}",
                         number(each["items_per_second"] / MILLION) if "items_per_second" in each else "",
                         number(each["bytes_per_second"] / 1e9) if "bytes_per_second" in each else ""))
    return table(["program", "step", "of", "ms", "M items/s", "GB/s"], [[cell.replace("_", " ") for cell in row] for row in rows])


def push_table(results):
    push = results["peers"]["push"]
    rows = []
    for own in push["clout"].values():
        rows += [(row["name"], own["accounts"], row["threads"], row["deliveries_per_second"]) for row in own["push"] + own["full_model"]]
    rows += [(row["name"], row["accounts"], row["threads"], row["deliveries_per_second"]) for row in push["rows"]]
    rows.sort(key=lambda row: (-row[1], -row[3]))
    return table(["", "accounts", "threads", "M deliveries/s"],
                 [(name, f"{accounts:,}", threads, number(rate / MILLION)) for name, accounts, threads, rate in rows])


def generators_table(results):
    return table(["generator", "accounts", "edges", "M edges/s of processor time", "reciprocity", "transitivity", "local clustering"],
                 [(each["generator"], f"{each['accounts']:,}", f"{each['edges']:,}", number(each["edges_per_cpu_second"] / MILLION),
                   number(each["reciprocity"], 2), number(each["transitivity"], 2), number(each["local_clustering"], 2))
                  for each in results["peers"]["generation"]])


def machine_text(results):
    of = results["runs"][0]["machine"]
    return (f"Measured on {of['cores']} cores of {of['processor']} (caches {of['l1']}, {of['l2']}, {of['l3']}; {of['memory']}), {of['system']}, "
            f"{of['compiler']}, commit {results['commit']}. Medians of {results['repetitions']} repetitions or days.\n")


def fewer_posts_text(results):
    market = market_of(results)
    few, usual = market["tenth_of_posts"], market["one_thread"]
    return (f"A tenth of the routine posts makes {number(few['exposures'] / usual['exposures'], 2)} of the exposures and takes "
            f"{number(few['day_seconds'] / usual['day_seconds'], 2)} of the time.\n")


def page(results):
    """What stands between the marks of docs/performance.md."""
    left_out = "".join(f"- {each}\n" for each in results["peers"]["left_out"])
    return f"""
{machine_text(results)}
## Targets

{targets_table(results)}
## From 100,000 to 10 million accounts

Where two figures stand, the first is on one thread, the second on all.

{growth_table(results)}
{fewer_posts_text(results)}
![Cost of an exposure over the size of the market](pictures/performance-growth.svg)

![Rates beside what the machine can do at most](pictures/performance-rates.svg)

## Ensembles

The default study as it stands, by the clock: medians of {len(results['ensemble']['turns'])} turns, with the least and the most. Programs of their own share nothing but
the machine, so what they gain side by side is what it has to give.

{ensemble_table(results)}
## Arms side by side

Arms that differ in campaigns only compute once what they have in common ([0010](decisions/0010-arms-side-by-side.md)). One replicate of
the default study both ways, once, in processor seconds; parted is an edge of which some arm has its own state.

{siblings_table(results)}
## Steps

{benches_table(results)}
## Beside other programs

The same posts on the same graph for {results['peers']['push']['clout']['large']['days']} days: each delivery draws a number and multiplies it by
the trust of its follow edge, and trust falls where a post was seen. All did the same deliveries, which is checked. The full
model runs its own posts on that graph and does everything else as well.

{push_table(results)}
{generators_table(results)}
{left_out}
"""

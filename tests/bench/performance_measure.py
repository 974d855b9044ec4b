"""Runs every benchmark and driver, and gathers what they say."""
import json
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SIZES = [(100_000, 30), (1_000_000, 30)]
LARGE = (10_000_000, 50)
# Accounts and days for which arms run side by side and one by one.
SIBLINGS = [(50_000, 365), (100_000, 100), (250_000, 100)]
# Of the Google Benchmark programs, what the page shows.
BENCHES = {"graph": "whole_graph|rows_from_pairs|transposed|imported_edge_list|bound_", "engine": ".", "store": "."}
STUDY = ROOT / "scenarios" / "celebrity-vs-micro.toml"


def told(message):
    print(message, file=sys.stderr, flush=True)


def output_of(*command):
    told(" ".join(map(str, command)))
    return subprocess.run(list(map(str, command)), check=True, stdout=subprocess.PIPE, text=True).stdout


def runs(bench, sizes, days, threads):
    """Whole runs, a process each. The small ones also run a tenth of the posts."""
    made = []
    for accounts, mean_follows in sizes:
        more = [] if accounts > 1_000_000 else ["--fewer-posts"]
        made.append(json.loads(output_of(bench / "clout_drive_run", "--accounts", accounts, "--mean-follows", mean_follows, "--days", days,
                                         "--threads", threads, *more)))
    return made


def benches(bench, repetitions):
    """Medians: of each program a list of {name, real_time in ns, items_per_second, bytes_per_second}."""
    made = {}
    for name, pattern in BENCHES.items():
        told(f"clout_bench_{name}")
        with tempfile.NamedTemporaryFile(suffix=".json") as file:
            subprocess.run([bench / f"clout_bench_{name}", f"--benchmark_filter={pattern}", f"--benchmark_repetitions={repetitions}",
                            "--benchmark_min_time=0.1", "--benchmark_report_aggregates_only=true", f"--benchmark_out={file.name}",
                            "--benchmark_out_format=json"], check=True, stdout=subprocess.DEVNULL)
            made[name] = medians(json.loads(pathlib.Path(file.name).read_text()))
    return made


def medians(google):
    """What is shown of Google Benchmark's output."""
    to_ns = {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}
    return [{"name": each["run_name"], "ns": each["real_time"] * to_ns[each["time_unit"]],
             **{key: each[key] for key in ("items_per_second", "bytes_per_second") if key in each}}
            for each in google["benchmarks"] if each.get("aggregate_name") == "median"]


def processor_seconds():
    """Of all programs that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def study(bench, accounts, threads, full):
    """The default study: five arms, 20 replicates, a year. Scaled from a whole year of one replicate for each thread, since days cost more
    the more arms differ; what is done once is told apart by short runs. Processor time by thread, since wall time takes in whatever
    else the machine does. full: run it instead, by the clock."""
    replicates, year = 20, 365
    people = 10_000_000 / accounts

    def seconds(days, of_replicates):
        campaign = [] if days == year else ["--set", "campaign.launch.start=0 days", "--set", f"campaign.launch.duration={days} days"]
        with tempfile.TemporaryDirectory() as folder:
            clock = time.perf_counter if full else lambda: processor_seconds() / threads
            start = clock()
            output_of(bench / "clout", "run", STUDY, "--set", f"graph.accounts={accounts}", "--set", f"graph.people_per_agent={people:g}",
                      "--days", days, "--replicates", of_replicates, "--threads", threads, *campaign, "--progress", "none", "-o",
                      pathlib.Path(folder, "study.h5"))
            return clock() - start

    about = {"accounts": accounts, "arms": 5, "replicates": replicates, "days": year, "threads": threads, "scaled": not full}
    if full:
        return {**about, "seconds": seconds(year, replicates)}
    short = 7
    one, two, whole = seconds(short, threads), seconds(short, 2 * threads), seconds(year, threads)
    once = 2 * one - two  # the graph
    return {**about, "seconds": once + replicates / threads * (whole - once), "once_seconds": once, "year_seconds": whole - once}


def siblings(bench, sizes):
    """One replicate of the default study, arms side by side and one by one: processor seconds, and how far arms part by tenths of the days.
    sizes: (accounts, days)."""
    return [json.loads(output_of(bench / "clout_drive_siblings", STUDY, "--json", "--set", f"graph.accounts={accounts}", "--set",
                                 f"graph.people_per_agent={10_000_000 / accounts:g}", "--set", f"run.days={days}"))
            for accounts, days in sizes]


def ensemble(bench, threads, repetitions, *settings):
    """The default study as it stands, by turns: replicates for which each thread has two, on one thread and on all; and, as the bound,
    two replicates on one thread, by themselves and beside as many such programs as there are threads, which share the machine and
    nothing else. Wall seconds of each turn, and processor seconds of the first two."""
    def together(programs, on, replicates):
        """(wall, processor) seconds until the last of so many programs has ended."""
        with tempfile.TemporaryDirectory() as folder:
            commands = [[bench / "clout", "run", STUDY, *settings, "--replicates", replicates, "--threads", on, "--progress", "none", "-o",
                         pathlib.Path(folder, f"study-{program}.h5")] for program in range(programs)]
            told(f"{programs} times: {' '.join(map(str, commands[0]))}")
            start, used = time.perf_counter(), processor_seconds()
            begun = [subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL) for command in commands]
            if any([each.wait() for each in begun]):
                raise RuntimeError(f"failed: {commands[0]}")
            return time.perf_counter() - start, processor_seconds() - used

    turns = []
    for _ in range(repetitions):
        (one, one_processor), (every, every_processor) = together(1, 1, 2 * threads), together(1, threads, 2 * threads)
        alone, beside = together(1, 1, 2)[0], together(threads, 1, 2)[0]
        turns.append({"one": one, "one_processor": one_processor, "all": every, "all_processor": every_processor, "alone": alone,
                      "beside": beside})
    return {"replicates": 2 * threads, "threads": threads, "turns": turns}


def peers(bench, accounts, options):
    """What peers.py says."""
    words = ["--accounts", accounts, "--threads", options.threads, "--seconds", options.seconds, "--days", options.push_days, "--small-accounts",
             min(accounts, 100_000), "--generated-accounts", min(accounts, 100_000), "--json"]
    for name, path in (("--mesa", options.mesa), ("--mason", options.mason)):
        words += [name, path] if path else []
    return json.loads(output_of(sys.executable, ROOT / "tests" / "bench" / "peers.py", bench, *words))


def commit():
    return subprocess.run(["git", "rev-parse", "--short=12", "HEAD"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()

#!/usr/bin/env python3
"""Measures everything and rewrites what docs/performance.md says between its marks, and its two pictures.

  ./go bench --page --large --mesa ../mesa --mason ../mason
  /usr/bin/python3 tests/bench/performance_page.py build/bench --large       the same, without building
  /usr/bin/python3 tests/bench/performance_page.py build/bench --from FILE   writes the page of measured results again

The results stay in build/bench/performance.json. With --large (10 GB of memory) it takes about half an hour on two cores. Why a target is
not met is not made here: the page says it below the marks, one paragraph for each, starting with the target in bold; paragraphs
that are missing, or for targets that are met, are named at the end.
"""
import argparse
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path += [str(HERE), str(ROOT / "tests" / "reference")]
import marked_page
import performance_measure
import performance_picture
import performance_tables

BEGIN = "<!-- made by tests/bench/performance_page.py -->\n"
END = "<!-- end of what performance_page.py made -->\n"
REASONS = "## Targets not met, and why\n"


def measured(options):
    sizes = [(options.accounts, 30)] if options.accounts else performance_measure.SIZES
    sizes = sizes + ([performance_measure.LARGE] if options.large else [])
    largest = max(accounts for accounts, _ in sizes if accounts <= 1_000_000)
    return {"commit": performance_measure.commit(), "repetitions": options.repetitions,
            "runs": performance_measure.runs(options.bench, sizes, options.repetitions, options.threads),
            "benches": {} if options.no_steps else performance_measure.benches(options.bench, options.repetitions),
            "study": performance_measure.study(options.bench, largest, options.threads, options.full_study),
            "ensemble": performance_measure.ensemble(options.bench, options.threads, options.repetitions),
            "siblings": performance_measure.siblings(options.bench, performance_measure.SIBLINGS),
            "peers": performance_measure.peers(options.bench, largest, options)}


def write(results, docs):
    """docs: the folder of performance.md and pictures/."""
    marked_page.replace(docs / "performance.md", BEGIN, END, performance_tables.page(results))
    (docs / "pictures" / "performance-growth.svg").write_text(performance_picture.growth(results["runs"]))
    (docs / "pictures" / "performance-rates.svg").write_text(performance_picture.rates(results["runs"]))


def reasons_to_review(results, page):
    """What the hand-written reasons of the page lack or have too much, as full sentences."""
    given = set(re.findall(r"^\*\*([^*]+)\*\*", page.split(REASONS)[1], re.MULTILINE))
    missed = {key for key, _, _, met in performance_tables.targets(results) if met is False}
    return ([f"'{key}' is not met: {REASONS.strip()!r} lacks its paragraph." for key in sorted(missed - given)]
            + [f"'{key}' is met, or no target: its paragraph can go." for key in sorted(given - missed)])


def parser():
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("bench", type=pathlib.Path, help="the folder of the built programs, such as build/bench")
    made.add_argument("--large", action="store_true", help="also 10 million accounts with 500 million follows: 10 GB")
    made.add_argument("--full-study", action="store_true", help="run all of the default study instead of one replicate for each thread: an hour")
    made.add_argument("--accounts", type=int, default=0, help="one run of this size instead of 100,000 and a million, to try the script")
    made.add_argument("--no-steps", action="store_true", help="leave Google Benchmark's programs out")
    made.add_argument("--repetitions", type=int, default=5, help="of what medians are taken (%(default)s)")
    made.add_argument("--threads", type=int, default=2, help="beside one (%(default)s)")
    made.add_argument("--seconds", type=float, default=10, help="for each peer (%(default)s)")
    made.add_argument("--push-days", type=int, default=100, help="of the peers' workload (%(default)s)")
    made.add_argument("--mesa", type=pathlib.Path, help="a checkout of Mesa, see tests/bench/peers.py")
    made.add_argument("--mason", type=pathlib.Path, help="a checkout of MASON")
    made.add_argument("--from", dest="saved", type=pathlib.Path, help="results measured before")
    made.add_argument("--docs", type=pathlib.Path, default=ROOT / "docs", help="folder of performance.md (%(default)s)")
    return made


def main():
    options = parser().parse_args()
    if options.saved:
        results = json.loads(options.saved.read_text())
    else:
        results = measured(options)
        (options.bench / "performance.json").write_text(json.dumps(results, indent=1) + "\n")
    write(results, options.docs)
    for each in reasons_to_review(results, (options.docs / "performance.md").read_text()):
        print(each, file=sys.stderr)


if __name__ == "__main__":
    main()

"""The push workload of tests/bench/push_workload.hpp, as clout_drive_push --folder writes it, and what all peers report of it.

A peer runs day after day until all are done or its time is up. Deliveries of the days that were run follow from the graph alone,
so they are checked; how many saw their post is drawn by each peer's own generator, and must agree within five standard errors.
"""
import dataclasses
import math
import pathlib
import statistics
import time

FIRST_TRUST, SEEN_ABOVE, KEPT_TRUST = 0.8, 0.64, 1 - 1 / 1024  # as in push_workload.hpp; clout_drive_push says them as well


@dataclasses.dataclass
class Workload:
    folder: pathlib.Path
    days: int
    posts: object  # days x posts: authors
    offsets: object  # accounts + 1
    rows: object  # followers

    @staticmethod
    def read(folder, days):
        import numpy

        folder = pathlib.Path(folder)
        posts = numpy.fromfile(folder / "posts.u32", numpy.uint32).reshape(days, -1).astype(numpy.int64)
        return Workload(folder, days, posts, numpy.fromfile(folder / "offsets.u64", numpy.uint64).astype(numpy.int64),
                        numpy.fromfile(folder / "rows.u32", numpy.uint32))

    def deliveries(self, days):
        """Of the first so many days."""
        authors = self.posts[:days]
        return int((self.offsets[authors + 1] - self.offsets[authors]).sum())


def until(seconds, days, run_day):
    """Calls run_day(day), which gives deliveries and seen, for each day until the time is up. What came of it."""
    deliveries = seen = 0
    day_seconds = []
    for day in range(days):
        start = time.perf_counter()
        of_day = run_day(day)
        day_seconds.append(time.perf_counter() - start)
        deliveries, seen = deliveries + of_day[0], seen + of_day[1]
        if sum(day_seconds) > seconds:
            break
    return {"days": len(day_seconds), "deliveries": deliveries, "seen": seen, "day_seconds": day_seconds}


def rate(workload, row):
    """Deliveries a second, the median of the days: what is compiled during the first ones does not count."""
    return statistics.median((workload.deliveries(day + 1) - workload.deliveries(day)) / seconds
                             for day, seconds in enumerate(row["day_seconds"]))


def problem(workload, row, expected_share):
    """What is wrong with a peer's row; empty if nothing is. expected_share: of the deliveries, seen by clout."""
    deliveries = workload.deliveries(row["days"])
    if row["deliveries"] != deliveries:
        return f"{row['name']}: {row['deliveries']:,} deliveries in {row['days']} days, expected {deliveries:,}"
    # Trust falls over the days, by the same law for all; a peer that ran fewer saw a little more, a hundredth at most.
    error = 5 * math.sqrt(expected_share * (1 - expected_share) / deliveries) + 0.01 * expected_share
    share = row["seen"] / deliveries
    if abs(share - expected_share) > error:
        return f"{row['name']}: {share:.4f} of the deliveries seen, expected {expected_share:.4f} +- {error:.4f}"
    return ""

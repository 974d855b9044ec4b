"""The push by numpy: whole rows at once; on more threads, numpy's loops let go of the interpreter."""
import concurrent.futures

import workload


def run(work, seconds, threads):
    import numpy

    trust = numpy.full(len(work.rows), workload.FIRST_TRUST, numpy.float32)
    above, kept = numpy.float32(workload.SEEN_ABOVE), numpy.float32(workload.KEPT_TRUST)
    generators = [numpy.random.Generator(numpy.random.SFC64(n)) for n in range(threads)]

    def share_of_day(day, thread):
        deliveries = seen = 0
        for author in work.posts[day][thread::threads]:
            row = trust[work.offsets[author]:work.offsets[author + 1]]
            sees = generators[thread].random(len(row), numpy.float32) * row > above
            row[sees] *= kept
            deliveries += len(row)
            seen += int(numpy.count_nonzero(sees))
        return deliveries, seen

    with concurrent.futures.ThreadPoolExecutor(threads) as pool:
        def run_day(day):
            parts = list(pool.map(lambda thread: share_of_day(day, thread), range(threads)))
            return sum(part[0] for part in parts), sum(part[1] for part in parts)

        return workload.until(seconds, work.days, run_day)

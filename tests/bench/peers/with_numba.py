"""The push by numba: a compiled loop over all deliveries of a day, one counter-based draw (splitmix64) for each."""
import workload


def run(work, seconds, threads):
    import numba
    import numpy

    trust = numpy.full(len(work.rows), workload.FIRST_TRUST, numpy.float32)
    above, kept = numpy.float32(workload.SEEN_ABOVE), numpy.float32(workload.KEPT_TRUST)

    @numba.njit(inline="always")
    def draw(counter):
        mixed = counter * numpy.uint64(0x9E3779B97F4A7C15)
        mixed = (mixed ^ (mixed >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
        return numpy.float32((mixed ^ (mixed >> numpy.uint64(31))) >> numpy.uint64(40)) * numpy.float32(2.0**-24)

    @numba.njit(parallel=True, fastmath=True)
    def push(authors, offsets, trust, day):
        deliveries = 0
        seen = 0
        for post in numba.prange(len(authors)):
            begin, end = offsets[authors[post]], offsets[authors[post] + 1]
            for edge in range(begin, end):
                sees = draw(numpy.uint64(edge) + (numpy.uint64(day + 1) << numpy.uint64(40))) * trust[edge] > above
                trust[edge] *= kept if sees else numpy.float32(1)
                seen += sees
            deliveries += end - begin
        return deliveries, seen

    numba.set_num_threads(threads)
    push(work.posts[0], work.offsets, trust.copy(), 0)  # compiled before the first day
    return workload.until(seconds, work.days, lambda day: push(work.posts[day], work.offsets, trust, day))

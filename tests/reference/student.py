"""Student's interval of a mean, as stats/mean_interval.hpp has it, in plain Python."""
import math
import statistics


def _chance_below(t, freedom):
    """Student's distribution function at t >= 0, by Simpson's rule over the angle atan(t / sqrt(freedom))."""
    steps = 2000
    end = math.atan(t / math.sqrt(freedom))
    heights = [math.cos(end * i / steps) ** (freedom - 1) for i in range(steps + 1)]
    area = (heights[0] + heights[-1] + 4 * sum(heights[1:-1:2]) + 2 * sum(heights[2:-1:2])) * end / steps / 3
    return 0.5 + area * math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) / math.sqrt(math.pi)


def quantile(chance, freedom):
    """t with the given chance below it, 0.5 <= chance < 1."""
    low, high = 0.0, 1e4
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if _chance_below(middle, freedom) < chance else (low, middle)
    return low


def mean_interval(values):
    """Mean and its 95% interval; the ends are None if there are fewer than two values."""
    mean = statistics.fmean(values)
    if len(values) < 2:
        return mean, None, None
    half = quantile(0.975, len(values) - 1) * statistics.stdev(values) / math.sqrt(len(values))
    return mean, mean - half, mean + half

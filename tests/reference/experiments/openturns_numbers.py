#!/usr/bin/python3
"""Reference numbers of the mathematics of experiments by OpenTURNS (Debian's python3-openturns, 1.20).

    /usr/bin/python3 openturns_numbers.py > openturns.json

Tests read openturns.json; OpenTURNS itself is needed to make it again only.
"""
import json
import math

import openturns as ot


def rows(sample):
    return [list(map(float, row)) for row in sample]


def sobol_points(dimensions, count):
    """Spread points for both sides to work on; short decimals. (Not those of Joe and Kuo 2008.)"""
    return rows(ot.SobolSequence(dimensions).generate(count))


def ishigami(x):
    a, b, c = (math.pi * (2 * v - 1) for v in x[:3])
    return math.sin(a) + 7 * math.sin(b) ** 2 + 0.1 * c**4 * math.sin(a)


def pick_freeze(points, dimensions, function):
    """Outcomes as OpenTURNS wants them: all of A, all of B, all of A with coordinate 0 of B, ..."""
    a = [p[:dimensions] for p in points]
    b = [p[dimensions:] for p in points]
    blocks = a + b
    for d in range(dimensions):
        blocks += [p[:d] + [q[d]] + p[d + 1:] for p, q in zip(a, b)]
    return ot.Sample(blocks), ot.Sample([[function(p)] for p in blocks])


def sobol_indices(points):
    """First order by Mauntz and Kucherenko (the formula of Saltelli et al. 2010), total by Jansen."""
    count = len(points)
    design, outcomes = pick_freeze(points, 3, ishigami)
    first = ot.MauntzKucherenkoSensitivityAlgorithm(design, outcomes, count).getFirstOrderIndices()
    total = ot.JansenSensitivityAlgorithm(design, outcomes, count).getTotalOrderIndices()
    return {"first": list(first), "total": list(total)}


def pawn(points, intervals):
    """Kolmogorov-Smirnov distances of intervals of the first coordinates from the whole sample."""
    outcomes = [[ishigami(p)] for p in points]
    whole = ot.Sample(outcomes)
    result = []
    for d in range(3):
        distances = []
        for k in range(intervals):
            part = ot.Sample([y for p, y in zip(points, outcomes) if int(p[d] * intervals) == k])
            test = ot.HypothesisTest.TwoSamplesKolmogorov(part, whole)
            distances.append(test.getStatistic())
        result.append({"largest": max(distances), "mean": sum(distances) / intervals})
    return {"intervals": intervals, "parameters": result}


def hill(x, y):
    """Hill curve by least squares: base, gain, half, exponent."""
    model = ot.SymbolicFunction(["base", "gain", "half", "exponent", "x"],
                                ["base + gain * x^exponent / (x^exponent + half^exponent)"])
    parametric = ot.ParametricFunction(model, [0, 1, 2, 3], [1, 8, 2, 1.5])
    calibration = ot.NonLinearLeastSquaresCalibration(
        parametric, ot.Sample([[v] for v in x]), ot.Sample([[v] for v in y]), [1, 8, 2, 1.5])
    calibration.setBootstrapSize(0)
    calibration.run()
    result = calibration.getResult()
    return {"x": x, "y": y, "parameters": list(result.getParameterMAP())}


def main():
    x = [0.25, 0.5, 1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24]
    luck = [0.08, -0.05, 0.11, -0.12, 0.02, 0.07, -0.09, 0.04, -0.03, 0.06, -0.08, 0.01]
    y = [2 + 10 * v**1.7 / (v**1.7 + 3**1.7) + e for v, e in zip(x, luck)]
    points = sobol_points(6, 255)
    print(json.dumps({"made_by": "openturns " + ot.__version__,
                      "points": points,
                      "sobol_indices": sobol_indices(points),
                      "pawn": pawn(points, 5),
                      "hill": hill(x, y)}))


main()

#!/usr/bin/env python3
"""Writes scenarios/common/calibrated.toml from the accepted parameter sets, or checks that it is theirs. The file is not in the
repository: held-out patterns reject the sets found so far (docs/calibration.md).

    python3 tests/reference/calibrated_set.py            write it
    python3 tests/reference/calibrated_set.py --check    exit 1 if it is not what would be written

The accepted sets are those of docs/validation/calibration/accepted.csv, which `clout calibrate` made. The file holds the one
nearest to the mean of all, with coordinates in units of their deviations (the "point" of clout calibrate), rounded to three
digits, each with the range that holds 90% of the accepted; and the settings that calibration was given.
"""
import csv
import math
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
ACCEPTED = ROOT / "docs/validation/calibration/accepted.csv"
PARAMETERS = ROOT / "analysis/patterns/free_parameters.cpp"
TARGET = ROOT / "scenarios/common/calibrated.toml"
HEAD = """\
# A parameter set at which the model reproduces seven published patterns and Instagram's engagement table: what
# `clout calibrate` accepted (docs/calibration.md). It is not yet the default of the settings: extend it, or hold it
# against all patterns with
#   clout validate scenarios/common/calibrated.toml
# Made by tests/reference/calibrated_set.py from docs/validation/calibration/accepted.csv; comments: 90% of the accepted.
title = "Calibrated market"

[run]
seed = 1
"""


def free_parameters():
    """Key -> whether its range is searched by factors."""
    rows = re.findall(r'\{"([a-z0-9_.]+)",\s*[^,{}]+,\s*[^,{}]+,\s*(linear|logarithmic),\s*[^}]+\}', PARAMETERS.read_text())
    return {key: scale == "logarithmic" for key, scale in rows}


def given_settings():
    """Key -> (value, why)."""
    part = PARAMETERS.read_text().split("GivenSetting given[] = {")[1].split("\n};")[0]
    rows = re.findall(r'\{"([a-z0-9_.]+)",\s*([0-9.e+-]+),\s*((?:"[^"]*"\s*)+)\}', part)
    return {key: (float(value), "".join(re.findall('"([^"]*)"', why))) for key, value, why in rows}


def rounded(value, digits=3):
    return float(f"{value:.{digits}g}")


def point_and_ranges():
    """Key -> (value, low, high of 90%)."""
    with ACCEPTED.open() as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    distance = [0.0] * len(rows)
    ranges = {}
    for key, logarithmic in free_parameters().items():
        values = [float(row[key]) for row in rows]
        places = [math.log(value) if logarithmic else value for value in values]
        mean = sum(places) / len(places)
        variance = sum((place - mean) ** 2 for place in places) / len(places)
        if variance > 0:
            distance = [d + (place - mean) ** 2 / variance for d, place in zip(distance, places)]
        values.sort()
        ranges[key] = (values[math.ceil(0.05 * len(values)) - 1], values[math.ceil(0.95 * len(values)) - 1])
    point = rows[distance.index(min(distance))]
    return {key: (rounded(float(point[key])), *ranges[key]) for key in ranges}


def text():
    settings = {key: (value, f"accepted: {rounded(low, 2):.12g} to {rounded(high, 2):.12g}")
                for key, (value, low, high) in point_and_ranges().items()}
    settings.update({key: (value, f"given: {why}") for key, (value, why) in given_settings().items()})
    lines = [HEAD]
    tables = {}
    for key in settings:
        table, name = key.rsplit(".", 1)
        tables.setdefault(table, []).append(name)
    for table, names in sorted(tables.items()):
        lines.append(f"[{table}]")
        for name in names:
            value, comment = settings[f"{table}.{name}"]
            lines.append(f"{name} = {value:.12g}  # {comment}")
        lines.append("")
    return "\n".join(lines)


def main():
    if sys.argv[1:] == ["--check"]:
        if TARGET.read_text() != text():
            raise SystemExit(f"{TARGET} is not what the accepted sets say; run this without --check")
    elif sys.argv[1:]:
        raise SystemExit(__doc__)
    else:
        TARGET.write_text(text())


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Puts the calibrated defaults into the sources, or checks that they stand there.

    python3 tests/reference/calibrated_defaults.py            rewrite defaults and provenance
    python3 tests/reference/calibrated_defaults.py --check    exit 1 if they are not as calibrated

The default is one of the accepted parameter sets of docs/validation/calibration/accepted.csv, which `clout calibrate` made: the
one that the search began at (the column `start` of analysis/patterns/free_parameters.cpp), which docs/calibration.md says why.
Each default's row gets the provenance "calibrated" and, in its source, the range that holds 90% of the accepted: rows of distance
0, at which all criteria hold. Its range to explore stays, wider only if it left out the default, since studies go by it. What
calibration was given (free_parameters.cpp) is default too; its rows keep their sources. Afterwards: clang-format.
"""
import csv
import math
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
ACCEPTED = ROOT / "docs/validation/calibration/accepted.csv"
PARAMETERS = ROOT / "analysis/patterns/free_parameters.cpp"
SPECS = [ROOT / "sim/market/market_spec.hpp", ROOT / "sim/market/platform_spec.hpp"]
ROWS = sorted((ROOT / "sim/market").glob("*_parameters.cpp")) + [ROOT / "sim/market/platform_spec.cpp"]
MARK = "calibrated (docs/calibration.md), 90% of accepted sets: "


def free_parameters():
    """Key -> value that the search began at."""
    rows = re.findall(r'\{"([a-z0-9_.]+)",\s*[^,{}]+,\s*[^,{}]+,\s*(?:linear|logarithmic),\s*([^}]+)\}', PARAMETERS.read_text())
    return {key: float(start) for key, start in rows}


def given_settings():
    """Key -> value."""
    part = PARAMETERS.read_text().split("GivenSetting given[] = {")[1].split("\n};")[0]
    return {key: float(value) for key, value in re.findall(r'\{"([a-z0-9_.]+)",\s*([0-9.e+-]+),', part)}


def rounded(value):
    return float(f"{value:.3g}")


def defaults_and_ranges():
    """Key -> (default, low, high of 90% of the accepted)."""
    with ACCEPTED.open() as file:
        rows = [row for row in csv.DictReader(line for line in file if not line.startswith("#")) if float(row["distance"]) == 0]
    defaults = free_parameters()
    if not any(all(math.isclose(float(row[key]), value, rel_tol=1e-6) for key, value in defaults.items()) for row in rows):
        raise SystemExit("the set that the search began at is not among the accepted: run clout calibrate again")
    found = {}
    for key, value in defaults.items():
        values = sorted(float(row[key]) for row in rows)
        found[key] = (value, values[math.ceil(0.05 * len(values)) - 1], values[math.ceil(0.95 * len(values)) - 1])
    return found


def with_default(text, struct, member, value):
    """The member's initialiser in its struct."""
    pattern = re.compile(rf"(struct {struct} \{{.*?\n  double {member} = )([^;]+)(;)", re.S)
    number = f"{value:.12g}"
    if value >= 1000:
        number = f"{value:_.0f}".replace("_", "'")
    changed, count = pattern.subn(lambda m: m[1] + number + m[3], text, count=1)
    if count != 1:
        raise SystemExit(f"no member {struct}::{member}")
    return changed


def accepted_text(low, high):
    return f"{rounded(low):.12g} to {rounded(high):.12g}"


def with_provenance(text, struct, member, value, low, high):
    """Provenance, source and, where it leaves out the default, the range to explore."""
    # {{"name", "unit", low, high, sweep, sweep, provenance, "source" ..., "doc" ...}, &Struct::member}
    row = re.compile(rf'(\{{\{{"{member}",\s*"[^"]*",)\s*([^"]*?)(found|recalled|assumed|calibrated),(\s*(?:"(?:[^"\\]|\\.)*"|[a-z_]+)(?:\s*"(?:[^"\\]|\\.)*")*),'
                     rf'((?:\s*"(?:[^"\\]|\\.)*")+\}},\s*&{struct}::{member}\}})')

    def replace(m):
        ends = [number.strip() for number in m[2].rstrip(" ,\n").split(",")]
        ends[2] = f"{min(float(ends[2]), value):.12g}"
        ends[3] = f"{max(float(ends[3]), value):.12g}"
        source = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', m[4]))
        # What the literature says of direction stays; what was said of the size is settled.
        reason = re.sub(r"(^|; |, )(size free|free|calibrate on|calibrated).*$", "", source)
        source = (reason + "; " if reason else "") + MARK + accepted_text(low, high)
        return f'{m[1]} {", ".join(ends)}, calibrated, "{source}",{m[5]}'

    changed, count = row.subn(replace, text, count=1)
    if count != 1:
        raise SystemExit(f"no row of {struct}::{member}")
    return changed


STRUCTS = {"platform": "PlatformSpec", "platform.reach": "ReachSpec", "market.engagement": "EngagementSpec",
           "market.relatability": "RelatabilitySpec", "market.trust": "TrustSpec",
           "market.suspicion": "SuspicionSpec", "market.unfollow": "UnfollowSpec", "market.memory": "MemorySpec",
           "market.funnel": "FunnelSpec", "market.word_of_mouth": "WordOfMouthSpec"}


def rewrite():
    specs = {path: path.read_text() for path in SPECS}
    rows = {path: path.read_text() for path in ROWS}
    for key, (value, low, high) in defaults_and_ranges().items():
        table, member = key.rsplit(".", 1)
        struct = STRUCTS[table]
        spec = next(path for path in SPECS if f"struct {struct} " in specs[path])
        row = next(path for path in ROWS if f"&{struct}::{member}}}" in rows[path])
        specs[spec] = with_default(specs[spec], struct, member, value)
        rows[row] = with_provenance(rows[row], struct, member, value, low, high)
    for key, value in given_settings().items():
        table, member = key.rsplit(".", 1)
        spec = next(path for path in SPECS if f"struct {STRUCTS[table]} " in specs[path])
        specs[spec] = with_default(specs[spec], STRUCTS[table], member, value)
    for path, text in {**specs, **rows}.items():
        path.write_text(text)


def plain(text):
    """Without line breaks within string literals and layout."""
    return re.sub(r'"\s*"', "", re.sub(r"\s+", " ", text))


def check():
    wrong = []
    specs = "".join(path.read_text() for path in SPECS)
    rows = plain("".join(path.read_text() for path in ROWS))
    for key, (value, low, high) in defaults_and_ranges().items():
        table, member = key.rsplit(".", 1)
        struct = STRUCTS[table]
        body = re.search(rf"struct {struct} \{{(.*?)\n\}};", specs, re.S)[1]
        default = float(re.search(rf"\n  double {member} = ([^;]+);", body)[1].replace("'", ""))
        if not math.isclose(default, value, rel_tol=1e-9):
            wrong.append(f"{key}: default {default}, calibrated {value}")
        row = re.search(rf'\{{\{{"{member}",[^{{]*?&{struct}::{member}\}}', rows)
        words = MARK + accepted_text(low, high)
        if row is None or " calibrated, " not in row[0] or words not in row[0]:
            wrong.append(f"{key}: its row does not say '{words}'")
    for key, value in given_settings().items():
        table, member = key.rsplit(".", 1)
        body = re.search(rf"struct {STRUCTS[table]} \{{(.*?)\n\}};", specs, re.S)[1]
        default = float(re.search(rf"\n  double {member} = ([^;]+);", body)[1].replace("'", ""))
        if not math.isclose(default, value, rel_tol=1e-9):
            wrong.append(f"{key}: default {default}, given {value}")
    for each in wrong:
        print(each, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        raise SystemExit(check())
    if sys.argv[1:]:
        raise SystemExit(__doc__)
    rewrite()

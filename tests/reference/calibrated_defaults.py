#!/usr/bin/env python3
"""Puts the calibrated point into the sources as defaults, or checks that it stands there.

    python3 tests/reference/calibrated_defaults.py            rewrite defaults and provenance
    python3 tests/reference/calibrated_defaults.py --check    exit 1 if they are not as calibrated

The accepted parameter sets are those of docs/validation/calibration/accepted.csv, which `clout calibrate` made. The
point is their medoid, as clout calibrate names it, rounded to two digits. Each default's row gets the provenance
"calibrated" and, in its source, the range that holds 90% of the accepted weight.
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
ROWS = [ROOT / "sim/market" / name for name in ("attention_parameters.cpp", "trust_parameters.cpp",
                                                "response_parameters.cpp", "platform_spec.cpp")]
MARK = "calibrated (docs/calibration.md), 90% of accepted sets: "


def free_parameters():
    """Key -> whether its prior is logarithmic."""
    rows = re.findall(r'\{"([a-z0-9_.]+)", [^,]+, [^,]+, (linear|logarithmic)\}', PARAMETERS.read_text())
    return {key: scale == "logarithmic" for key, scale in rows}


def rounded(value):
    return float(f"{value:.2g}")


def quantile(pairs, share):
    """Value that a share of the weight lies at or below."""
    reached = 0
    for value, weight in sorted(pairs):
        reached += weight
        if reached >= share - 1e-12:
            return value
    return max(pairs)[0]


def calibrated():
    """Key -> (default, low, high of 90%)."""
    with ACCEPTED.open() as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    weights = [float(row["weight"]) for row in rows]
    places = {}
    found = {}
    for key, logarithmic in free_parameters().items():
        values = [float(row[key]) for row in rows]
        places[key] = [math.log(value) if logarithmic else value for value in values]
        pairs = list(zip(values, weights))
        found[key] = (quantile(pairs, 0.05), quantile(pairs, 0.95))
    distance = [0.0] * len(rows)
    for values in places.values():
        mean = sum(w * v for w, v in zip(weights, values))
        variance = sum(w * (v - mean) ** 2 for w, v in zip(weights, values))
        if variance > 0:
            distance = [d + (v - mean) ** 2 / variance for d, v in zip(distance, values)]
    point = rows[distance.index(min(distance))]
    return {key: (rounded(float(point[key])), *found[key]) for key in found}


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


def with_provenance(text, struct, member, low, high):
    """Provenance, source and, where it leaves out the accepted range, the range to explore."""
    # {{"name", "unit", low, high, sweep, sweep, provenance, "source" ..., "doc" ...}, &Struct::member}
    row = re.compile(rf'(\{{\{{"{member}",\s*"[^"]*",)\s*([^"]*?)(found|recalled|assumed|calibrated),(\s*(?:"(?:[^"\\]|\\.)*"|[a-z_]+)(?:\s*"(?:[^"\\]|\\.)*")*),'
                     rf'((?:\s*"(?:[^"\\]|\\.)*")+\}},\s*&{struct}::{member}\}})')

    def replace(m):
        ends = [number.strip() for number in m[2].rstrip(" ,\n").split(",")]
        ends[2] = f"{min(float(ends[2]), rounded(low)):.12g}"
        ends[3] = f"{max(float(ends[3]), rounded(high)):.12g}"
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
    for key, (value, low, high) in calibrated().items():
        table, member = key.rsplit(".", 1)
        struct = STRUCTS[table]
        spec = next(path for path in SPECS if f"struct {struct} " in specs[path])
        row = next(path for path in ROWS if f"&{struct}::{member}}}" in rows[path])
        specs[spec] = with_default(specs[spec], struct, member, value)
        rows[row] = with_provenance(rows[row], struct, member, low, high)
    for path, text in {**specs, **rows}.items():
        path.write_text(text)


def plain(text):
    """Without line breaks within string literals and layout."""
    return re.sub(r'"\s*"', "", re.sub(r"\s+", " ", text))


def check():
    wrong = []
    specs = "".join(path.read_text() for path in SPECS)
    rows = plain("".join(path.read_text() for path in ROWS))
    for key, (value, low, high) in calibrated().items():
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
    for each in wrong:
        print(each, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        raise SystemExit(check())
    if sys.argv[1:]:
        raise SystemExit(__doc__)
    rewrite()

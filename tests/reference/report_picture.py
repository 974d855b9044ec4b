#!/usr/bin/env python3
"""Rewrites docs/report.png, the first screen of a report: the default study, small.

  python3 tests/reference/report_picture.py build/release/clout     some 20 processor seconds

Needs Debian's chromium; of Python nothing but its own library.
"""
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PICTURE = ROOT / "docs" / "report.png"
# Ten million people in fewer agents: seconds.
SMALL = ["--set", "graph.accounts=20000", "--set", "graph.people_per_agent=500", "--replicates", "6"]
BROWSER = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1160,1160"]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    clout = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        study, page = pathlib.Path(folder, "study.h5"), pathlib.Path(folder, "study.html")
        subprocess.run([clout, "run", ROOT / "scenarios" / "celebrity-vs-micro.toml", *SMALL, "-o", study, "--progress", "none"],
                       check=True, stdout=subprocess.DEVNULL)
        subprocess.run([clout, "report", study, "-o", page], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([*BROWSER, f"--screenshot={PICTURE}", f"file://{page}"], check=True, capture_output=True)


if __name__ == "__main__":
    main()

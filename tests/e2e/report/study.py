"""A small study and its report, for the tests of this folder."""
import os
import pathlib
import subprocess

CLOUT = os.environ["CLOUT"]
SCENARIO = pathlib.Path(os.environ["SOURCE"]) / "scenarios" / "celebrity-vs-micro.toml"


def clout(*arguments, cwd):
    return subprocess.run([CLOUT, *map(str, arguments)], capture_output=True, text=True, cwd=cwd, check=False)


def run_study(folder, output="out.h5", replicates=3, scenario=SCENARIO):
    """The scenario on 10,000 accounts."""
    ran = clout("run", scenario, "--replicates", replicates, "--set", "graph.accounts=10000", "--set",
                "graph.people_per_agent=1000", "--progress", "none", "-o", output, cwd=folder)
    assert ran.returncode == 0, ran.stderr

"""A small study and its report, for the tests of this folder."""
import os
import pathlib
import subprocess

CLOUT = os.environ["CLOUT"]
SWEEP = """
[sweep]
design = "crossover"
refine = 1
[[sweep.parameter]]
key = "campaign.launch.budget"
low = "20k USD"
high = "800k USD"
scale = "log"
steps = 3
[[sweep.parameter]]
key = "platform.sponsored_share"
low = "2 %"
high = "25 %"
steps = 2
"""
SENSITIVITY = """
[[sweep.parameter]]
key = "campaign.launch.budget"
low = "50k USD"
high = "800k USD"
scale = "log"
[[sweep.parameter]]
key = "market.funnel.choice_intercept"
[[sweep.parameter]]
key = "platform.sponsored_share"
"""
SMALL = ["--set", "graph.accounts=2000", "--set", "graph.people_per_agent=5000", "--set", "run.days=14", "--set",
         "campaign.launch.duration=1 week", "--progress", "none", "--replicates", 2]
SCENARIO = pathlib.Path(os.environ["SOURCE"]) / "scenarios" / "celebrity-vs-micro.toml"


def clout(*arguments, cwd):
    return subprocess.run([CLOUT, *map(str, arguments)], capture_output=True, text=True, cwd=cwd, check=False)


def run_study(folder, output="out.h5", replicates=3, scenario=SCENARIO):
    """The scenario on 10,000 accounts."""
    ran = clout("run", scenario, "--replicates", replicates, "--set", "graph.accounts=10000", "--set",
                "graph.people_per_agent=1000", "--progress", "none", "-o", output, cwd=folder)
    assert ran.returncode == 0, ran.stderr


def run_sweep(folder, output="sweep.h5"):
    """A map of the scenario on 2,000 accounts, two weeks."""
    study = pathlib.Path(folder) / "map.toml"
    study.write_text(f'extends = "{SCENARIO}"\nquestion = "where do celebrities win?"\n' + SWEEP, encoding="utf-8")
    ran = clout("sweep", study, *SMALL, "-o", output, cwd=folder)
    assert ran.returncode == 0, ran.stderr


def run_sensitivity(folder, output="sensitivity.h5"):
    """Every method on the scenario on 2,000 accounts, two weeks."""
    study = pathlib.Path(folder) / "decides.toml"
    study.write_text(f'extends = "{SCENARIO}"\nquestion = "which settings decide?"\n' + SENSITIVITY, encoding="utf-8")
    ran = clout("sensitivity", study, *SMALL, "--method", "one-at-a-time,morris,sobol,pawn,variance-split", "--trajectories", 3,
                "--rows", 4, "--pawn-points", 24, "--split-points", 2, "--split-graphs", 2, "-o", output, cwd=folder)
    assert ran.returncode == 0, ran.stderr

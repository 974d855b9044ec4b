"""A sweep of a second: 1,000 accounts, 6 days, two arms, two settings."""

import os
import subprocess

from in_folder import InFolder

CLOUT = os.environ["CLOUT"]
STUDY = """
title = "small"
question = "where does it pay?"
[run]
days = 6
warm_up = "2 days"
replicates = 2
seed = 3
[graph]
accounts = 1000
mean_follows = 10
people_per_agent = 2000
[[brand]]
name = "acme"
[[campaign]]
name = "big launch"
brand = "acme"
budget = "60000 USD"
duration = "5 days"
objective = "awareness"
[campaign.roster]
rule = "tier"
tier = "micro"
niche = "any"
[[arm]]
name = "micro"
[[arm]]
name = "nothing"
campaigns = []
[sweep]
"""
GRID = STUDY + """
[[sweep.parameter]]
key = "campaign.big launch.budget"
values = ["20k USD", "80k USD"]
[[sweep.parameter]]
key = "platform.sponsored_share"
values = [0.02, 0.1, 0.3]
"""
SPREAD = STUDY + """
design = "latin_hypercube"
points = 4
[[sweep.parameter]]
key = "campaign.big launch.budget_usd"
low = 10000
high = 100000
scale = "log"
[[sweep.parameter]]
key = "platform.sponsored_share"
low = 0.01
high = 0.3
"""


def command(*arguments, progress="none"):
    return [CLOUT, "sweep", "study.toml", "--progress", progress, *arguments]


class Sweep(InFolder):
    def sweep(self, *arguments, study=None, code=0):
        if study is not None:
            self.path("study.toml", study)
        done = subprocess.run(command(*arguments), capture_output=True, text=True, timeout=200, cwd=self.folder)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

    def content(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

"""A study of a second or two: 5,000 accounts, 20 days, an arm with a campaign and one without."""

import os
import subprocess

from in_folder import InFolder

CLOUT = os.environ["CLOUT"]
STUDY = """
title = "small"
question = "does it pay?"
[run]
days = 20
warm_up = "5 days"
replicates = 2
seed = 3
[graph]
accounts = 5000
mean_follows = 15
people_per_agent = 400
[[brand]]
name = "acme"
[[campaign]]
name = "launch"
brand = "acme"
budget = "60000 USD"
duration = "15 days"
[campaign.roster]
rule = "tier"
tier = "micro"
niche = "any"
[[arm]]
name = "micro"
[[arm]]
name = "nothing"
campaigns = []
"""


class Study(InFolder):
    def clout(self, *arguments, code=0, study=STUDY):
        path = self.path("study.toml", study)
        done = subprocess.run([CLOUT, "run", path, *arguments], capture_output=True, text=True, timeout=200,
                              cwd=self.folder)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

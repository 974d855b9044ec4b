"""No output of any command replaces a file that the command has read."""

import os
import subprocess
import unittest

from small_study import CLOUT, STUDY
from in_folder import InFolder

RANGES = """
[sweep]
design = "latin_hypercube"
points = 4
[[sweep.parameter]]
key = "campaign.launch.budget_usd"
low = 20000
high = 80000
[[sweep.parameter]]
key = "platform.sponsored_share"
low = 0.02
high = 0.3
"""
NEEDED = {
    "study.toml": 'extends = "middle.toml"\n',
    "middle.toml": 'extends = "base.toml"\ngraph.influencer_table = "table.csv"\n',
    "base.toml": STUDY + RANGES,
    "table.csv": "followers\n2000\n3000\n",
}
OUTPUTS = [
    (["run", "study.toml"], ["-o", "--csv"]),
    (["sweep", "study.toml"], ["-o", "--csv", "--plot"]),
    (["sensitivity", "study.toml"], ["-o", "--csv", "--plot"]),
    (["response", "study.toml", "--campaign", "launch"], ["--outcomes", "-o", "--csv", "--plot"]),
    (["select", "study.toml", "--indifference", "2000", "--replicates", "10"], ["-o"]),
    (["validate", "study.toml", "--quick", "--only", "P15"], ["--html"]),
    (["graph", "generate", "--scenario", "study.toml"], ["-o"]),
]


class NeededFiles(InFolder):
    def setUp(self):
        super().setUp()
        for name, text in NEEDED.items():
            self.path(name, text)
        os.symlink("base.toml", self.path("link.toml"))

    def test_the_study_its_bases_and_its_tables_stay(self):
        for command, options in OUTPUTS:
            for option in options:
                for name in [*NEEDED, "./link.toml"]:
                    done = subprocess.run([CLOUT, *command, option, name], capture_output=True, text=True, timeout=200,
                                          cwd=self.folder)
                    what = " ".join([*command, option, name])
                    self.assertEqual((done.returncode, done.stdout), (2, ""), what)
                    self.assertIn("would replace a file that this command needs", done.stderr, what)
        for name, text in NEEDED.items():
            with open(self.path(name), encoding="utf-8") as file:
                self.assertEqual(file.read(), text, name)
        self.assertEqual(sorted(os.listdir(self.folder)), sorted([*NEEDED, "link.toml"]))


if __name__ == "__main__":
    unittest.main()

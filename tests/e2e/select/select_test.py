"""clout select: it finds an arm that is plainly best, drops the others early, and goes on where it was cut off."""

import csv
import json
import os
import signal
import subprocess
import time
import unittest

from small_study import CLOUT, STUDY, Study

BUDGETS = [5, 10, 20, 25, 200]  # thousand USD; people reached grow with it
HEAD = STUDY.split("[[arm]]")[0].replace("accounts = 5000", "accounts = 1500").replace("days = 20", "days = 6").replace(
    "replicates = 2", "replicates = 10").replace('"5 days"', '"2 days"').replace('"15 days"', '"5 days"')
ARMS = "".join(f'[[arm]]\nname = "spend, {budget}k"\nset = {{ "campaign.launch.budget" = "{budget}k USD" }}\n'
               for budget in BUDGETS) + '[[arm]]\nname = "nothing"\ncampaigns = []\n'
BEST = "spend, 200k"
ASKED = ["--by", "reached", "--indifference", "2000"]


class Select(Study):
    def command(self, *arguments, study=HEAD + ARMS):
        return [CLOUT, "select", self.path("study.toml", study), *arguments]

    def select(self, *arguments, code=0, study=HEAD + ARMS):
        done = subprocess.run(self.command(*arguments, study=study), capture_output=True, text=True, timeout=200,
                              cwd=self.folder)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

    def content(self, name="study-select.csv"):
        with open(self.path(name), "rb") as file:
            return file.read()

    def values(self, name="study-select.csv"):
        found = {}
        with open(self.path(name), newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                found.setdefault(row["arm"], []).append(float(row["value"]) if row["value"] else None)
        return found

    def test_the_arm_that_is_plainly_best_is_found_and_the_others_cost_little(self):
        told = json.loads(self.select(*ASKED, "--json").stdout)
        self.assertTrue(told["decided"])
        self.assertEqual(told["best"], BEST)
        by_name = {arm["name"]: arm for arm in told["arms"]}
        self.assertEqual(by_name[BEST]["state"], "best")
        self.assertEqual({arm["state"] for name, arm in by_name.items() if name != BEST}, {"out"})
        self.assertEqual(by_name["spend, 5k"]["replicates"], 10, "it is out after the pilot")
        values = self.values()
        self.assertEqual({name: len(of_arm) for name, of_arm in values.items()},
                         {name: arm["replicates"] for name, arm in by_name.items()})
        self.assertAlmostEqual(sum(values[BEST]) / len(values[BEST]), by_name[BEST]["mean"], places=6)

    def test_its_values_are_those_of_a_run(self):
        self.select("--by", "profit", "--indifference", "1e9")  # all are within it: the pilot is enough
        ran = json.loads(self.clout("--json", study=HEAD + ARMS).stdout)
        for arm in ran["arms"]:
            ours = self.values()[arm["name"]][:10]
            self.assertAlmostEqual(sum(ours) / 10, arm["figures"]["profit"]["mean"], places=5)

    def test_equal_arms_stay_in_play_and_threads_change_no_byte(self):
        equal = HEAD + '[[arm]]\nname = "a"\n[[arm]]\nname = "b"\nset = { "campaign.launch.budget" = "61k USD" }\n'
        asked = ["--by", "reached", "--indifference", "0.01", "--at-most", "14", "--json"]
        told = json.loads(self.select(*asked, "--threads", "1", study=equal, code=1).stdout)
        self.assertIsNone(told["best"])
        self.assertEqual([arm["state"] for arm in told["arms"]], ["in play", "in play"])
        self.assertEqual([arm["replicates"] for arm in told["arms"]], [14, 14])
        one = self.content()
        self.select(*asked, "--threads", "3", study=equal, code=1)
        self.assertEqual(self.content(), one)

    def test_ctrl_c_and_resume_end_at_the_same_bytes(self):
        asked = ["--by", "reached", "--indifference", "0.001", "--at-most", "60", "-o", "out.csv"]
        close = HEAD + '[[arm]]\nname = "a"\n[[arm]]\nname = "b"\nset = { "campaign.launch.budget" = "61k USD" }\n'
        self.select(*asked, study=close, code=1)
        whole = self.content("out.csv")
        os.remove(self.path("out.csv"))
        run = subprocess.Popen(self.command(*asked, study=close), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                               text=True, cwd=self.folder)
        while not os.path.exists(self.path("out.csv")):
            self.assertIsNone(run.poll(), "it ended before it could be stopped")
            time.sleep(0.002)
        run.send_signal(signal.SIGINT)
        said = run.communicate()[1]
        self.assertEqual(run.returncode, 130, said)
        self.assertIn("--at-most 60 --resume", said)
        self.select(*asked, "--resume", study=close, code=1)
        self.assertEqual(self.content("out.csv"), whole)

    def test_what_cannot_be_used_is_one_message(self):
        def refused(*arguments, says, study=HEAD + ARMS):
            done = self.select(*arguments, code=2, study=study)
            self.assertEqual(done.stdout, "")
            self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
            self.assertIn(says, done.stderr)

        refused(says="--indifference")
        refused("--indifference", "0", says="0 is no difference")
        refused("--indifference", "nan", says="nan is no difference")
        refused(*ASKED, "--confidence", "nan", says="nan is no promise")
        self.path("broken.csv", "study,figure,replicate,arm_number,value,arm\ngarbage\n")
        refused(*ASKED, "-o", "broken.csv", "--resume", says="broken.csv:2: is no line of a selection")
        refused(*ASKED, "--replicates", "9", says="a pilot of 9 says too little")
        refused("--indifference", "1", "--by", "reeched", says="did you mean 'reached'?")
        refused("--indifference", "1", "--by", "frequency", says="neither more nor less")
        refused(*ASKED, "-o", "study.toml", says="would replace a file")
        self.path("notes.csv", "mine\n")
        refused(*ASKED, "-o", "notes.csv", says="no table of clout select")
        refused("--indifference", "1", study=HEAD + '[[arm]]\nname = "one"\n', says="one arm")
        self.select(*ASKED, "-o", "out.csv")
        refused(*ASKED, "-o", "out.csv", "--resume", "--set", "run.seed=9", says="belongs to another study")
        refused("--by", "clicks", "--indifference", "1", "-o", "out.csv", "--resume", says="is about reached")


if __name__ == "__main__":
    unittest.main()

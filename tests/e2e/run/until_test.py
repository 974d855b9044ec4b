"""clout run --until: it stops where it should, and what it leaves is a run of that many replicates."""

import json
import os
import signal
import subprocess
import time
import unittest

from small_study import CLOUT, STUDY, Study

TINY = STUDY.replace("accounts = 5000", "accounts = 1500").replace("days = 20", "days = 6").replace(
    "replicates = 2", "replicates = 10").replace('"5 days"', '"2 days"').replace('"15 days"', '"5 days"')


class Until(Study):
    def until(self, goal, *arguments, code=0):
        return self.clout("--until", goal, *arguments, code=code, study=TINY)

    def content(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def half_width(self, told, arm=0, figure="reached"):
        of_figure = told["arms"][arm]["figures"][figure]
        return of_figure["high"] - of_figure["mean"]

    def test_a_goal_of_the_pilot_needs_no_more(self):
        told = json.loads(self.until("reached +- 90%", "--json").stdout)
        self.assertEqual(told["until"]["replicates"], 10)
        self.assertTrue(told["until"]["reached"])
        self.assertIn("Enough: 10 replicates (pilot 10, at most 200)", self.until("reached +- 90%").stdout)

    def test_it_leaves_what_a_run_of_so_many_replicates_leaves(self):
        pilot = json.loads(self.clout("--json", study=TINY).stdout)
        goal = f"reached +- {self.half_width(pilot) * 0.7:.6f}"
        told = json.loads(self.until(goal, "--json", "-o", "out.h5").stdout)
        until = told["until"]
        self.assertTrue(until["reached"])
        self.assertGreater(until["replicates"], 10)
        self.assertLessEqual(self.half_width(told), until["wanted_half_width"])
        self.assertAlmostEqual(until["arms"][0]["half_width"], self.half_width(told), places=6)
        self.clout("-o", "direct.h5", "--replicates", str(until["replicates"]), study=TINY)
        self.assertEqual(self.content("out.h5"), self.content("direct.h5"))
        self.assertFalse(os.path.exists(self.path("out.h5.parts")))
        again = self.until(goal, "--json", "-o", "out.h5", "--resume", "--threads", "1")
        self.assertEqual(json.loads(again.stdout), told)
        self.assertEqual(self.content("out.h5"), self.content("direct.h5"))

    def test_a_pilot_that_was_run_before_is_used(self):
        goal = ["difference in reached +- 1", "--at-most", "14", "--json"]
        whole = self.until(*goal, "-o", "whole.h5", code=1).stdout
        self.clout("-o", "out.h5", study=TINY)
        self.assertEqual(self.until(*goal, "-o", "out.h5", "--resume", code=1).stdout, whole)
        self.assertEqual(self.content("out.h5"), self.content("whole.h5"))

    def test_what_is_not_reached_says_so_with_exit_1(self):
        done = self.until("reached +- 0.001", "--at-most", "12", code=1)
        self.assertIn("Not enough: 12 replicates (pilot 10, at most 12)", done.stdout)
        self.assertIn("is not known within", done.stdout)
        self.assertIn("12 replicates of 6 days", done.stdout)

    def test_a_plain_winner_is_found_and_none_among_equals(self):
        told = json.loads(self.until("winner by reached", "--json").stdout)["until"]
        self.assertEqual((told["winner"], told["reached"], told["replicates"]), ("micro", True, 10))
        equal = TINY.replace('campaigns = []', 'note = "the same"')
        done = self.clout("--until", "winner", "--at-most", "15", "--json", code=1, study=equal)
        told = json.loads(done.stdout)["until"]
        self.assertEqual((told["winner"], told["reached"], told["replicates"]), (None, False, 15))

    def test_a_figure_that_is_not_defined_is_not_waited_for(self):
        done = self.clout("--until", "roi +- 0.1", code=1, study=TINY.replace("campaigns = []", ""))
        self.assertIn("Not enough: 10 replicates (pilot 10, at most 200): roi is not defined for any arm", done.stdout)

    def test_ctrl_c_and_resume_end_at_the_same_bytes(self):
        goal = ["--until", "reached +- 0.001", "--at-most", "60"]
        self.clout(*goal, "-o", "whole.h5", code=1, study=TINY)
        run = subprocess.Popen([CLOUT, "run", self.path("study.toml"), *goal, "-o", "out.h5"], stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE, text=True, cwd=self.folder)
        parts = self.path("out.h5.parts")
        while not os.path.isdir(parts) or sum(not name.endswith(".tmp") for name in os.listdir(parts)) < 12:
            self.assertIsNone(run.poll(), "it ended before it could be stopped")
            time.sleep(0.002)
        run.send_signal(signal.SIGINT)
        said = run.communicate()[1]
        self.assertEqual(run.returncode, 130, said)
        self.assertRegex(said, r"interrupted; \d+ of at most 60 replicates are complete")
        self.assertIn("--until 'reached +- 0.001' --at-most 60 --resume", said)
        self.clout(*goal, "-o", "out.h5", "--resume", code=1, study=TINY)
        self.assertEqual(self.content("out.h5"), self.content("whole.h5"))

    def test_goals_that_make_no_sense_are_refused(self):
        for goal, says in [("soon", "'soon' is no goal"), ("roy +- 0.1", "did you mean 'roi'?"),
                           ("roi +- 0", "'0' is no precision"), ("roi +- inf", "'inf' is no precision"),
                           ("roi +- x%", "'x%' is no precision"), ("winner by frequency", "neither more nor less")]:
            done = self.until(goal, code=2)
            self.assertEqual(done.stdout, "")
            self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
            self.assertIn(says, done.stderr)
        self.assertIn("a pilot of 9 says too little", self.until("winner", "--replicates", "9", code=2).stderr)
        self.assertIn("the pilot alone has 10", self.until("winner", "--at-most", "9", code=2).stderr)
        self.assertIn("nothing is waited for", self.clout("--at-most", "9", code=2).stderr)


if __name__ == "__main__":
    unittest.main()

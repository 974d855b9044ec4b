"""clout response on a market of a second: what is printed, written, refused, and that it goes on after Ctrl-C."""

import csv
import json
import os
import signal
import subprocess
import time
import unittest
import xml.etree.ElementTree as ElementTree

from in_folder import InFolder

CLOUT = os.environ["CLOUT"]
STUDY = """
title = "small"
[run]
days = 56
warm_up = "2 days"
replicates = 3
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
duration = "21 days"
[campaign.roster]
rule = "tier"
tier = "micro"
niche = "any"
"""
FEW = ["--budgets", "4", "--posts", "1,6", "--tiers", "micro,mid"]


class Response(InFolder):
    def command(self, *arguments, campaign="big launch", few=FEW):
        return [CLOUT, "response", "study.toml", "--campaign", campaign, "--progress", "none", *few, *arguments]

    def response(self, *arguments, study=STUDY, code=0, **how):
        self.path("study.toml", study)
        done = subprocess.run(self.command(*arguments, **how), capture_output=True, text=True, timeout=200,
                              cwd=self.folder)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

    def told(self, *arguments, **how):
        return json.loads(self.response("--json", *arguments, **how).stdout)

    def content(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def test_points_are_arms_of_a_run_beyond_the_idle_one(self):
        told = self.told()
        self.assertEqual([curve["roster"] for curve in told["curves"]], ["own roster", "micro", "mid"])
        own, micro, _ = told["curves"]
        self.assertEqual(own["points"], micro["points"])  # the campaign hires micro: the same arms
        self.assertEqual([point["budget_usd"] for point in own["points"]][::4], [7500, 240000])
        self.assertEqual(len(own["points"]), 5)
        compared = json.loads(subprocess.run([CLOUT, "compare", "study-response.h5", "--json"], capture_output=True,
                                             text=True, check=True, cwd=self.folder).stdout)
        arm = next(arm for arm in compared["arms"] if arm["name"] == "own roster, budget 4")
        figure = arm["figures"]["incremental_customers"]
        for part in ("mean", "low", "high"):
            self.assertAlmostEqual(own["points"][4]["incremental"][part], figure[part])
        self.assertAlmostEqual(own["points"][4]["profit_usd"]["mean"], arm["figures"]["profit"]["mean"])

    def test_the_same_accounts_post_more_often_at_their_price(self):
        told = self.told()
        points = {point["posts_per_influencer"]: point for point in told["posts"]["same_roster"]["points"]}
        self.assertEqual(sorted(points), [1, 3, 6])
        # Posts cost in proportion, the fixed cost of each account does not: 6 less 3 is what 5/3 of 3 less 1 is ...
        spent = {posts: point["spent_usd"]["mean"] for posts, point in points.items()}
        self.assertAlmostEqual((spent[6] - spent[3]) / 3, (spent[3] - spent[1]) / 2, places=3)
        # ... and at the same budget no more than that is spent.
        for point in told["posts"]["same_budget"]["points"]:
            self.assertLessEqual(point["spent_usd"]["mean"], 60000)

    def test_all_outputs_say_the_same(self):
        text = self.response("-o", "out.json", "--csv", "out.csv", "--plot", "out.svg").stdout
        told = json.loads(self.content("out.json"))
        self.assertIn(told["summary"].split(":")[0], " ".join(text.split()))
        self.assertTrue(all(len(line) <= 120 for line in text.splitlines()), text)
        with open(self.path("out.csv"), newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        customers = [row for row in rows if row["kind"] == "curve" and row["roster"] == "mid"
                     and row["quantity"] == "incremental_customers"]
        for row, point in zip(customers, told["curves"][2]["points"], strict=True):
            self.assertEqual(float(row["value"]), point["incremental"]["mean"])
        self.assertEqual(sum(row["kind"] == "week" for row in rows), 3 * 8 * 2)
        svg = "".join(ElementTree.fromstring(self.content("out.svg")).itertext())
        self.assertIn("Incremental customers (people)", svg)
        self.assertIn("mid", svg)

    def test_threads_and_another_outcome_change_no_market(self):
        customers = self.told("--threads", "1", "--outcomes", "one.h5")
        self.told("--threads", "3", "--outcomes", "three.h5")
        self.assertEqual(self.content("one.h5"), self.content("three.h5"))
        purchases = self.told("--outcomes", "one.h5", "--resume", "--of", "purchases")
        self.assertEqual(purchases["unit"], "purchases")
        self.assertEqual(purchases["curves"][0]["marginal_roi"], customers["curves"][0]["marginal_roi"])

    def test_budgets_that_buy_nobody(self):
        poor = STUDY.replace("60000 USD", "1 USD")
        told = self.told(study=poor)
        for curve in told["curves"]:
            self.assertIsNone(curve["hill"])
            self.assertIsNone(curve["marginal_roi"]["value"])
            self.assertEqual({point["incremental"]["mean"] for point in curve["points"]}, {0})
        self.assertIsNone(told["next_dollar"]["tier"])
        self.assertIsNone(told["posts"]["same_budget"]["best_posts_per_influencer"])
        text = self.response("--plot", "out.svg", study=poor).stdout
        self.assertIn("cannot be told", text)
        ElementTree.fromstring(self.content("out.svg"))

    def test_one_line_says_what_is_wrong(self):
        for arguments, how, message in [
                ([], {"campaign": "launch"}, "the study has no campaign 'launch' (expected one of: big launch)"),
                (["--from", "2", "--to", "1"], {}, "--from below --to"),
                (["--from", "nan"], {}, "--from: Value nan not in range"),
                (["--to", "nan"], {}, "--to: Value nan not in range"),
                (["--plot", "study.toml"], {}, "would replace a file that this command needs"),
                (["--csv", "a", "-o", "a"], {}, "would replace a file that this command needs"),
                (["--outcomes", "study.toml"], {}, "would replace a file that this command needs"),
                ([], {"few": ["--tiers", "giant"]}, "giant"),
                ([], {"study": STUDY.replace("60000 USD", "0 USD")}, "is 0")]:
            done = self.response(*arguments, code=2, **how)
            self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
            self.assertIn(message, done.stderr)

    def test_after_ctrl_c_it_goes_on_to_the_same(self):
        many = ["--replicates", "12"]
        whole = self.told("--outcomes", "whole.h5", *many)
        run = subprocess.Popen(self.command("--outcomes", "out.h5", *many), stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE, text=True, cwd=self.folder)
        parts = self.path("out.h5.parts")
        while not (os.path.isdir(parts) and any(name.endswith(".h5") for name in os.listdir(parts))):
            self.assertIsNone(run.poll(), "it ended before it could be stopped")
            time.sleep(0.001)
        run.send_signal(signal.SIGINT)
        said = run.communicate()[1]
        self.assertEqual(run.returncode, 130, said)
        self.assertIn("--resume", said)
        self.assertEqual(self.told("--outcomes", "out.h5", "--resume", *many), whole)
        self.assertEqual(self.content("out.h5"), self.content("whole.h5"))


if __name__ == "__main__":
    unittest.main()

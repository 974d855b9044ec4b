"""The studies in scenarios/, small: each is checked, runs, and shows what it is about.

A few thousand accounts stand for the same ten million people, so everything is coarser than in the study itself, but
the seed fixes every bit: a statement holds or fails, it does not flicker. Statements are those that hold with room to
spare at this size.
"""

import glob
import json
import os
import subprocess
import unittest

CLOUT = os.environ["CLOUT"]
SCENARIOS = os.environ["SCENARIOS"]
SMALL = ["--set", "graph.accounts=6000", "--set", "graph.people_per_agent=1700", "--set", "run.warm_up_days=14"]


def study(name):
    return os.path.join(SCENARIOS, name + ".toml")


def run(name, *options):
    done = subprocess.run([CLOUT, "run", study(name), "--json", "--progress", "none", *options],
                          capture_output=True, text=True, timeout=250)
    if done.returncode != 0:
        raise AssertionError(f"{name}: exit {done.returncode}\n{done.stderr}")
    return Result(json.loads(done.stdout))


class Result:
    """Arms of a summary by name."""

    def __init__(self, report):
        self.arms = {arm["name"]: arm for arm in report["arms"]}

    def of(self, arm, figure):
        return self.arms[arm]["figures"][figure]["mean"]

    def hired(self, arm):
        return {tier: count for tier, count in self.arms[arm]["hired"].items() if count > 0}

    def trust_lost(self, arm, tier):
        return self.arms[arm]["trust_start"][tier] - self.arms[arm]["trust_end"][tier]


class Studies(unittest.TestCase):
    def falls(self, result, figure, arms):
        values = [result.of(arm, figure) for arm in arms]
        for above, below in zip(values, values[1:]):
            self.assertGreater(above, below, f"{figure} of {arms}: {values}")

    def idle(self, result, arm):
        self.assertEqual(result.hired(arm), {})
        self.assertEqual(result.of(arm, "impressions"), 0)
        self.assertEqual(result.arms[arm]["spent_usd"], 0)
        self.assertGreater(result.of(arm, "first_purchases"), 0)

    def test_every_file_checks_and_every_study_has_an_arm_without_campaigns(self):
        files = sorted(glob.glob(os.path.join(SCENARIOS, "*.toml")))
        self.assertEqual(len(files), 11)
        done = subprocess.run([CLOUT, "scenario", "check", "--json", *files], capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        for file in files:
            with open(file, encoding="utf-8") as text:
                self.assertIn("campaigns = []", text.read(), file)

    def test_a_study_runs_from_any_folder(self):
        done = subprocess.run([CLOUT, "run", study("real-graph"), "--days", "63", "--replicates", "1", "--json"],
                              cwd="/", capture_output=True, text=True, timeout=250)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stderr, "", "the direction is stated, so nothing is assumed")
        result = Result(json.loads(done.stdout))
        self.idle(result, "nothing")
        for tier in ("nano", "micro", "mid"):
            self.assertEqual(set(result.hired(tier)), {tier})
        self.falls(result, "engagements", ["nano", "micro", "mid"])

    def test_many_small_accounts_engage_more_people_than_few_large_ones(self):
        result = run("celebrity-vs-micro", *SMALL)
        self.idle(result, "nothing")
        self.assertEqual(set(result.hired("celebrity")), {"celebrity"})
        self.assertEqual(set(result.hired("mix")), {"micro", "mid", "macro"})
        self.falls(result, "engagements", ["micro", "mix", "macro", "celebrity"])
        self.falls(result, "reached", ["micro", "macro", "celebrity"])

    def test_the_ladder_falls_in_engagements_from_rung_to_rung(self):
        result = run("nano-to-mega-ladder", *SMALL)
        rungs = ["nano", "micro", "mid", "macro", "mega"]
        for rung in rungs:
            self.assertEqual(set(result.hired(rung)), {rung})
        self.falls(result, "engagements", rungs)

    def test_trust_falls_as_endorsements_saturate(self):
        result = run("saturation", *SMALL)
        self.idle(result, "nothing, one a month")
        arms = ["none", "one a month", "four a month", "eleven a month"]
        for tier in ("micro", "mid"):
            lost = [result.arms[arm]["trust_end"][tier] for arm in arms]
            self.assertEqual(lost, sorted(lost, reverse=True), tier)
            self.assertGreater(lost[0] - lost[-1], 0.02, tier)
        self.falls(result, "engagements", arms)

    def test_hidden_advertising_costs_trust_and_stopping_or_disclosing_spares_some(self):
        result = run("trust-repair", *SMALL)
        self.assertGreater(result.trust_lost("carry on", "macro"), result.trust_lost("disclose", "macro"))
        self.assertGreater(result.trust_lost("disclose", "macro"), result.trust_lost("stop", "macro"))
        self.assertGreater(result.trust_lost("stop", "macro"), result.trust_lost("nothing", "macro"))

    def test_with_ten_accounts_at_most_macro_reaches_more_than_micro(self):
        result = run("launch-under-deadline", *SMALL)
        self.idle(result, "nothing")
        self.falls(result, "reached", ["up to ten macro", "ten micro"])
        self.falls(result, "reached", ["micro, no deadline", "up to ten macro"])


if __name__ == "__main__":
    unittest.main()

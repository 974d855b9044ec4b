"""The studies in scenarios/, small: each is checked, runs, and shows what it is about.

A few thousand accounts stand for the same ten million people, so everything is coarser than in the study itself, but
the seed fixes every bit: a statement holds or fails, it does not flicker. Statements are those that hold with room to
spare at this size.
"""

import csv
import glob
import json
import os
import subprocess
import tempfile
import unittest

CLOUT = os.environ["CLOUT"]
SCENARIOS = os.environ["SCENARIOS"]
SMALL = ["--set", "graph.accounts=6000", "--set", "graph.people_per_agent=1700", "--set", "run.warm_up_days=14"]


def study(name):
    return os.path.join(SCENARIOS, name + ".toml")


def run(name, *options):
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([CLOUT, "run", study(name), "--json", "--progress", "none", *options,
                               "-o", os.path.join(folder, "out.h5")], capture_output=True, text=True, timeout=900)
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

    def trust(self, arm, tier):
        return self.of(arm, f"trust_end.{tier}")


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

    def own_idle_arm(self, result, arm, idle):
        """What the arm adds is known, and is against the arm without campaigns in its own market."""
        added = result.of(arm, "first_purchases") - result.of(idle, "first_purchases")
        self.assertAlmostEqual(result.of(arm, "incremental_customers"), added, delta=1e-6 * abs(added))
        self.assertIsNotNone(result.of(arm, "roi"))

    def test_every_file_checks_and_every_study_has_an_arm_without_campaigns(self):
        files = sorted(glob.glob(os.path.join(SCENARIOS, "*.toml")) + glob.glob(os.path.join(SCENARIOS, "graphs", "*.toml")))
        self.assertEqual(len(files), 14)
        done = subprocess.run([CLOUT, "scenario", "check", "--json", *files], capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        for file in files:
            done = subprocess.run([CLOUT, "scenario", "check", "--resolved", file], capture_output=True, text=True, timeout=60)
            self.assertIn("campaigns = []", done.stdout, file)

    def test_a_study_runs_from_any_folder(self):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([CLOUT, "run", study("real-graph"), "--days", "63", "--replicates", "1", "--json",
                                   "-o", os.path.join(folder, "out.h5")],
                                  cwd="/", capture_output=True, text=True, timeout=900)
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
        self.falls(result, "engagement_rate", ["micro", "mix", "macro", "celebrity"])

    def test_the_ladder_falls_in_engagements_from_rung_to_rung(self):
        result = run("nano-to-mega-ladder", *SMALL)
        rungs = ["nano", "micro", "mid", "macro", "mega"]
        for rung in rungs:
            self.assertEqual(set(result.hired(rung)), {rung})
        self.falls(result, "engagements", rungs)

    def test_clicks_and_sales_of_a_campaign_fall_as_the_market_saturates(self):
        result = run("saturation", *SMALL)
        arms = ["none", "one a month", "four a month", "eleven a month"]
        for arm in arms:
            own = arm.split()[0] + ", idle"
            self.idle(result, own)
            self.own_idle_arm(result, arm, own)
        self.falls(result, "clicks", arms)
        self.falls(result, "first_purchases", [arms[0], arms[-1]])
        for tier in ("micro", "mid"):
            trust = [result.trust(arm, tier) for arm in arms]
            self.assertEqual(trust, sorted(trust, reverse=True), tier)
            self.assertGreater(trust[0] - trust[-1], 0.001, tier)

    def test_a_fresh_creative_helps_in_a_crowd_and_not_in_a_quiet_market(self):
        result = run("crowded-market", *SMALL, "--replicates", "8")
        gain = {market: result.of(f"{market}, fresh", "clicks") - result.of(f"{market}, stale", "clicks")
                for market in ("crowd", "quiet")}
        self.assertGreater(gain["crowd"], 1.5 * gain["quiet"])
        for market in ("crowd", "quiet"):
            for creative in ("fresh", "stale"):
                self.own_idle_arm(result, f"{market}, {creative}", f"{market}, idle")
        self.falls(result, "first_purchases", ["quiet, stale", "crowd, fresh", "crowd, stale"])

    def test_the_micro_advantage_is_larger_for_pleasure_than_for_use(self):
        result = run("hedonic-vs-utilitarian", *SMALL)
        advantage = {kind: result.of(f"{kind}, micro", "engagements") / result.of(f"{kind}, macro", "engagements")
                     for kind in ("pleasure", "use")}
        self.assertGreater(advantage["pleasure"], 1.05 * advantage["use"])
        for kind in ("pleasure", "use"):
            for tier in ("micro", "macro"):
                self.own_idle_arm(result, f"{kind}, {tier}", f"{kind}, idle")

    def test_hidden_advertising_pays_until_it_is_found_out(self):
        result = run("trust-repair", *SMALL)
        self.falls(result, "clicks", ["carry on", "disclose", "caught, disclose", "caught, carry on"])
        self.falls(result, "clicks", ["stop", "caught, stop"])
        for arm in ("stop", "disclose", "carry on"):
            self.own_idle_arm(result, arm, "nothing")
            self.own_idle_arm(result, f"caught, {arm}", "caught, idle")
        trust = [result.trust(arm, "micro") for arm in
                 ("nothing", "stop", "caught, stop", "caught, disclose", "caught, carry on")]
        self.assertEqual(trust, sorted(trust, reverse=True))

    def test_with_ten_accounts_at_most_macro_reaches_more_than_micro_and_the_limit_costs_engagement(self):
        result = run("launch-under-deadline", *SMALL)
        self.idle(result, "nothing")
        self.assertLessEqual(result.hired("ten micro")["micro"], 10)
        self.falls(result, "reached", ["up to ten macro", "up to ten mid", "ten micro"])
        self.falls(result, "engagements", ["micro, no limit", "up to ten macro"])

    def test_cadence_changes_when_people_are_reached_and_not_how_many_posts_are_seen(self):
        with tempfile.TemporaryDirectory() as folder:
            out = os.path.join(folder, "daily.csv")
            result = run("always-on-vs-burst", *SMALL, "--replicates", "2", "--csv", out)
            early = dict.fromkeys(result.arms, 0)
            with open(out, newline="", encoding="utf-8") as file:
                for row in csv.DictReader(file):
                    if row["of"] == "brand" and row["measure"] == "impressions" and int(row["day"]) < 20:
                        early[row["arm"]] += int(row["value"])
        self.assertGreater(early["burst"], early["pulse"])
        self.assertGreater(early["pulse"], early["always on"])
        seen = [result.of(arm, "impressions") for arm in ("always on", "pulse", "burst")]
        self.assertLess(max(seen), 1.1 * min(seen))

    def test_engagements_and_customers_fall_with_the_share_of_macro(self):
        result = run("mixed-portfolio", *SMALL)
        arms = ["all micro", "mostly micro", "half and half", "mostly macro", "all macro"]
        self.falls(result, "engagements", arms)
        self.falls(result, "incremental_customers", arms)
        self.assertEqual(set(result.hired("half and half")), {"micro", "macro"})

    def test_impressions_fall_with_fake_followers_though_the_price_does_not(self):
        result = run("fake-followers", *SMALL)
        arms = ["none fake", "a tenth", "a fifth", "two fifths"]
        self.falls(result, "impressions", arms)
        ratio = result.of("two fifths", "impressions") / result.of("none fake", "impressions")
        self.assertAlmostEqual(ratio, 0.6, delta=0.06)
        for arm in arms:
            self.assertGreater(result.arms[arm]["spent_usd"], 240000)
            self.own_idle_arm(result, arm, f"{arm}, idle")


if __name__ == "__main__":
    unittest.main()

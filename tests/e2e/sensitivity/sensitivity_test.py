"""clout sensitivity on a study of a second per dozen points; what it says is held against the file's own numbers."""

import csv
import json
import os
import signal
import statistics
import subprocess
import time
import unittest
import xml.etree.ElementTree

import h5py

from small_sweep import CLOUT, GRID, STUDY, Sweep

BUDGET = "campaign.big launch.budget_usd"
SHARE = "platform.sponsored_share"
NO_SWEEP = STUDY.replace("[sweep]", "")
RANGES = STUDY + f"""
[[sweep.parameter]]
key = "{BUDGET}"
low = 20000
high = 80000
[[sweep.parameter]]
key = "{SHARE}"
low = 0.02
high = 0.3
"""


class Sensitivity(Sweep):
    def ask(self, *arguments, study=RANGES, source="study.toml", code=0):
        self.path("study.toml", study)
        done = subprocess.run([CLOUT, "sensitivity", source, "--progress", "none", *arguments] if source == "study.toml"
                              else [CLOUT, "sensitivity", source, *arguments],
                              capture_output=True, text=True, timeout=300, cwd=self.folder)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

    def told(self, *arguments, **more):
        return json.loads(self.ask("--json", *arguments, **more).stdout)

    def numbers(self, figure="reached", arm=0, less=1):
        """Settings and the outcome's mean over replicates at each point, from the file itself."""
        with h5py.File(self.path("study-sensitivity.h5")) as file:
            values = file[figure][:, arm] - file[figure][:, less]
            budget, share = file[BUDGET.replace(" ", "_")][:], file[SHARE][:]
        return budget, share, values

    def refused(self, message, *arguments, **more):
        said = self.ask(*arguments, code=2, **more).stderr
        self.assertEqual(len([line for line in said.splitlines() if "left out" not in line]), 1, said)
        self.assertIn(message, said)

    def test_both_default_methods_say_what_the_files_numbers_say(self):
        told = self.told("--trajectories", "3")
        self.assertEqual((told["figure"], told["arm"], told["less"]), ("reached", "micro", "nothing"))
        self.assertEqual(told["design"], "own-settings:1 one-at-a-time:4 morris:9")
        budget, share, values = self.numbers()
        self.assertAlmostEqual(told["own"]["mean"], values[0].mean())
        for row in told["one_at_a_time"]:
            for step in row["steps"]:
                change = values[step["point"]] - values[0]
                self.assertAlmostEqual(step["change"]["mean"], change.mean())
                at = budget if row["key"] == BUDGET else share
                self.assertEqual(step["value"], at[step["point"]])
                other = share if row["key"] == BUDGET else budget
                self.assertEqual(other[step["point"]], other[0])
        effects = {BUDGET: [], SHARE: []}
        for point in range(5, 14):
            if (point - 5) % 3 == 0:
                continue
            change = values[point].mean() - values[point - 1].mean()
            if budget[point] != budget[point - 1]:
                effects[BUDGET].append(change * 60000 / (budget[point] - budget[point - 1]))
            else:
                effects[SHARE].append(change * 0.28 / (share[point] - share[point - 1]))
        for row in told["morris"]:
            found = effects[row["key"]]
            self.assertEqual(len(found), 3)
            self.assertAlmostEqual(row["mean"]["mean"], statistics.mean(found), 3)
            self.assertAlmostEqual(row["mean_absolute"]["mean"], statistics.mean(map(abs, found)), 3)
            self.assertAlmostEqual(row["deviation"], statistics.stdev(found), 3)
        ranks = [row["mean_absolute"]["mean"] for row in told["morris"]]
        self.assertEqual(ranks, sorted(ranks, reverse=True))

    def test_sobol_indices_are_those_of_the_files_numbers(self):
        told = self.told("--method", "sobol", "--rows", "8")
        _, _, values = self.numbers()
        rows = values.mean(axis=1)[1:].reshape(8, 4)
        rows = rows - rows[:, :2].mean()
        variance = (rows[:, :2] ** 2).mean()
        for row in told["sobol"]:
            at = 2 + [BUDGET, SHARE].index(row["key"])
            self.assertAlmostEqual(row["first"]["value"], (rows[:, 1] * (rows[:, at] - rows[:, 0])).mean() / variance)
            self.assertAlmostEqual(row["total"]["value"], ((rows[:, 0] - rows[:, at]) ** 2).mean() / 2 / variance)
            self.assertLessEqual(row["total"]["low"], row["total"]["high"])

    def test_pawn_and_the_variance_split_have_their_own_points(self):
        told = self.told("--method", "pawn,variance-split", "--pawn-points", "24", "--split-points", "3",
                         "--split-graphs", "2")
        self.assertEqual(told["design"], "own-settings:1 pawn:24 variance-split:6/2")
        for row in told["pawn"]:
            self.assertTrue(0 <= row["median"]["mean"] <= 1)
        split = told["variance_split"]
        self.assertAlmostEqual(sum(split[part]["value"] for part in ("settings", "graph", "chance")), 1)
        with h5py.File(self.path("study-sensitivity.h5")) as file:
            seeds = list(file["run.seed"][:])
        self.assertEqual(seeds[:25], [3] * 25)
        self.assertEqual(len(set(seeds[24:])), 7)
        self.refused("cannot tell chance", "--method", "variance-split", "--replicates", "1")

    def test_another_figure_needs_no_rerun(self):
        self.ask("--trajectories", "2")
        before = self.content("study-sensitivity.h5")
        told = self.told("--figure", "impressions", "--arm", "micro", source="study-sensitivity.h5")
        again = self.told("--figure", "impressions", "--arm", "micro", "--trajectories", "2", "-o", "again.h5")
        self.assertEqual(told["less"], None)
        self.assertEqual(told["morris"], again["morris"])
        self.assertEqual(self.content("study-sensitivity.h5"), before)
        for message, arguments in [
                ("there is no figure 'impression'", ["--figure", "impression"]),
                ("did you mean 'micro'?", ["--arm", "micr"]),
                ("is the arm itself", ["--arm", "micro", "--less", "micro"]),
                ("points that were run already", ["--method", "sobol"]),
                ("is not defined", ["--figure", "roi", "--arm", "nothing"]),
                ("would replace a file", ["--csv", "study-sensitivity.h5"])]:
            self.refused(message, *arguments, source="study-sensitivity.h5")

    def test_table_csv_and_picture(self):
        text = self.ask("--method", "one-at-a-time,morris,sobol,pawn", "--trajectories", "2", "--rows", "2",
                        "--pawn-points", "24", "--csv", "s.csv", "--plot", "s.svg").stdout
        self.assertTrue(all(len(line) <= 110 for line in text.splitlines()), text)
        for part in ("at the study's own settings", "One at a time", "Morris", "Sobol", "PAWN", "Everything is in"):
            self.assertIn(part, text)
        with open(self.path("s.csv"), newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual({row["method"] for row in rows}, {"own-settings", "one-at-a-time", "morris", "sobol", "pawn"})
        self.assertEqual(sum(row["measure"] == "change" for row in rows), 4)
        said = self.told(source="study-sensitivity.h5")
        self.assertIn(said["verdict"], " ".join(text.split()))
        self.assertTrue({*said["deciding"]}.isdisjoint(said["idle"]))
        picture = xml.etree.ElementTree.parse(self.path("s.svg")).getroot()
        self.assertIn("What decides people reached, micro less nothing", picture[0].text)

    def test_settings_by_name_and_all_assumed(self):
        told = self.told("--parameters", f"{BUDGET},market.mechanism.trust", "--trajectories", "2", study=NO_SWEEP)
        self.assertEqual([each["key"] for each in told["settings"]], [BUDGET, "market.mechanism.trust"])
        trust = next(row for row in told["one_at_a_time"] if row["key"] == "market.mechanism.trust")
        self.assertEqual([step["value"] for step in trust["steps"]], [False])
        told = self.told("--assumed", "--method", "one-at-a-time", "--replicates", "1", "-o", "all.h5", study=NO_SWEEP)
        keys = {each["key"] for each in told["settings"]}
        self.assertIn("market.trust.loss_rate", keys)
        self.assertFalse(any(key.startswith(("graph.", "run.")) for key in keys))
        for message, arguments in [
                ("sweep", []),
                ("did you mean", ["--parameters", "platform.sponsored_shar"]),
                ("no range of its own", ["--parameters", "campaign.big launch.brand"]),
                ("named twice", ["--parameters", f"{SHARE},{SHARE}"]),
                ("did you mean 'micro'?", ["--parameters", SHARE, "--arm", "micr"]),
                ("is the arm itself", ["--parameters", SHARE, "--arm", "micro", "--less", "micro"]),
                ("Sobol indices of", ["--assumed", "--method", "sobol"])]:
            self.refused(message, *arguments, study=NO_SWEEP)

    def test_a_sweep_is_no_sensitivity_study(self):
        self.sweep("-o", "sweep.h5", study=GRID)
        self.refused("a sweep of another design (grid)", source="sweep.h5")

    def test_killed_and_extended_it_goes_on_to_the_same_bytes(self):
        self.ask("--trajectories", "6", "-o", "whole.h5")
        run = subprocess.Popen([CLOUT, "sensitivity", "study.toml", "--trajectories", "6", "-o", "out.h5"],
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd=self.folder)
        parts = self.path("out.h5.parts")
        while not os.path.isdir(parts) or len(os.listdir(parts)) < 3:
            self.assertIsNone(run.poll(), "it ended before it could be stopped")
            time.sleep(0.001)
        run.send_signal(signal.SIGINT)
        self.assertIn("--trajectories 6 --resume", run.communicate()[1])
        self.assertEqual(run.returncode, 130)
        self.ask("--trajectories", "6", "-o", "out.h5", "--resume")
        self.assertEqual(self.content("out.h5"), self.content("whole.h5"))
        self.ask("--trajectories", "3", "-o", "longer.h5")
        self.ask("--trajectories", "6", "-o", "longer.h5", "--resume", "--threads", "1")
        self.assertEqual(self.content("longer.h5"), self.content("whole.h5"))


if __name__ == "__main__":
    unittest.main()

"""What clout sweep prints, and that a point is nothing but the study with other settings."""

import csv
import json
import subprocess
import unittest

from small_sweep import CLOUT, GRID, SPREAD, STUDY, Sweep


class Output(Sweep):
    def test_a_point_is_the_study_with_its_settings(self):
        told = json.loads(self.sweep("--json", study=GRID).stdout)
        self.assertEqual(len(told["points"]), 6)
        for point in (told["points"][0], told["points"][-1]):
            changes = [f"--set={key}={value}" for key, value in point["settings"].items()]
            run = subprocess.run([CLOUT, "run", "study.toml", "--json", *changes], capture_output=True, text=True,
                                 check=True, cwd=self.folder)
            for here, there in zip(point["arms"], json.loads(run.stdout)["arms"], strict=True):
                self.assertEqual(here["name"], there["name"])
                self.assertEqual(len(here["figures"]), len(there["figures"]))
                for name, figure in here["figures"].items():
                    self.assertEqual([figure[part] for part in ("mean", "low", "high")],
                                     [there["figures"][name][part] for part in ("mean", "low", "high")], name)
                self.assertEqual(here["chance_mean_best"],
                                 there["figures"][told["figure"]]["chance_mean_best"])

    def test_threads_change_no_byte(self):
        self.sweep("--threads", "1", "-o", "one.h5", study=GRID)
        self.sweep("--threads", "3", "-o", "three.h5")
        self.assertEqual(self.content("one.h5"), self.content("three.h5"))

    def test_the_table_has_a_line_for_each_point_and_a_sentence(self):
        text = self.sweep(study=GRID).stdout
        self.assertRegex(text, r"It (flips|does not flip|is not shown to flip): ")
        self.assertEqual(sum("k    " in line for line in text.splitlines()), 6, text)
        self.assertIn("Everything is in study-sweep.h5", text)
        self.assertTrue(all(len(line) <= 100 for line in text.splitlines()), text)

    def test_csv_is_tidy_and_says_what_json_says(self):
        told = json.loads(self.sweep("--json", "--csv", "sweep.csv", study=GRID).stdout)
        with open(self.path("sweep.csv"), newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(len(rows), 6 * 2 * 2 * len(told["figure_units"]))
        for row in rows:
            point = told["points"][int(row["point"])]
            self.assertEqual(float(row["platform.sponsored_share"]), point["settings"]["platform.sponsored_share"])
            arm = next(arm for arm in point["arms"] if arm["name"] == row["arm"])
            value = arm["figures"][row["figure"]]["values"][int(row["replicate"])]
            self.assertEqual(row["value"], "" if value is None else row["value"])
            if value is not None:
                self.assertEqual(float(row["value"]), value)

    def test_words_switches_and_graphs_may_vary(self):
        text = STUDY + ('design = "list"\n[[sweep.parameter]]\nkey = "graph.accounts"\nvalues = [800, 1000, 1000]\n'
                        '[[sweep.parameter]]\nkey = "market.mechanism.trust"\nvalues = [true, true, false]\n'
                        '[[sweep.parameter]]\nkey = "campaign.big launch.objective"\n'
                        'values = ["sales", "awareness", "sales"]\n')
        told = json.loads(self.sweep("--json", study=text).stdout)
        self.assertEqual([point["settings"]["graph.accounts"] for point in told["points"]], [800, 1000, 1000])
        self.assertEqual([point["settings"]["market.mechanism.trust"] for point in told["points"]],
                         [True, True, False])
        # Another objective alone changes no number; another graph does.
        reached = [point["arms"][0]["figures"]["impressions"]["values"] for point in told["points"]]
        self.assertNotEqual(reached[0], reached[1])

    def test_one_line_says_what_is_wrong(self):
        for study, arguments, message in [
                (STUDY.replace("[sweep]", ""), [], "the study has no sweep"),
                (GRID, ["--points", "8"], "the points of a grid or list are those of its values"),
                (GRID, ["--by", "first_purchase"], "did you mean 'first_purchases'?"),
                (GRID, ["-o", "study.toml"], "would replace a file that this command needs"),
                (STUDY + '[[sweep.parameter]]\nkey = "campaign.big launch.duration"\nvalues = ["3 days", "9 days"]\n',
                 [], "at point ")]:
            done = self.sweep(*arguments, study=study, code=2)
            self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
            self.assertIn(message, done.stderr)

    def test_the_outcomes_of_a_run_are_not_replaced(self):
        self.path("study.toml", GRID)
        subprocess.run([CLOUT, "run", "study.toml", "-o", "out.h5"], capture_output=True, check=True, cwd=self.folder)
        before = self.content("out.h5")
        self.assertIn("holds a clout-outcome file", self.sweep("-o", "out.h5", code=2).stderr)
        self.assertEqual(self.content("out.h5"), before)

    def test_other_commands_know_a_sweep(self):
        self.sweep("-o", "out.h5", study=GRID)
        told = subprocess.run([CLOUT, "compare", "out.h5"], capture_output=True, text=True, cwd=self.folder)
        self.assertEqual(told.returncode, 2)
        self.assertIn("the file holds a sweep", told.stderr)
        text = subprocess.run([CLOUT, "inspect", "out.h5"], capture_output=True, text=True, cwd=self.folder)
        self.assertEqual(text.returncode, 0, text.stderr)
        self.assertIn("6 of a grid over campaign.big launch.budget_usd, platform.sponsored_share", text.stdout)
        config = subprocess.run([CLOUT, "inspect", "out.h5", "--config"], capture_output=True, text=True,
                                cwd=self.folder, check=True)
        self.path("again.toml", config.stdout)
        subprocess.run([CLOUT, "sweep", "again.toml", "-o", "again.h5"], capture_output=True, check=True,
                       cwd=self.folder)

    def test_a_spread_design_stays_within_its_ranges(self):
        told = json.loads(self.sweep("--json", study=SPREAD).stdout)
        self.assertEqual(len(told["points"]), 4)
        for point in told["points"]:
            self.assertTrue(1e4 <= point["settings"]["campaign.big launch.budget_usd"] <= 1e5)
            self.assertTrue(0.01 <= point["settings"]["platform.sponsored_share"] <= 0.3)


if __name__ == "__main__":
    unittest.main()

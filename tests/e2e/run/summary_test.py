"""What clout run prints and writes."""

import csv
import json
import os
import stat
import subprocess
import unittest

from small_study import CLOUT, STUDY, Study


class Summary(Study):
    def test_threads_change_no_figure_and_the_seed_does(self):
        one = self.clout("--json", "--threads", "1").stdout
        self.assertEqual(one, self.clout("--json", "--threads", "2").stdout)
        self.assertNotEqual(one, self.clout("--json", "--seed", "4").stdout)

    def test_every_figure_has_its_interval_and_its_count(self):
        report = json.loads(self.clout("--json").stdout)
        micro, nothing = report["arms"]
        for arm in (micro, nothing):
            for name, figure in arm["figures"].items():
                self.assertEqual(figure["replicates"], 2, name)
                if figure["mean"] is not None:
                    self.assertLessEqual(figure["low"], figure["mean"], name)
                    self.assertGreaterEqual(figure["high"], figure["mean"], name)
        self.assertLess(nothing["figures"]["reached"]["difference_to_reference"]["mean"], 0)
        self.assertGreater(micro["figures"]["reached"]["mean"], 0)
        self.assertEqual(nothing["figures"]["impressions"]["mean"], 0)
        self.assertIsNone(nothing["figures"]["roi"]["mean"])
        self.assertAlmostEqual(micro["spent_usd"] + micro["left_over_usd"], 60000, places=6)
        self.assertEqual((nothing["spent_usd"], nothing["left_over_usd"]), (0, 0))
        self.assertEqual(report["studies"][0]["seed"], 3)

    def test_without_an_idle_arm_the_return_is_not_known(self):
        report = json.loads(self.clout("--json", study=STUDY.replace("campaigns = []", "")).stdout)
        self.assertIsNone(report["arms"][0]["figures"]["roi"]["mean"])

    def test_the_table_names_arms_and_claims_no_more_than_it_knows(self):
        done = self.clout()
        self.assertEqual(done.stderr, "")
        self.assertNotIn("\033", done.stdout)
        for word in ("small", "does it pay?", "micro", "nothing", "first_purchases", "2 replicates", "seed 3"):
            self.assertIn(word, done.stdout)
        self.assertRegex(done.stdout, "It is open which arm|has the most")
        self.assertIn("One replicate decides nothing", self.clout("--replicates", "1").stdout)

    def test_the_daily_file_adds_up_to_the_summary(self):
        out = self.path("daily.csv")
        report = json.loads(self.clout("--json", "--csv", out).stdout)
        sums, keys, stages = {}, set(), {}
        with open(out, newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                key = tuple(row[name] for name in ("arm", "replicate", "day", "of", "name", "measure"))
                self.assertNotIn(key, keys)
                keys.add(key)
                if row["of"] == "brand":
                    sums[row["arm"], row["measure"]] = sums.get((row["arm"], row["measure"]), 0) + int(row["value"])
                    if row["measure"] in ("unaware", "aware", "considering", "tried", "repeat"):
                        place = key[:3]
                        stages[place] = stages.get(place, 0) + int(row["value"])
        self.assertEqual({key[:3] for key in keys},
                         {(arm, str(r), str(day)) for arm in ("micro", "nothing") for r in range(2) for day in range(20)})
        self.assertEqual(set(stages.values()), {5000}, "consumers are in one stage each")
        for arm in report["arms"]:
            for name in ("first_purchases", "clicks", "reached"):
                self.assertAlmostEqual(sums[arm["name"], name] * 400 / 2, arm["figures"][name]["mean"])
        self.assertEqual([name for name in os.listdir(self.folder) if name.endswith(".tmp")], [])

    def refused(self, *arguments, says, study=STUDY):
        done = self.clout(*arguments, code=2, study=study)
        self.assertEqual(done.stdout, "")
        self.assertIn(says, done.stderr)

    def test_broken_input_is_one_clear_message(self):
        self.refused(study=STUDY.replace("days = 20", "dayz = 20"), says="dayz")
        self.refused("--set", "run.days=many", says="run.days")
        self.refused("--replicates", "0", says="--replicates")
        self.refused("--memory-limit", "nan", says="--memory-limit: Value nan not in range [0.001 - 1e+06]")
        for option in ("-o", "--csv"):
            self.refused(option, os.path.join(self.folder, "no-such-folder", "x"), says="no-such-folder")
        self.refused("--set", "brand.acme.niche=gardening", says="gardening")
        self.refused("--progress", "loud", says="--progress")

    def test_an_output_costs_no_file_that_the_study_needs(self):
        table = self.path("table.csv", "followers\n2000\n3000\n")
        self.refused("-o", "study.toml", says="would replace a file")
        self.refused("--csv", "./study.toml", says="would replace a file")
        self.refused("-o", "x.h5", "--csv", "./x.h5", says="would replace a file")
        self.refused("-o", table, "--set", "graph.influencer_table=table.csv", says="would replace a file")
        self.refused("-o", table, says="is no outcome file")
        pipe = self.path("pipe")
        os.mkfifo(pipe)
        for option in ("-o", "--csv"):
            self.refused(option, pipe, says="is no ordinary file")
            self.refused(option, "/proc/self/fd/1", says="is a device or stream, and only files are written")
        self.assertTrue(stat.S_ISFIFO(os.stat(pipe).st_mode))
        with open(table, encoding="utf-8") as file:
            self.assertEqual(file.read(), "followers\n2000\n3000\n")

    def test_what_is_read_more_than_once_does_not_come_through_a_pipe(self):
        generated = "accounts = 5000\nmean_follows = 15\npeople_per_agent = 400\n"
        self.assertIn(generated, STUDY)
        says = "is no ordinary file (expected a file, since it is read more than once)"
        with open(self.path("edges.txt", "1 2\n2 3\n3 1\n"), "rb") as file:
            edges = file.read()
        studies = {"graph.file": STUDY.replace(generated, 'file = "/dev/stdin"\n'),
                   "graph.influencer_table": STUDY.replace("[[brand]]", 'influencer_table = "/dev/stdin"\n[[brand]]')}
        for setting, study in studies.items():
            for more in ([], ["--dry-run"], ["--until", "winner"]):
                done = subprocess.run([CLOUT, "run", self.path("piped.toml", study), *more], input=edges,
                                      capture_output=True, timeout=60, cwd=self.folder)
                self.assertEqual(done.returncode, 2, (setting, more))
                self.assertIn("/dev/stdin: " + says, done.stderr.decode(), (setting, more))
        done = subprocess.run([CLOUT, "run", "/dev/stdin"], input=STUDY.encode(), capture_output=True, timeout=60, cwd=self.folder)
        self.assertEqual(done.returncode, 2)
        self.assertIn("/dev/stdin: " + says, done.stderr.decode())

    def test_what_cannot_be_printed_is_an_error(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            for command in (["scenario", "--template"], ["--help"], ["man", "run"], ["compare", "--figures"]):
                done = subprocess.run([CLOUT, *command], stdout=full, stderr=subprocess.PIPE, text=True)
                self.assertEqual(done.returncode, 2, command)
                self.assertIn("standard output: cannot be written", done.stderr)
        closed = subprocess.run(["bash", "-c", '"$0" scenario --template >&-', CLOUT], stderr=subprocess.PIPE, text=True)
        self.assertEqual(closed.returncode, 2)

    def test_a_missing_file_is_named(self):
        generated = "accounts = 5000\nmean_follows = 15\npeople_per_agent = 400\n"
        self.assertIn(generated, STUDY)
        done = self.clout(code=2, study=STUDY.replace(generated, 'file = "sub/nowhere.h5"\n'))
        self.assertIn(os.path.join(self.folder, "sub", "nowhere.h5"), done.stderr, "it is sought beside the study")
        self.refused("--set", "graph.influencer_table=nowhere.csv", says="nowhere.csv")

    def test_a_table_that_does_not_fit_the_market_is_said(self):
        self.path("table.csv", "followers\n900000000\n500\n")
        self.refused("--set", "graph.influencer_table=table.csv", says="0 rows have 1000 to ")


    def test_what_an_arm_adds_is_measured_in_its_own_market_or_not_at_all(self):
        arms = STUDY + """
[[arm]]
name = "fakes"
set = { "platform.fake_follower_share" = 0.4 }
[[arm]]
name = "fakes alone"
campaigns = []
set = { "platform.fake_follower_share" = 0.4 }
[[arm]]
name = "no talk"
set = { "market.mechanism.word_of_mouth" = false }
"""
        report = json.loads(self.clout("--json", study=arms).stdout)
        figures = {arm["name"]: arm["figures"] for arm in report["arms"]}
        sold = {name: arm["first_purchases"]["mean"] for name, arm in figures.items()}
        for name, idle in (("micro", "nothing"), ("fakes", "fakes alone")):
            self.assertAlmostEqual(figures[name]["incremental_customers"]["mean"], sold[name] - sold[idle])
        self.assertNotEqual(sold["nothing"], sold["fakes alone"])
        self.assertIsNone(figures["no talk"]["incremental_customers"]["mean"])
        self.assertIn("in the same market as no talk", " ".join(report["caveats"]))


if __name__ == "__main__":
    unittest.main()

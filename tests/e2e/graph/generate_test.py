"""clout graph generate, run as a user runs it."""

import json
import os
import re
import subprocess
import unittest

from in_folder import InFolder

CLOUT = os.environ["CLOUT"]
SMALL = ("--accounts", "3000")


class Generate(InFolder):
    def clout(self, *arguments, code=0, command="generate"):
        done = subprocess.run([CLOUT, "graph", command, *arguments], capture_output=True, text=True, timeout=120)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

    def summary(self, *arguments, name="a.h5"):
        return json.loads(self.clout(*arguments, "-o", self.path(name), "--json").stdout)

    def refused(self, *arguments, output="a.h5", messages=1):
        """The one message (or so many) of a run that ends with 2 and writes nothing."""
        before = os.listdir(self.folder)
        done = self.clout(*arguments, "-o", self.path(output), code=2)
        self.assertEqual(os.listdir(self.folder), before, "nothing half-written")
        self.assertEqual(done.stdout, "")
        self.assertEqual(len(done.stderr.splitlines()), messages, done.stderr)
        return done.stderr

    def test_a_table_is_planted_for_the_size_that_options_ask_for(self):
        self.path("table.csv", "followers\n" + "4000\n" * 3000)
        study = self.path("planted.toml", "[run]\nseed = 5\n[graph]\naccounts = 1000000\nstars = 0\npeople_per_agent = 40\n"
                                          'influencer_table = "table.csv"\n')
        out = self.path("planted.h5")
        done = self.clout("--scenario", study, "--accounts", "10000", "--mean-follows", "20", "-o", out)
        # 3% of 200,000 follows at 100 accounts each.
        self.assertRegex(done.stdout, r"planted +60\n")

    def test_json_says_what_was_made(self):
        report = self.summary(*SMALL, "--seed", "7", "--niches", "5", "--people-per-agent", "2.5")
        self.assertEqual((report["accounts"], report["niches"], report["seed"]), (3000, 5, 7))
        self.assertEqual(report["people_per_agent"], 2.5)
        self.assertEqual(report["output"], self.path("a.h5"))
        self.assertGreater(report["follows"], 30000)
        self.assertRegex(report["fingerprint"], "^[0-9a-f]{16}$")
        self.assertEqual(os.listdir(self.folder), ["a.h5"])

    def test_the_summary_for_people_has_the_same_figures(self):
        report = self.summary(*SMALL)
        done = self.clout(*SMALL, "-o", self.path("a.h5"))
        self.assertRegex(done.stdout, rf"follows +{report['follows']} ")
        self.assertIn(report["fingerprint"], done.stdout)
        self.assertRegex(done.stdout, r"planted +4\n")
        self.assertEqual(done.stderr, "", "progress belongs on a terminal only")

    def test_files_are_the_same_bytes_on_any_number_of_threads_and_others_for_another_seed(self):
        content = {}
        for name, options in {"one": ("--threads", "1"), "three": ("--threads", "3"), "seed": ("--seed", "2")}.items():
            self.clout(*SMALL, *options, "-o", self.path(name + ".h5"))
            with open(self.path(name + ".h5"), "rb") as file:
                content[name] = file.read()
        self.assertEqual(content["one"], content["three"])
        self.assertNotEqual(content["one"], content["seed"])

    def test_a_scenario_gives_the_settings_and_options_override_them(self):
        scenario = self.path("study.toml", """
[run]
seed = 5
[graph]
accounts = 3000
reciprocity = 0.2
""")
        by_file = self.summary("--scenario", scenario)
        self.assertEqual(by_file["seed"], 5)
        by_hand = self.summary(*SMALL, "--seed", "5", "--reciprocity", "0.2")
        self.assertEqual(by_file["fingerprint"], by_hand["fingerprint"])
        overridden = self.summary("--scenario", scenario, "--seed", "1", "--reciprocity", "0.3")
        self.assertEqual(overridden["fingerprint"], self.summary(*SMALL, "--reciprocity", "0.3")["fingerprint"])
        self.assertNotEqual(overridden["fingerprint"], by_file["fingerprint"])

    def test_the_broadcast_preset_is_a_reciprocity_of_a_tenth(self):
        by_name = self.summary(*SMALL, "--preset", "broadcast")["fingerprint"]
        self.assertEqual(by_name, self.summary(*SMALL, "--reciprocity", "0.1")["fingerprint"])
        self.assertEqual(self.summary(*SMALL)["fingerprint"], self.summary(*SMALL, "--preset", "default")["fingerprint"])
        self.assertNotEqual(by_name, self.summary(*SMALL)["fingerprint"])

    def test_celebrities_come_beside_the_stars_and_none_can_be_wanted(self):
        with_stars = self.clout(*SMALL, "--celebrity", "a=0.2", "--celebrity", "b=0.1@niche-3", "-o", self.path("a.h5"))
        self.assertRegex(with_stars.stdout, r"planted +6\n")
        without = self.clout(*SMALL, "--stars", "0", "-o", self.path("a.h5"))
        self.assertRegex(without.stdout, r"planted +0\n")

    def test_edge_lists_can_be_written_and_hold_the_same_graph(self):
        report = self.summary("--accounts", "500", "--stars", "0", name="a.txt")
        again = self.clout(self.path("a.txt"), "-o", self.path("b.h5"), "--json", command="import")
        self.assertEqual(json.loads(again.stdout)["follows"], report["follows"])

    def test_a_default_graph_passes_the_check_of_describe(self):
        self.clout("--accounts", "100000", "-o", self.path("a.h5"))
        self.clout(self.path("a.h5"), "--check", "--exact-up-to", "0", "--samples", "100000", command="describe")
        self.clout("--accounts", "100000", "--reciprocity", "0.05", "-o", self.path("a.h5"))
        self.clout(self.path("a.h5"), "--check", "--exact-up-to", "0", "--samples", "100000", command="describe", code=1)

    def test_numbers_that_cannot_be_read_are_refused_by_option(self):
        for text in ("abc", "nan", "1e300", "1000.5", "12x"):
            self.assertIn("--accounts", self.refused("--accounts", text), text)
        for text in ("-1", "1.5", "x", "99999999999999999999"):
            self.assertIn("--seed", self.refused(*SMALL, "--seed", text), text)
        for option, text in (("--threads", "0"), ("--threads", "x"), ("--compress", "10"), ("--reciprocity", "much")):
            self.assertIn(option, self.refused(*SMALL, option, text))

    def test_numbers_out_of_range_are_refused_by_name_with_the_range_all_at_once(self):
        self.assertIn("reciprocity: 2 is out of range (expected 0 to 0.7)", self.refused(*SMALL, "--reciprocity", "2"))
        all_three = self.refused("--accounts", "7", "--reciprocity", "-1", "--circle-size", "1", messages=3)
        for name in ("accounts: 7", "reciprocity: -1", "circle_size: 1"):
            self.assertIn(f"graph.{name} is out of range", all_three)
        self.assertIn("mean_follows", self.refused(*SMALL, "--mean-follows", "2000"))

    def test_celebrities_that_make_no_sense_are_refused(self):
        for text in ("x", "=0.1", "x=", "x=abc", "x=0.1abc"):
            self.assertIn("NAME=SHARE", self.refused(*SMALL, "--celebrity", text), text)
        for text in ("x=0.9", "x=0", "x=nan", "x=-0.1"):
            self.assertIn("above 0, at most 0.5", self.refused(*SMALL, "--celebrity", text), text)
        self.assertIn("did you mean 'niche-2'?", self.refused(*SMALL, "--celebrity", "x=0.1@nich-2"))
        self.assertIn("used twice", self.refused(*SMALL, "--celebrity", "x=0.1", "--celebrity", "x=0.2"))

    def test_options_files_and_presets_that_do_not_exist_are_refused(self):
        self.assertIn("--colour", self.refused(*SMALL, "--colour"))
        self.assertIn("{default,broadcast}", self.refused(*SMALL, "--preset", "weibo"))
        missing = self.path("missing.toml")
        self.assertIn(missing, self.refused("--scenario", missing))
        self.assertIn("--preset", self.refused("--scenario", missing, "--preset", "default"))
        broken = self.path("broken.toml", "[run]\nseed = 5\n[graph]\nacounts = 5\n")
        self.assertRegex(self.refused("--scenario", broken), re.escape(broken) + r":4:.*acounts")

    def test_an_output_that_cannot_be_written_is_refused(self):
        self.assertIn("cannot be written", self.refused(*SMALL, output="no/such/folder/a.h5"))
        self.assertIn("format", self.refused(*SMALL, output="a.xyz"))
        self.assertIn("--output", self.clout(*SMALL, code=2).stderr)
        os.mkdir(self.path("folder.h5"))
        self.assertIn("folder.h5", self.refused(*SMALL, output="folder.h5"))

    def test_an_older_file_survives_a_refusal(self):
        older = self.path("a.h5", "precious")
        self.refused(*SMALL, "--reciprocity", "2")
        with open(older, encoding="utf-8") as file:
            self.assertEqual(file.read(), "precious")


if __name__ == "__main__":
    unittest.main()

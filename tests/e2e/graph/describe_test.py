"""clout graph describe, run as a user runs it."""

import json
import os
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree

CLOUT = os.environ["CLOUT"]
DATA = os.environ["DATA"]
WIKI = f"{DATA}/graphs/wiki-Vote.txt.gz"
EPINIONS = f"{DATA}/graphs/soc-Epinions1.txt.gz"
TWITTER = f"{DATA}/graphs/twitter-topic-b.txt.gz"


class Describe(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def clout(self, *arguments, code=0, command="describe"):
        done = subprocess.run([CLOUT, "graph", command, *arguments], capture_output=True, text=True, timeout=120)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

    def figures(self, *arguments):
        graph = json.loads(self.clout(*arguments, "--json").stdout)["graphs"][0]
        return {figure["key"]: figure for figure in graph["figures"]}

    def test_the_table_shows_value_target_mark_and_published_values(self):
        done = self.clout(EPINIONS)
        row = next(line for line in done.stdout.splitlines() if line.startswith("edge reciprocity"))
        self.assertEqual(row.split()[2:8], ["0.4052", "0.3", "..", "0.45", "ok", "0.362"])
        self.assertRegex(done.stdout, r"follows per account +6\.706 +30 \.\. 100 MISS")
        self.assertNotIn("\x1b", done.stdout, "colour belongs on a terminal only")
        self.assertEqual(done.stderr, "")

    def test_json_gives_every_figure_with_definition_error_and_sample_size(self):
        exact = self.figures(WIKI)
        sampled = self.figures(WIKI, "--exact-up-to", "0", "--samples", "20000", "--seed", "5")
        for figure in exact.values():
            self.assertTrue(figure["definition"])
        for key in ("transitivity", "local_clustering", "closure"):
            self.assertEqual(exact[key]["samples"], 0)
            self.assertEqual(exact[key]["standard_error"], 0)
            self.assertEqual(sampled[key]["samples"], 20000)
            # one of 3 figures beyond 4.5 standard errors: 2e-5
            self.assertLess(abs(sampled[key]["value"] - exact[key]["value"]), 4.5 * sampled[key]["standard_error"])
        self.assertEqual(exact["mean_follows"]["target"], [30, 100])
        self.assertEqual(exact["mean_follows"]["verdict"], "missed")

    def test_the_same_seed_gives_the_same_bytes_and_another_one_other_samples(self):
        options = (WIKI, "--exact-up-to", "0", "--samples", "1000", "--json")
        first = self.clout(*options).stdout
        self.assertEqual(first, self.clout(*options).stdout)
        self.assertNotEqual(first, self.clout(*options, "--seed", "2").stdout)

    def test_a_graph_file_has_the_figures_of_the_list_it_was_imported_from(self):
        self.clout(WIKI, "-o", self.path("wiki.h5"), command="import")
        self.assertEqual(self.figures(WIKI), self.figures(self.path("wiki.h5")))

    def test_check_exits_with_1_when_a_target_is_missed(self):
        self.clout(WIKI, "--check", code=1)
        self.clout(WIKI)

    def test_the_picture_holds_two_curves_for_every_graph(self):
        self.clout(WIKI, EPINIONS, "--plot", self.path("degrees.svg"))
        root = xml.etree.ElementTree.parse(self.path("degrees.svg")).getroot()
        self.assertEqual(len(root.findall(".//{http://www.w3.org/2000/svg}polyline")), 4)
        words = " ".join(root.itertext())
        self.assertIn("soc-Epinions1: 75,879 accounts, 508,837 follows", words)
        self.assertEqual(os.listdir(self.folder), ["degrees.svg"])

    def test_an_unsure_direction_is_said_and_can_be_given(self):
        self.assertIn("--direction settles it", self.clout(TWITTER).stderr)
        self.assertEqual(self.clout(TWITTER, "--direction", "followee-follower").stderr, "")
        given = self.figures(TWITTER, "--direction", "follower-followee")
        self.assertNotEqual(given["largest_audience"]["value"], 357)

    def test_files_that_cannot_be_read_or_written_exit_with_2_and_leave_nothing(self):
        self.assertIn("nowhere.txt", self.clout("nowhere.txt", code=2).stderr)
        self.clout(WIKI, "--plot", self.path("missing/degrees.svg"), code=2)
        self.clout(WIKI, "--samples", "0", code=2)
        self.clout(code=2)
        self.assertEqual(os.listdir(self.folder), [])


if __name__ == "__main__":
    unittest.main()

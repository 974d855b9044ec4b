"""The crossover: refined where the winner flips, nested, resumed; its picture; boxes in which an arm wins."""

import json
import os
import signal
import subprocess
import time
import unittest
import xml.etree.ElementTree

from small_sweep import CLOUT, GRID, STUDY, Sweep, command

ONE = STUDY + """
design = "crossover"
refine = 2
[[sweep.parameter]]
key = "campaign.big launch.budget"
low = "2k USD"
high = "80k USD"
scale = "log"
steps = 3
"""
TWO = ONE + """
[[sweep.parameter]]
key = "platform.sponsored_share"
low = "2 %"
high = "30 %"
steps = 2
"""


class Crossover(Sweep):
    def told(self, *arguments, study=None):
        return json.loads(self.sweep("--json", *arguments, study=study).stdout)

    def test_cells_are_halved_where_their_corners_do_not_agree(self):
        told = self.told("-o", "out.h5", study=ONE)
        self.assertEqual(told["design"], "crossover")
        points = sorted(told["points"], key=lambda each: each["settings"]["campaign.big launch.budget_usd"])
        self.assertTrue(3 <= len(points) <= 9)
        coarse = {round(each["settings"]["campaign.big launch.budget_usd"]) for each in points}
        self.assertTrue({2000, 80000} <= coarse)
        # Between neighbours that agree and are sure nothing had to be run; elsewhere they are a finest step apart.
        for before, after in zip(points, points[1:]):
            ratio = (after["settings"]["campaign.big launch.budget_usd"] /
                     before["settings"]["campaign.big launch.budget_usd"])
            agree = before["best"] == after["best"] and before["settled"] and after["settled"]
            self.assertTrue(agree or abs(ratio - 40 ** (1 / 8)) < 1e-6, (ratio, before["best"], after["best"]))

    def test_deeper_reuses_what_was_run_and_gives_the_same_bytes(self):
        self.sweep("-o", "whole.h5", "--refine", "2", study=TWO)
        self.sweep("-o", "out.h5", "--refine", "0")
        self.sweep("-o", "out.h5", "--refine", "2", "--resume")
        self.assertEqual(self.content("out.h5"), self.content("whole.h5"))
        done = self.sweep("-o", "out.h5", "--refine", "2", "--resume")
        self.assertEqual(self.content("out.h5"), self.content("whole.h5"), done.stderr)
        self.assertFalse(os.path.exists(self.path("out.h5.parts")) and os.listdir(self.path("out.h5.parts")))

    def test_cut_off_at_any_depth_it_goes_on_to_the_same_bytes(self):
        began = time.monotonic()
        self.sweep("-o", "whole.h5", study=TWO)
        length = time.monotonic() - began
        whole = self.content("whole.h5")
        for how, share in ((signal.SIGINT, .3), (signal.SIGKILL, .5), (signal.SIGKILL, .8)):
            run = subprocess.Popen(command("-o", "out.h5"), cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            time.sleep(share * length)
            run.send_signal(how)
            said = run.communicate()[1]
            if run.returncode == 0:
                os.remove(self.path("out.h5"))
                continue  # it was faster than the one that was timed
            self.assertFalse(os.path.exists(self.path("out.h5")))
            if how == signal.SIGINT:
                self.assertEqual(run.returncode, 130, said)
                self.assertIn("--resume", said)
            self.sweep("-o", "out.h5", "--resume")
            self.assertEqual(self.content("out.h5"), whole)
            os.remove(self.path("out.h5"))

    def test_a_shallower_one_does_not_throw_points_away(self):
        deep = self.told("-o", "out.h5", "--refine", "2", study=TWO)
        self.assertGreater(len(deep["points"]), 6)
        before = self.content("out.h5")
        said = self.sweep("-o", "out.h5", "--refine", "0", "--resume", code=2).stderr
        self.assertIn("points that this design does not have", said)
        self.assertEqual(self.content("out.h5"), before)

    def test_threads_change_no_byte(self):
        self.sweep("--threads", "1", "-o", "one.h5", study=TWO)
        self.sweep("--threads", "3", "-o", "three.h5")
        self.assertEqual(self.content("one.h5"), self.content("three.h5"))

    def test_pictures_are_svg_with_axes_and_arms(self):
        for study, mark in ((ONE, "polyline"), (TWO, "path")):
            self.sweep("--plot", "map.svg", study=study)
            with open(self.path("map.svg"), encoding="utf-8") as file:
                text = file.read()
            self.assertNotRegex(text, r'="[^"]*\b(nan|inf)\b[^"]*"')
            tree = xml.etree.ElementTree.fromstring(text)
            self.assertTrue(list(tree.iter("{http://www.w3.org/2000/svg}" + mark)))
            words = " ".join(tree.itertext())
            self.assertIn("Big launch budget (US dollars, log scale)", words)
            self.assertIn("micro", words)

    def test_discover_says_where_an_arm_wins(self):
        self.sweep("-o", "out.h5", study=GRID)
        def discover(*arguments):
            return subprocess.run([CLOUT, "discover", "out.h5", *arguments], capture_output=True, text=True, cwd=self.folder)
        told = discover("--arm", "micro", "--json")
        self.assertEqual(told.returncode, 0, told.stderr)
        found = json.loads(told.stdout)
        self.assertEqual(found["cases"], 12)
        for box in found["boxes"]:
            self.assertTrue(0 < box["coverage"] <= 1 and 0 < box["density"] <= 1)
            significant = any(bound["quasi_p"] <= 0.05 for bound in box["restrictions"])
            self.assertEqual(box["shown"], significant and box["density"] > found["wins"] / found["cases"])
        self.assertNotRegex(found["summary"], "budget_usd|sponsored_share")
        self.assertIn(found["summary"].split(":")[0], " ".join(discover("--arm", "micro").stdout.split()))
        for arguments in (["--arm", "nobody"], ["--arm", "micro", "--by", "no_figure"], []):
            wrong = discover(*arguments)
            self.assertEqual(wrong.returncode, 2, arguments)
            self.assertEqual(len(wrong.stderr.splitlines()), 1, wrong.stderr)

    def test_discover_without_its_sweep_says_what_it_needs(self):
        told = subprocess.run([CLOUT, "discover", "missing.h5", "--arm", "micro"], capture_output=True, text=True,
                              cwd=self.folder)
        self.assertEqual((told.returncode, told.stderr),
                         (2, "clout: missing.h5: cannot be opened: No such file or directory "
                             "(expected a sweep written by clout sweep)\n"))

    def test_one_line_says_what_is_wrong(self):
        third = '[[sweep.parameter]]\nkey = "graph.accounts"\nlow = 500\nhigh = 1000\n'
        listed = STUDY + 'design = "crossover"\n[[sweep.parameter]]\nkey = "graph.accounts"\nvalues = [500, 900]\n'
        words = STUDY + ('design = "list"\n[[sweep.parameter]]\nkey = "campaign.big launch.objective"\n'
                         'values = ["sales", "awareness"]\n')
        for study, arguments, message in [
                (TWO + third, [], "the third parameter of a crossover"),
                (listed, [], "has values, which have nothing between them to refine"),
                (TWO.replace("steps = 2", "steps = 900"), ["--refine", "10"], "a crossover of up to "),
                (GRID, ["--refine", "2"], "the points of this design are not refined"),
                (words, ["--plot", "map.svg"], "there is no picture of what this sweep varies"),
                (TWO, ["--plot", "study.toml"], "would replace a file that this command needs")]:
            done = self.sweep(*arguments, study=study, code=2)
            self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
            self.assertIn(message, done.stderr)


if __name__ == "__main__":
    unittest.main()

"""clout calibrate: accepted sets, picture and summary agree; outputs are whole or not there."""

import csv
import json
import os
import signal
import subprocess
import time
import unittest
import xml.etree.ElementTree

from in_folder import InFolder

CLOUT = os.environ["CLOUT"]
SVG = "{http://www.w3.org/2000/svg}"


class Calibrate(InFolder):
    def test_draws_from_the_prior_as_table_picture_and_json(self):
        csv_file, svg_file = self.path("accepted.csv"), self.path("marginals.svg")
        done = subprocess.run([CLOUT, "calibrate", "--each", "2", "--waves", "0", "--json",
                               "-o", csv_file, "--plot", svg_file], capture_output=True, text=True, timeout=250)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        report = json.loads(done.stdout)
        self.assertEqual(report["evaluations"], 4)
        with open(csv_file) as file:
            lines = file.readlines()
        self.assertIn("clout calibrate --sets 50 --waves 0 --each 2 --seed 1", lines[0])
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
        self.assertAlmostEqual(sum(float(row["weight"]) for row in rows), 1)
        names = [each["name"] for each in report["parameters"]] + [each["name"] for each in report["statistics"]]
        self.assertEqual(list(rows[0]), ["weight", "distance", *names])
        for parameter in report["parameters"]:
            for row in rows:
                self.assertGreaterEqual(float(row[parameter["name"]]), parameter["prior_low"])
                self.assertLessEqual(float(row[parameter["name"]]), parameter["prior_high"])
        root = xml.etree.ElementTree.parse(svg_file).getroot()
        self.assertEqual(len(root.findall(SVG + "g")), len(names))

    def test_an_interrupted_search_ends_in_order(self):
        csv_file = self.path("accepted.csv")
        run = subprocess.Popen([CLOUT, "calibrate", "-o", csv_file], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True)
        time.sleep(1)
        run.send_signal(signal.SIGINT)
        stdout, stderr = run.communicate(timeout=250)
        self.assertEqual((run.returncode, stdout), (130, ""))
        self.assertIn("interrupted; 0 of 20 waves are complete", stderr)
        self.assertFalse(os.path.exists(csv_file))

    def test_a_platform_is_fitted_to_its_engagement_table(self):
        done = subprocess.run([CLOUT, "calibrate", "--platform", "youtube", "--json"], capture_output=True, text=True,
                              timeout=250)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        for tier in json.loads(done.stdout)["tiers"]:
            self.assertAlmostEqual(tier["reproduced"] / tier["published"], 1, delta=0.2)

    def test_one_output_never_replaces_the_other(self):
        done = subprocess.run([CLOUT, "calibrate", "-o", self.path("a"), "--plot", self.path("a")],
                              capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 2)
        self.assertIn("--plot", done.stderr)


if __name__ == "__main__":
    unittest.main()

"""The script that makes the pages of the worked studies, on markets of a second."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

SOURCE = pathlib.Path(os.environ["SCENARIOS"]).parent


class Pages(unittest.TestCase):
    def test_every_study_has_its_page_and_picture(self):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([sys.executable, SOURCE / "tests" / "reference" / "sweep_study.py", os.environ["CLOUT"], "--tiny", folder],
                                  capture_output=True, text=True, timeout=200)
            self.assertEqual(done.returncode, 0, done.stderr)
            for name, arm in (("celebrity-against-micro", "celebrity"), ("saturation-of-endorsements", "nobody")):
                page = (pathlib.Path(folder) / f"{name}.md").read_text(encoding="utf-8")
                self.assertIn("Settled (a chance of 95% or more) at ", page)
                self.assertIn(" points (crossover), 2 replicates", page)
                self.assertIn(f"{arm} wins ", page)
                self.assertNotIn("Not run yet", page)
            for name in ("celebrity-against-micro", "celebrity-against-micro-contracts", "saturation-of-endorsements"):
                xml.etree.ElementTree.parse(pathlib.Path(folder) / "pictures" / f"{name}.svg")

    def test_points_that_were_run_already_make_the_same_page(self):
        tiny = ["--set", "graph.accounts=2000", "--set", "graph.people_per_agent=5000", "--set", "run.days=20", "--set",
                "campaign.launch.duration=1 week", "--replicates", "2"]
        study = "saturation-of-endorsements"
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            subprocess.run([os.environ["CLOUT"], "sweep", SOURCE / "scenarios" / "sweeps" / f"{study}.toml", "--by", "profit", *tiny,
                            "-o", folder / f"{study}-sweep.h5"], check=True, capture_output=True, timeout=200)
            for into, more in (("run", []), ("taken", ["--points", folder])):
                subprocess.run([sys.executable, SOURCE / "tests" / "reference" / "sweep_study.py", os.environ["CLOUT"], "--study",
                                study, "--tiny", folder / into, *more], check=True, capture_output=True, timeout=200)
            taken = (folder / "taken" / f"{study}.md").read_text(encoding="utf-8")
            self.assertEqual(taken, (folder / "run" / f"{study}.md").read_text(encoding="utf-8"))


if __name__ == "__main__":
    unittest.main()

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


if __name__ == "__main__":
    unittest.main()

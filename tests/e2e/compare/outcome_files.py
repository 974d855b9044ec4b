"""Outcome files of the small study, made once for all tests of a class."""

import os
import shutil
import subprocess
import tempfile
import unittest

from small_study import CLOUT, STUDY

OTHER_SEED = STUDY.replace("seed = 3", "seed = 4")
MORE_MONEY = STUDY.replace("60000 USD", "90000 USD").replace('name = "micro"', 'name = "richer"', 1)


class OutcomeFiles(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.printed = cls.made("out", STUDY, "--replicates", "4")

    @classmethod
    def made(cls, name, study, *arguments):
        """Runs the study into NAME.h5; what it printed as JSON."""
        with open(os.path.join(cls.folder, name + ".toml"), "w", encoding="utf-8") as file:
            file.write(study)
        return subprocess.run([CLOUT, "run", name + ".toml", "-o", name + ".h5", "--json", *arguments], check=True,
                              capture_output=True, text=True, timeout=200, cwd=cls.folder).stdout

    def clout(self, *arguments, code=0, **environment):
        done = subprocess.run([CLOUT, *arguments], capture_output=True, text=True, timeout=200, cwd=self.folder,
                              env={**os.environ, **environment})
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

    def refused(self, *arguments, says):
        """Exit 2, nothing on stdout, one message."""
        done = self.clout(*arguments, code=2)
        self.assertEqual(done.stdout, "")
        self.assertIn(says, done.stderr)
        self.assertEqual(done.stderr.count("clout: "), 1, done.stderr)

"""A run of a scenario that names files is repeated from any folder, or it is said why not."""

import json
import os
import subprocess
import unittest

from in_folder import InFolder
from small_study import CLOUT, STUDY

GENERATED = "accounts = 5000\nmean_follows = 15\n"
READS = STUDY.replace(GENERATED, 'file = "graph.h5"\n')


class Repeat(InFolder):
    def setUp(self):
        super().setUp()
        self.assertNotEqual(READS, STUDY)
        os.mkdir(self.path("studies"))
        self.path("studies/study.toml", READS)
        self.generate("studies/graph.h5", seed="1")
        self.arms = self.run_of("studies/study.toml", "-o", "out.h5")

    def clout(self, *arguments, code=0, cwd="."):
        done = subprocess.run([CLOUT, *arguments], capture_output=True, text=True, timeout=200, cwd=self.path(cwd))
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

    def generate(self, name, seed):
        self.clout("graph", "generate", "--accounts", "5000", "--mean-follows", "15", "--people-per-agent", "400", "--seed",
                   seed, "-o", name)

    def run_of(self, *arguments, **where):
        """What came out."""
        return json.loads(self.clout("run", *arguments, "--json", **where).stdout)["arms"]

    def config(self, *arguments, **where):
        """What is printed to repeat the run, as a file, and what is said beside it."""
        done = self.clout("inspect", self.path("out.h5"), "--config", *arguments, **where)
        return self.path(os.path.join(where.get("cwd", "."), "again.toml"), done.stdout), done

    def test_where_the_files_are_found_the_scenario_is_printed_as_it_was_run(self):
        _, done = self.config(cwd="studies")
        self.assertEqual(done.stderr, "")
        self.assertNotIn("#", done.stdout)
        self.assertEqual(self.run_of("again.toml", cwd="studies"), self.arms)

    def test_where_a_file_is_missing_it_is_said_what_to_do(self):
        again, done = self.config()
        self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
        self.assertIn("seen from this folder, graph.file 'graph.h5' is not there", done.stderr)
        comment = [line for line in done.stdout.splitlines() if line.startswith("#")]
        settings = [line for line in self.clout("inspect", "out.h5").stdout.splitlines() if line.startswith("settings")]
        self.assertEqual(comment[-1].split()[1:], settings[0].split(), "how the repeat is known to be of the same files")
        self.assertLessEqual(max(map(len, comment)), 100)
        os.rename(again, self.path("studies/again.toml"))
        self.assertEqual(self.run_of("studies/again.toml", "-o", "again.h5"), self.arms)
        self.assertIn(settings[0], self.clout("inspect", "again.h5").stdout)

    def test_another_file_of_that_name_is_not_taken_for_it_without_a_word(self):
        self.generate("graph.h5", seed="2")
        _, done = self.config()
        self.assertIn("graph.file 'graph.h5' holds something else than when the study was run", done.stderr)
        self.assertTrue(done.stdout.startswith("# Names of files here are relative to"))

    def test_with_the_folder_of_the_scenario_the_repeat_is_the_same_from_anywhere(self):
        _, done = self.config("--files-in", "studies")
        self.assertEqual(done.stderr, "")
        self.assertEqual(self.run_of("again.toml"), self.arms)
        os.mkdir(self.path("elsewhere"))
        again, _ = self.config("--files-in", "../studies", cwd="elsewhere")
        self.assertEqual(self.run_of(again, "-o", self.path("far.h5"), cwd="/"), self.arms)
        wrong = self.clout("inspect", "out.h5", "--config", "--files-in", "elsewhere", code=2)
        self.assertEqual(wrong.stdout, "")
        self.assertIn("--files-in: seen from 'elsewhere', graph.file 'graph.h5' is not there", wrong.stderr)
        self.clout("inspect", "out.h5", "--files-in", "studies", code=2)

    def test_a_resolved_scenario_is_the_same_study_from_anywhere(self):
        resolved = self.clout("scenario", "check", "studies/study.toml", "--resolved").stdout
        self.path("resolved.toml", resolved)
        self.assertEqual(self.run_of("resolved.toml"), self.arms)


if __name__ == "__main__":
    unittest.main()

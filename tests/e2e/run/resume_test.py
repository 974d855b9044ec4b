"""Going on with a run that was cut off, and with one that was finished."""

import os
import subprocess
import unittest

import h5py

from small_study import CLOUT, STUDY, Study


class Resume(Study):
    def content(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def whole(self, replicates):
        """An uninterrupted run, and what it wrote."""
        self.clout("-o", "whole.h5", "--replicates", str(replicates))
        return self.content("whole.h5")

    def test_a_finished_run_is_extended_to_the_bytes_of_a_longer_one(self):
        self.clout("-o", "out.h5", "--replicates", "2")
        self.clout("-o", "out.h5", "--replicates", "5", "--resume")
        self.assertEqual(self.content("out.h5"), self.whole(5))
        self.assertFalse(os.path.exists(self.path("out.h5.parts")))

    def test_with_nothing_to_resume_it_just_runs(self):
        self.clout("-o", "out.h5", "--resume")
        self.assertEqual(self.content("out.h5"), self.whole(2))

    def test_a_finished_run_is_not_run_again(self):
        self.clout("-o", "out.h5")
        before = self.content("out.h5")
        done = self.clout("-o", "out.h5", "--resume", "--progress", "json")
        self.assertEqual(done.stderr, "")
        self.assertEqual(self.content("out.h5"), before)

    def test_threads_change_no_byte(self):
        self.clout("-o", "one.h5", "--threads", "1", "--replicates", "3")
        self.clout("-o", "three.h5", "--threads", "3", "--replicates", "3")
        self.assertEqual(self.content("one.h5"), self.content("three.h5"))

    def test_the_graph_is_written_or_not_as_asked_now(self):
        self.clout("-o", "out.h5", "--with-graph")
        with h5py.File(self.path("out.h5"), "r") as file:
            self.assertIn("indices", file["graph"])
        self.clout("-o", "out.h5", "--resume")
        self.assertEqual(self.content("out.h5"), self.whole(2))

    def refused(self, *arguments, says, study=STUDY):
        before = self.content("out.h5")
        done = self.clout("-o", "out.h5", *arguments, code=2, study=study)
        self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
        for text in says:
            self.assertIn(text, done.stderr)
        self.assertEqual(self.content("out.h5"), before, "what was there stays")
        self.assertFalse(os.path.exists(self.path("out.h5.parts")))

    def test_another_study_is_refused_by_what_differs(self):
        self.clout("-o", "out.h5")
        self.refused("--resume", "--days", "30", says=["'days = 20'", "'days = 30'", "leave out --resume"])
        self.refused("--resume", "--seed", "4", says=["seed = 3", "seed = 4"])
        self.refused("--resume", "--set", "brand.acme.price_usd=31", says=["price_usd = 31"])
        self.refused("--resume", "--replicates", "1", says=["has replicate 1", "--replicates 2 or more"])
        self.clout("-o", "out.h5", "--days", "30")

    def test_another_graph_in_the_same_file_is_refused(self):
        graph = self.path("graph.h5")

        def generate(seed):
            subprocess.run([CLOUT, "graph", "generate", "--accounts", "5000", "--mean-follows", "15", "--people-per-agent",
                            "400", "--seed", seed, "-o", graph], check=True, capture_output=True)

        generated = "accounts = 5000\nmean_follows = 15\n"
        self.assertIn(generated, STUDY)
        study = STUDY.replace(generated, 'file = "graph.h5"\n')
        generate("1")
        self.clout("-o", "out.h5", study=study)
        self.refused("--resume", says=["other.h5"], study=study.replace("graph.h5", "other.h5"))
        generate("2")
        self.refused("--resume", says=["a file that the graph is made from has other contents now"], study=study)

    def test_an_output_that_is_no_outcome_file_is_not_resumed(self):
        self.path("out.h5", "my notes")
        self.refused("--resume", says=["out.h5: the file is not HDF5"])


if __name__ == "__main__":
    unittest.main()

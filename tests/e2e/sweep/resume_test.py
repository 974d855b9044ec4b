"""Sweeps that are killed or extended: the same bytes, and nothing lost that was finished."""

import os
import random
import signal
import subprocess
import time
import unittest

from small_sweep import GRID, SPREAD, Sweep, command

KILLS = int(os.environ.get("CLOUT_KILLS", "12"))


class Resume(Sweep):
    def parts(self):
        folder = self.path("out.h5.parts")
        return sorted(os.listdir(folder)) if os.path.isdir(folder) else []

    def started(self, *arguments):
        return subprocess.Popen(command("-o", "out.h5", *arguments), stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL, cwd=self.folder)

    def cut_off(self, least, how=signal.SIGKILL):
        run = self.started()
        while sum(not name.endswith(".tmp") for name in self.parts()) < least:
            self.assertIsNone(run.poll(), "it ended before it could be stopped")
            time.sleep(0.001)
        run.send_signal(how)
        return run.wait()

    def test_killed_at_any_moment_it_goes_on_to_the_same_bytes(self):
        began = time.monotonic()
        self.sweep("-o", "whole.h5", study=GRID)
        length = time.monotonic() - began
        whole = self.content("whole.h5")
        moments = random.Random(4)
        for _ in range(KILLS):
            for arguments in ([], ["--resume"]):
                run = self.started(*arguments)
                time.sleep(moments.uniform(0, length))
                run.kill()
                run.wait()
                if os.path.exists(self.path("out.h5")):
                    self.assertEqual(self.content("out.h5"), whole, "an output is whole or not there")
            self.sweep("-o", "out.h5", "--resume")
            self.assertEqual(self.content("out.h5"), whole)
            self.assertEqual(self.parts(), [])
            os.remove(self.path("out.h5"))

    def test_ctrl_c_keeps_finished_points_and_says_how_to_go_on(self):
        self.sweep("-o", "whole.h5", study=GRID)
        self.assertEqual(self.cut_off(2, signal.SIGINT), 130)
        self.assertFalse(os.path.exists(self.path("out.h5")))
        self.assertGreaterEqual(len(self.parts()), 2)
        self.assertIn("add --resume to go on", self.sweep("-o", "out.h5", code=2).stderr)
        self.sweep("-o", "out.h5", "--resume")
        self.assertEqual(self.content("out.h5"), self.content("whole.h5"))

    def extended(self, study, arguments):
        """Extends a finished sweep; returns what was said on the way."""
        self.sweep("-o", "whole.h5", *arguments, study=study)
        self.sweep("-o", "out.h5")
        done = subprocess.run(command("-o", "out.h5", "--resume", *arguments, progress="json"),
                              capture_output=True, text=True, check=True, cwd=self.folder)
        self.assertEqual(self.content("out.h5"), self.content("whole.h5"))
        return done.stderr

    def test_more_points_reuse_the_old_ones(self):
        for design in ("latin_hypercube", "sobol"):
            said = self.extended(SPREAD.replace("latin_hypercube", design), ["--points", "8"])
            self.assertIn('"markets_total":16,', said)  # 4 more points, 2 replicates, 2 arms

    def test_more_replicates_reuse_the_old_ones(self):
        self.assertIn('"markets_total":8,', self.extended(SPREAD, ["--replicates", "3"]))

    def test_nothing_is_run_again_that_is_there(self):
        self.sweep("-o", "out.h5", study=GRID)
        before = self.content("out.h5")
        self.sweep("-o", "out.h5", "--resume")
        self.assertEqual(self.content("out.h5"), before)

    def test_what_does_not_belong_is_refused(self):
        self.sweep("-o", "out.h5", "--points", "8", study=SPREAD)
        before = self.content("out.h5")
        for arguments, message in [
                (["--points", "4"], "has 4 points that this design does not have"),
                (["--set", "run.days=7"], "'days = 6' where this run has 'days = 7'"),
                (["--points", "8", "--replicates", "1"], "has 2 replicates, and 1 were asked for"),
                (["--set", "sweep.design=sobol", "--points", "8"], "has 8 points that this design does not have")]:
            done = self.sweep("-o", "out.h5", "--resume", *arguments, code=2)
            self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
            self.assertIn(message, done.stderr)
            self.assertEqual(self.content("out.h5"), before)


if __name__ == "__main__":
    unittest.main()

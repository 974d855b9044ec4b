"""Progress, and what happens when a run is interrupted."""

import json
import os
import re
import shlex
import signal
import subprocess
import time
import unittest

import h5py

from small_study import CLOUT, STUDY, Study


class Signals(Study):
    def test_progress_as_json_lines(self):
        lines = self.clout("--threads", "1", "--progress", "json").stderr.splitlines()
        reports = [json.loads(line) for line in lines]
        done = [report["days_done"] for report in reports]
        self.assertEqual(done, sorted(done))
        self.assertEqual(reports[-1]["days_done"], 2 * (5 + 2 * 20))
        self.assertEqual(reports[-1]["days_total"], 2 * (5 + 2 * 20))
        self.assertEqual(reports[-1]["seconds_left"], 0)

    def test_progress_as_a_line(self):
        self.assertRegex(self.clout("--threads", "1", "--progress", "line").stderr, r"\d+%  replicate \d of 2  day \d+ of 90")

    def left_over(self):
        return [name for _, _, names in os.walk(self.folder) for name in names if name.endswith(".tmp")]

    def test_progress_that_cannot_be_written_costs_nothing_else(self):
        path, out = self.path("study.toml", STUDY), self.path("out.h5")
        for form in ("json", "line"):
            with open("/dev/full", "w", encoding="utf-8") as full:
                done = subprocess.run([CLOUT, "run", path, "--progress", form, "-o", out], stdout=subprocess.PIPE,
                                      stderr=full, text=True, timeout=100)
            self.assertEqual(done.returncode, 0)
            self.assertIn("Everything is in", done.stdout)
            with h5py.File(out, "r") as file:
                self.assertEqual(file.attrs["state"], "complete")
            os.remove(out)

    def test_a_second_interrupt_ends_it_at_once_with_nothing_half_written(self):
        path, out = self.path("study.toml", STUDY), self.path("out.h5")
        run = subprocess.Popen([CLOUT, "run", path, "--replicates", "20000", "--progress", "json", "-o", out],
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self.assertIn("days_done", run.stderr.readline())
        while run.poll() is None:  # whichever it is in just then
            run.send_signal(signal.SIGINT)
            time.sleep(0.0005)
        run.stderr.close()
        self.assertEqual(run.returncode, 130)
        self.assertEqual(self.left_over(), [])

    def interrupted(self, which):
        path = self.path("study.toml", STUDY)
        out = self.path("out.h5")
        run = subprocess.Popen([CLOUT, "run", path, "--replicates", "20000", "--progress", "json", "-o", out],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        # Until a few markets are complete.
        seen = []
        for line in run.stderr:
            seen.append(line)
            if json.loads(line)["markets_done"] >= 5:
                break
        run.send_signal(which)
        asked = time.monotonic()
        stdout, stderr = run.communicate(timeout=100)
        self.assertLess(time.monotonic() - asked, 60)
        self.assertEqual(run.returncode, 130)
        self.assertRegex(stderr, r"interrupted; \d+ of 20000 replicates are complete")
        self.assertIn("micro", stdout)
        self.assertEqual(self.left_over(), [])
        complete = int(re.search(r"interrupted; (\d+) of", stderr).group(1))
        self.assertGreaterEqual(complete, 2)
        self.assertEqual(len(os.listdir(out + ".parts")), complete, "parts are kept")
        with h5py.File(out, "r") as file:
            self.assertEqual(file.attrs["state"], f"incomplete: {complete} of 20000 replicates")
            replicates = [int(number) for number in file["outcome/replicate"]]
        self.assertEqual(len(set(replicates)), complete)
        command = re.search(r"to go on: clout (run .*)", stderr).group(1)
        self.assertIn(" --resume", command)
        self.goes_on(shlex.split(command), out, max(replicates) + 2)

    def goes_on(self, command, out, replicates):
        """The command that the message names, asked for fewer replicates, uses the parts and ends well."""
        command[command.index("--replicates") + 1] = str(replicates)
        done = subprocess.run([CLOUT, *command], capture_output=True, text=True, timeout=100)
        self.assertEqual(done.returncode, 0, done.stderr)
        with h5py.File(out, "r") as file:
            self.assertEqual(file.attrs["state"], "complete")
        self.assertFalse(os.path.exists(out + ".parts"))

    def test_interrupt_keeps_what_is_complete(self):
        self.interrupted(signal.SIGINT)

    def test_terminate_does_the_same(self):
        self.interrupted(signal.SIGTERM)


if __name__ == "__main__":
    unittest.main()

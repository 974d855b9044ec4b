"""Outputs of clout graph when something comes between: another process, a signal, a link, a limit."""

import os
import resource
import signal
import subprocess
import time
import unittest

from in_folder import InFolder

CLOUT = os.environ["CLOUT"]
SMALL = ["generate", "--accounts", "2000"]
LARGE = ["generate", "--accounts", "60000"]  # a second or more in writing
FORMATS = [".h5", ".txt", ".txt.gz", ".graphml"]


class Outputs(InFolder):
    def started(self, *arguments):
        # What a script runs in the background ignores Ctrl-C, and a test may be run so.
        heeded = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)}
        return subprocess.Popen([CLOUT, "graph", *arguments], cwd=self.folder, stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE, text=True, **heeded)

    def clout(self, *arguments, code=0, **options):
        done = subprocess.run([CLOUT, "graph", *arguments], cwd=self.folder, capture_output=True, text=True, timeout=120,
                              **options)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

    def content(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def temporaries(self):
        return [name for name in os.listdir(self.folder) if name.endswith(".tmp")]

    def test_of_two_that_write_one_file_the_last_stands_whole(self):
        for ending in FORMATS:
            whole = []
            for seed in ("1", "2"):
                self.clout(*LARGE, "--mean-follows", "10", "--seed", seed, "-o", "alone" + ending)
                whole.append(self.content("alone" + ending))
            self.assertNotEqual(*whole)
            both = [self.started(*LARGE, "--mean-follows", "10", "--seed", seed, "-o", "both" + ending)
                    for seed in ("1", "2")]
            for each in both:
                said = each.communicate(timeout=120)[1]
                self.assertEqual(each.returncode, 0, said)
            self.assertIn(self.content("both" + ending), whole, ending)
        self.assertEqual(self.temporaries(), [])

    def interrupted(self, which, *arguments):
        """The command, sent the signal while it writes its output."""
        self.path("out" + arguments[-1], "old")
        run = self.started(*arguments[:-1], "-o", "out" + arguments[-1])
        while not self.temporaries():
            self.assertIsNone(run.poll(), "it ended before it wrote")
            time.sleep(0.001)
        run.send_signal(which)
        self.assertEqual(run.communicate(timeout=60)[1], "")
        self.assertEqual(run.returncode, 130, arguments)
        self.assertEqual(self.temporaries(), [])
        self.assertEqual(self.content("out" + arguments[-1]), b"old")

    def test_a_signal_leaves_what_was_there_and_nothing_half_written(self):
        self.clout(*LARGE, "-o", "large.h5")
        for which in (signal.SIGINT, signal.SIGTERM):
            self.interrupted(which, *LARGE, ".txt.gz")
            self.interrupted(which, "export", "large.h5", ".txt.gz")
            self.interrupted(which, "export", "large.h5", ".graphml")
            self.interrupted(which, "import", "large.h5", "--compress", "9", ".h5")

    def test_a_signal_before_anything_is_written_ends_it_as_well(self):
        run = self.started("generate", "--accounts", "3000000", "-o", "out.h5")
        time.sleep(0.5)
        run.send_signal(signal.SIGINT)
        run.communicate(timeout=60)
        self.assertEqual(run.returncode, 130)
        self.assertEqual(os.listdir(self.folder), [])

    def test_what_a_link_leads_to_is_written_and_the_link_stays(self):
        for ending in FORMATS:
            self.clout(*SMALL, "-o", "real" + ending)
            os.symlink("real" + ending, self.path("link" + ending))
            self.clout(*SMALL, "--seed", "2", "-o", "link" + ending)
            self.assertTrue(os.path.islink(self.path("link" + ending)))
            self.clout(*SMALL, "--seed", "2", "-o", "second" + ending)
            self.assertEqual(self.content("real" + ending), self.content("second" + ending), ending)

    def test_a_stream_is_no_output(self):
        os.symlink("/proc/self/fd/1", self.path("link.txt"))
        said = self.clout(*SMALL, "-o", "link.txt", code=2).stderr
        self.assertIn("link.txt: is a device or stream, and only files are written", said)
        self.assertTrue(os.path.islink(self.path("link.txt")))

    def test_a_limit_on_the_size_of_files_is_said_and_kills_nothing(self):
        self.clout(*SMALL, "-o", "small.h5")
        limit = {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10000, 10000))}
        for ending in FORMATS:
            for command in (SMALL, ["export", "small.h5"], ["import", "small.h5"]):
                done = self.clout(*command, "-o", "out" + ending, code=2, **limit)
                self.assertRegex(done.stderr, f"^clout: out{ending}: .*(cannot be written|disk is full).*\n$")
                self.assertEqual(os.listdir(self.folder), ["small.h5"])


if __name__ == "__main__":
    unittest.main()

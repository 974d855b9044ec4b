"""Runs that are killed, disks that are full, files that rot: nothing half-written, and nothing lost that was finished."""

import fcntl
import os
import random
import resource
import subprocess
import time
import unittest

from small_study import CLOUT, STUDY, Study

KILLS = int(os.environ.get("CLOUT_KILLS", "20"))  # 200 for a long run
REPLICATES = "6"


def command(*arguments):
    return [CLOUT, "run", "study.toml", "--replicates", REPLICATES, "--progress", "none", *arguments]


class Faults(Study):
    def setUp(self):
        super().setUp()
        self.path("study.toml", STUDY)

    def run_here(self, *arguments, code=0, prefix=(), **options):
        done = subprocess.run([*prefix, *command(*arguments)], capture_output=True, text=True, timeout=200,
                              cwd=self.folder, **options)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

    def content(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def whole(self):
        self.run_here("-o", "whole.h5")
        return self.content("whole.h5")

    def parts(self):
        folder = self.path("out.h5.parts")
        return sorted(os.listdir(folder)) if os.path.isdir(folder) else []

    def cut_off(self, least=2):
        """A run that was killed once so many replicates were finished."""
        run = subprocess.Popen(command("-o", "out.h5"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               cwd=self.folder)
        while sum(not name.endswith(".tmp") for name in self.parts()) < least:
            self.assertIsNone(run.poll(), "it ended before it could be killed")
            time.sleep(0.001)
        run.kill()
        run.wait()

    def test_killed_at_any_moment_it_goes_on_to_the_same_bytes(self):
        began = time.monotonic()
        whole = self.whole()
        length = time.monotonic() - began
        moments = random.Random(4)
        found = set()
        for _ in range(KILLS):
            run = subprocess.Popen(command("-o", "out.h5"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   cwd=self.folder)
            time.sleep(moments.uniform(0, 1.1 * length))
            run.kill()
            run.wait()
            found.add(len(self.parts()))
            if os.path.exists(self.path("out.h5")):
                self.assertEqual(self.content("out.h5"), whole, "an output is whole or not there")
            # Killed once more while it goes on.
            again = subprocess.Popen(command("-o", "out.h5", "--resume"), stdout=subprocess.DEVNULL,
                                     stderr=subprocess.DEVNULL, cwd=self.folder)
            time.sleep(moments.uniform(0, length))
            again.kill()
            again.wait()
            self.run_here("-o", "out.h5", "--resume")
            self.assertEqual(self.content("out.h5"), whole)
            self.assertEqual(sorted(os.listdir(self.folder)), ["out.h5", "study.toml", "whole.h5"])
            os.remove(self.path("out.h5"))
        self.assertGreater(len(found), 1, "the moments must differ")

    def test_what_a_killed_run_left_is_not_run_over(self):
        self.cut_off()
        before = self.parts()
        done = self.run_here("-o", "out.h5", code=2)
        self.assertEqual(len(done.stderr.splitlines()), 1)
        self.assertIn("out.h5.parts: holds finished replicates of a run that was cut off; add --resume", done.stderr)
        self.assertEqual(self.parts(), before)
        done = self.run_here("-o", "out.h5", "--resume", "--days", "21", code=2)
        self.assertIn("'days = 20' where this run has 'days = 21'", done.stderr)
        self.assertEqual(self.parts(), before)

    def test_an_older_output_stays_until_the_new_one_is_whole(self):
        self.clout("-o", "out.h5", "--days", "17")
        old = self.content("out.h5")
        self.cut_off()
        self.assertEqual(self.content("out.h5"), old)
        self.run_here("-o", "out.h5", "--resume")
        self.assertEqual(self.content("out.h5"), self.whole())

    def test_a_damaged_part_is_named_and_run_again_once_it_is_gone(self):
        self.cut_off()
        part = os.path.join("out.h5.parts", self.parts()[0])
        good = self.content(part)
        for bad in (good[:1000], good[:-5], good[:5000] + bytes([good[5000] ^ 4]) + good[5001:], b""):
            with open(self.path(part), "wb") as file:
                file.write(bad)
            done = self.run_here("-o", "out.h5", "--resume", code=2)
            self.assertEqual(len(done.stderr.splitlines()), 1)
            self.assertIn(part, done.stderr)
            self.assertIn("delete this file to run its replicate again", done.stderr)
        os.remove(self.path(part))
        self.run_here("-o", "out.h5", "--resume")
        self.assertEqual(self.content("out.h5"), self.whole())

    def test_two_runs_do_not_write_to_one_output(self):
        os.mkdir(self.path("out.h5.parts"))
        other = os.open(self.path("out.h5.parts"), os.O_RDONLY)
        self.addCleanup(os.close, other)
        fcntl.flock(other, fcntl.LOCK_EX)
        done = self.run_here("-o", "out.h5", code=2)
        self.assertIn("out.h5.parts: another clout is writing to it", done.stderr)

    def test_files_of_others_in_the_folder_stay(self):
        os.mkdir(self.path("out.h5.parts"))
        self.path(os.path.join("out.h5.parts", "notes.txt"), "mine")
        self.run_here("-o", "out.h5")
        self.assertEqual(self.parts(), ["notes.txt"])

    def test_what_killed_runs_left_unfinished_goes_with_the_next_run(self):
        os.mkdir(self.path("out.h5.parts"))
        for name in ("out.h5.clout-7.tmp", "out.h5.parts/replicate-000001.h5.clout-7.tmp"):
            self.path(name, "half")
        self.path("another.h5.clout-7.tmp", "of another output")
        self.run_here("-o", "out.h5")
        self.assertEqual(sorted(os.listdir(self.folder)), ["another.h5.clout-7.tmp", "out.h5", "study.toml"])

    def limited(self, size):
        """The run may not write files larger than this: as a full disk, without one."""
        return {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))}

    def test_a_disk_that_takes_no_more_is_said_and_what_is_finished_stays(self):
        whole = self.whole()
        for size in (50_000, len(whole) - 50):  # not even a part; parts but not the whole
            done = self.run_here("-o", "out.h5", code=2, **self.limited(size))
            self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
            self.assertIn("make room and run the same with --resume", done.stderr)
            self.assertFalse(any(".tmp" in name for name in [*os.listdir(self.folder), *self.parts()]))
            self.assertFalse(os.path.exists(self.path("out.h5")))
        self.assertEqual(len(self.parts()), int(REPLICATES))
        self.run_here("-o", "out.h5", "--resume")
        self.assertEqual(self.content("out.h5"), whole)

    def in_small_disk(self, script):
        """Runs the script in a file system of 300 kB at ./disk that is seen by it alone."""
        os.makedirs(self.path("disk"), exist_ok=True)
        mounted = "mount -t tmpfs -o size=300k none disk"
        unshare = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
        if subprocess.run([*unshare, mounted], cwd=self.folder, capture_output=True).returncode != 0:
            self.skipTest("mounting is not permitted here")
        return subprocess.run([*unshare, f"{mounted} && {script}"], cwd=self.folder, capture_output=True, text=True,
                              timeout=200)

    def test_a_full_disk_is_said_and_with_more_room_the_run_goes_on(self):
        whole = self.whole()
        run = " ".join(command("-o", "disk/out.h5")) + " > /dev/null"
        done = self.in_small_disk(f"{run}; echo exit $?; ls disk disk/out.h5.parts; mount -o remount,size=9m none disk;"
                                  f"{run} --resume; echo exit $?; cp disk/out.h5 .; ls disk")
        self.assertIn("disk is full", done.stderr)
        self.assertRegex(done.stdout, r"^exit 2\ndisk:\nout.h5.parts\n\ndisk/out.h5.parts:\nreplicate-000000.h5\n")
        self.assertRegex(done.stdout, r"exit 0\nout.h5\n$")
        self.assertNotIn(".tmp", done.stdout)
        self.assertEqual(self.content("out.h5"), whole)

    def test_an_output_that_cannot_be_written_is_noticed_before_the_run(self):
        run = " ".join(command("-o", "disk/out.h5"))
        done = self.in_small_disk(f"mount -o remount,ro none disk; {run}; echo exit $?; ls disk")
        self.assertEqual(done.stdout, "exit 2\n")
        self.assertEqual(done.stderr, "clout: disk/out.h5: cannot be written: Read-only file system\n")
        for name, says in (("no-folder/out.h5", "No such file or directory"), ("disk", "is a folder")):
            self.assertIn(says, self.run_here("-o", name, code=2).stderr)
        self.path("out.h5.parts", "a file where the folder belongs")
        self.assertIn("out.h5.parts: ", self.run_here("-o", "out.h5", code=2).stderr)


if __name__ == "__main__":
    unittest.main()

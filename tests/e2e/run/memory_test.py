"""What a run says of its memory before it starts: the estimate holds, and what does not fit is refused."""

import os
import re
import subprocess
import time
import unittest

from small_study import CLOUT, STUDY, Study

LARGE = STUDY.replace("accounts = 5000", "accounts = 160_000_000").replace("mean_follows = 15", "mean_follows = 63")


def of_size(accounts):
    text = STUDY.replace("accounts = 5000", f"accounts = {accounts}").replace("mean_follows = 15\n", "")
    return text.replace("people_per_agent = 400\n", "")


class Memory(Study):
    def planned(self, *arguments, study):
        """Bytes by term, of --dry-run."""
        text = self.clout("--dry-run", *arguments, study=study).stdout
        whole = float(re.search(r"memory: (\S+) GB at the peak", text)[1])
        markets = int(re.search(r"each of (\d+) markets? at once", text)[1])
        return 1e9 * whole, markets, text

    def peak(self, command):
        """Peak of resident memory of a command that succeeds, bytes."""
        with open(os.devnull, "wb") as nowhere:
            child = subprocess.Popen(command, stdout=nowhere, cwd=self.folder)
            _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(child.returncode, 0)
        return 1024 * usage.ru_maxrss

    def refused(self, *arguments, study, command="run"):
        """The message of a refusal, which must come at once."""
        start = time.monotonic()
        done = subprocess.run([CLOUT, command, self.path("study.toml", study), *arguments], capture_output=True,
                              text=True, timeout=200, cwd=self.folder)
        self.assertEqual(done.returncode, 2, done.stdout + done.stderr)
        self.assertLess(time.monotonic() - start, 60)
        self.assertEqual(sorted(os.listdir(self.folder)), ["study.toml"])
        return done.stderr

    def test_the_estimate_is_the_measured_peak_within_a_fifth(self):
        for accounts, replicates in ((50_000, 2), (200_000, 2)):
            with self.subTest(accounts=accounts):
                study = of_size(accounts)
                estimate, markets, _ = self.planned("--threads", "2", study=study)
                peak = self.peak([CLOUT, "run", self.path("study.toml", study), "-o", f"{accounts}.h5", "--replicates",
                                  str(replicates), "--threads", "2"])
                self.assertGreaterEqual(markets, 2)
                self.assertLess(abs(estimate - peak), 0.2 * peak, f"estimate {estimate:.3g}, peak {peak:.3g}")

    def test_the_estimate_of_a_graph_is_the_measured_peak_within_a_fifth(self):
        for accounts in (50_000, 200_000):
            with self.subTest(accounts=accounts):
                graph = self.path("graph.h5")
                peak = self.peak([CLOUT, "graph", "generate", "--accounts", str(accounts), "-o", graph])
                # Refused with less than it takes, made with more.
                for share, code in ((0.8, 2), (1.2, 0)):
                    limit = ["--memory-limit", f"{share * peak / 1e9:.4f}"]
                    done = subprocess.run([CLOUT, "graph", "generate", "--accounts", str(accounts), "-o", graph, *limit],
                                          capture_output=True, text=True, timeout=200)
                    self.assertEqual(done.returncode, code, done.stderr)

    def test_ten_billion_follows_are_refused_at_once_with_what_would_fit(self):
        message = self.refused("--memory-limit", "16", study=LARGE)
        self.assertRegex(message, r"graph.accounts: this needs \d+ GB of memory with one market at a time: "
                                  r"[\d.]+ GB for the graph, [\d.]+ GB more while it is made, [\d.]+ GB for each market "
                                  r"\(expected at most 16 GB, as --memory-limit says\); accounts = \d+ would fit")

    def test_what_is_said_to_fit_is_not_refused(self):
        message = self.refused("--memory-limit", "0.3", study=LARGE)
        accounts = re.search(r"accounts = (\d+) would fit", message)[1]
        study = LARGE.replace("160_000_000", accounts)
        _, _, text = self.planned("--memory-limit", "0.3", study=study)
        self.assertNotIn("does not fit", text)
        more = LARGE.replace("160_000_000", str(int(int(accounts) * 1.15)))
        self.assertIn("does not fit", self.planned("--memory-limit", "0.3", study=more)[2])

    def test_other_commands_refuse_as_well(self):
        sweep = LARGE + '[sweep]\ndesign = "grid"\n[[sweep.parameter]]\nkey = "platform.click_through"\nvalues = [0.01, 0.02]\n'
        small = ("--memory-limit", "0.5")
        for command, arguments, study in (
                ("response", ("--campaign", "launch"), LARGE),
                ("select", ("--indifference", "1000", "--replicates", "10"), LARGE),
                ("sweep", (), sweep),
                ("sensitivity", ("--parameters", "platform.click_through"), LARGE)):
            with self.subTest(command=command):
                done = subprocess.run([CLOUT, command, self.path("study.toml", study), *arguments, *small],
                                      capture_output=True, text=True, timeout=200, cwd=self.folder)
                self.assertEqual(done.returncode, 2, done.stdout + done.stderr)
                self.assertIn("of memory with one market at a time", done.stderr)
        done = subprocess.run([CLOUT, "graph", "generate", "--accounts", "160000000", "-o", self.path("g.h5"), *small],
                              capture_output=True, text=True, timeout=200)
        self.assertEqual(done.returncode, 2, done.stdout)
        self.assertRegex(done.stderr, r"needs \d+ GB of memory: .*accounts = \d+ would fit")
        self.assertFalse(os.path.exists(self.path("g.h5")))

    def test_a_tight_limit_holds_fewer_markets_and_changes_no_byte(self):
        study = of_size(50_000)
        _, plenty, together = self.planned("--threads", "2", study=study)
        estimate, one, text = self.planned("--threads", "2", "--memory-limit", "0.065", study=study)
        self.assertEqual((plenty, one), (2, 1), text)
        beside = "each of 1 more arm beside every one of them"
        self.assertEqual((beside in together, beside in text), (True, False), text)
        self.assertLessEqual(estimate, 0.065e9)
        for name, limit in (("plenty.h5", ()), ("tight.h5", ("--memory-limit", "0.065"))):
            self.clout("--threads", "2", "-o", name, *limit, study=study)
        with open(self.path("plenty.h5"), "rb") as plenty, open(self.path("tight.h5"), "rb") as tight:
            self.assertEqual(plenty.read(), tight.read())

    def test_a_limit_of_the_address_space_is_seen(self):
        study = self.path("study.toml", LARGE)
        done = subprocess.run(["bash", "-c", f'ulimit -v 4000000 && exec "$0" run "{study}"', CLOUT], capture_output=True,
                              text=True, timeout=200, cwd=self.folder)
        self.assertEqual(done.returncode, 2, done.stdout + done.stderr)
        limit = float(re.search(r"expected at most ([\d.]+) GB, 90% of what is free", done.stderr)[1])
        self.assertLess(limit, 0.9 * 4.1)

    def test_a_dry_run_makes_nothing(self):
        text = self.clout("--dry-run").stdout
        self.assertIn("2 arms in 2 replicates of 20 days after 5 of warm-up", text)
        self.assertIn("a generated graph of 5000 accounts and about 0.0", text)
        self.assertEqual(os.listdir(self.folder), ["study.toml"])


if __name__ == "__main__":
    unittest.main()

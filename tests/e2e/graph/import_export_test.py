"""clout graph import and export, run as a user runs them."""

import json
import os
import subprocess
import unittest

from in_folder import InFolder

CLOUT = os.environ["CLOUT"]
DATA = os.environ["DATA"]
TWITTER = f"{DATA}/graphs/twitter-topic-b.txt.gz"


class ImportExport(InFolder):
    def clout(self, *arguments, code=0):
        done = subprocess.run([CLOUT, "graph", *arguments], capture_output=True, text=True, timeout=120)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

    def imported(self, *arguments):
        return json.loads(self.clout("import", *arguments, "--json").stdout)

    def test_assumed_direction_is_said_on_stderr_with_its_reason(self):
        done = self.clout("import", TWITTER, "-o", self.path("a.h5"))
        self.assertIn("clout: assumed followee-follower: column 1 has the heavier tail", done.stderr)
        self.assertIn("weak", done.stderr)
        self.assertIn("43572", done.stdout)

    def test_given_direction_is_taken_without_remark(self):
        done = self.clout("import", TWITTER, "-o", self.path("a.h5"), "--direction", "followee-follower")
        self.assertEqual(done.stderr, "")

    def test_every_format_gives_the_same_graph_back(self):
        first = self.imported(TWITTER, "-o", self.path("a.h5"))
        for name in ["b.txt", "b.txt.gz", "b.graphml", "b.h5"]:
            self.clout("export", self.path("a.h5"), "-o", self.path(name))
            again = self.imported(self.path(name), "-o", self.path("c.h5"))
            self.assertEqual(again["fingerprint"], first["fingerprint"], name)
            self.assertEqual((again["accounts"], again["follows"]), (2464, 43572))

    def test_niches_and_influencers_reach_the_file_and_losses_are_said(self):
        edges = self.path("e.csv", "follower,followee\nann,bob\ncid,bob\nbob,ann\nbob,bob\nann,bob\n")
        niches = self.path("n.csv", "account,niche\nann,food\nbob,art\n")
        table = self.path("i.csv", "name,platform,followers,price\nbob,tiktok,5000,\nbob2,tiktok,7,1\nann,instagram,9,1\n")
        report = self.imported(edges, "-o", self.path("a.h5"), "--niches", niches, "--influencers", table,
                               "--platform", "tiktok", "--people-per-agent", "2.5")
        self.assertEqual(report["accounts"], 3)
        self.assertEqual((report["duplicates_dropped"], report["self_loops_dropped"]), (1, 1))
        self.assertEqual((report["niches"], report["influencers"]), (3, 1))
        self.assertEqual(report["people_per_agent"], 2.5)
        done = self.clout("export", self.path("a.h5"), "-o", self.path("b.txt"))
        for lost in ["niches", "influencers", "people per agent"]:
            self.assertIn(f"An edge list cannot hold the {lost}", done.stderr)

    def test_unknown_prices_are_drawn_only_with_a_seed_and_by_it(self):
        def origin_and_notes(*arguments):
            report = self.imported(TWITTER, "-o", self.path("a.h5"), "--influencers", f"{DATA}/influencers/micro_accounts.csv", *arguments)
            with open(self.path("a.h5"), "rb") as file:
                return file.read(), " ".join(report["notes"])

        without, notes = origin_and_notes()
        self.assertIn("The price of 25 influencers is unknown; a price seed draws them", notes)
        first, notes = origin_and_notes("--price-seed", "1")
        self.assertIn("25 unknown prices were drawn", notes)
        self.assertEqual(first, origin_and_notes("--price-seed", "1")[0])
        self.assertNotEqual(first, origin_and_notes("--price-seed", "2")[0])
        self.assertNotEqual(first, without)

    def test_a_pipe_is_read_as_the_file_is(self):
        first = self.imported(TWITTER, "-o", self.path("a.h5"), "--direction", "followee-follower")
        for name in ["b.txt", "b.txt.gz", "b.graphml"]:
            self.clout("export", self.path("a.h5"), "-o", self.path(name))
            with open(self.path(name), "rb") as file:
                content = file.read()
            self.assertGreater(len(content), 1 << 16, "more than a pipe holds")
            direction = [] if name.endswith(".graphml") else ["--direction", "follower-followee"]
            done = subprocess.run([CLOUT, "graph", "import", "/dev/stdin", "-o", self.path("c.h5"), "--json", *direction],
                                  input=content, capture_output=True, check=True, timeout=120)
            self.assertEqual(json.loads(done.stdout)["fingerprint"], first["fingerprint"], name)

    def test_a_graph_file_in_a_pipe_is_refused_at_once(self):
        self.clout("import", TWITTER, "-o", self.path("a.h5"))
        with open(self.path("a.h5"), "rb") as file:
            content = file.read()
        for command in (["graph", "describe"], ["graph", "export", "-o", self.path("b.txt")], ["inspect"]):
            done = subprocess.run([CLOUT, *command, "/dev/stdin"], input=content, capture_output=True, timeout=120)
            self.assertEqual(done.returncode, 2, done)
            self.assertIn(b"/dev/stdin: is no ordinary file (expected a file, since it is read more than once); "
                          b"write what comes from it to a file first", done.stderr)
        named = self.path("pipe")
        os.mkfifo(named)  # that nobody writes to: whoever opens it waits for ever
        done = subprocess.run([CLOUT, "inspect", named], capture_output=True, timeout=120)
        self.assertIn(b"pipe: is no ordinary file", done.stderr)

    def test_people_per_agent_is_a_number_within_bounds(self):
        edges = self.path("e.txt", "1 2\n2 1\n")
        for text in ("nan", "-nan", "inf", "0.5", "1e10", "1x"):
            done = self.clout("import", edges, "-o", self.path("a.h5"), "--people-per-agent", text, code=2)
            self.assertIn("--people-per-agent", done.stderr, text)
            self.assertIn(f"{text} not in range [1 - 1e+09]", done.stderr)
        self.assertFalse(os.path.exists(self.path("a.h5")))

    def test_bad_input_exits_with_two_and_leaves_nothing(self):
        broken = self.path("broken.txt", "1 2\n3\n")
        done = self.clout("import", broken, "-o", self.path("a.h5"), code=2)
        self.assertIn("broken.txt:2: only one column", done.stderr)
        self.assertEqual(done.stdout, "")
        self.assertEqual(sorted(os.listdir(self.folder)), ["broken.txt"])
        for arguments in [["import", TWITTER], ["import", TWITTER, "-o", "a.h5", "--direction", "up"],
                          ["import", TWITTER, "-o", self.path("a.doc")], ["export", "none.h5", "-o", self.path("a.txt")],
                          ["import", TWITTER, "-o", self.path("no/such/folder.h5")],
                          ["import", TWITTER, "-o", self.path("a.h5"), "--platform", "x"]]:
            self.assertNotEqual(self.clout(*arguments, code=2).stderr, "", arguments)
        self.assertEqual(sorted(os.listdir(self.folder)), ["broken.txt"])

    def test_equal_imports_are_equal_bytes(self):
        for name in ["a.h5", "b.h5"]:
            self.clout("import", TWITTER, "-o", self.path(name))
        with open(self.path("a.h5"), "rb") as a, open(self.path("b.h5"), "rb") as b:
            self.assertEqual(a.read(), b.read())

    def test_help_shows_examples(self):
        for command in ["import", "export"]:
            self.assertIn("Examples:", self.clout(command, "--help").stdout)


if __name__ == "__main__":
    unittest.main()

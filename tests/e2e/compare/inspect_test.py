"""clout inspect: what is in a file, and getting it out."""

import json
import os
import unittest

from outcome_files import OutcomeFiles


class Inspect(OutcomeFiles):
    def test_an_outcome_file_is_told_on_one_screen(self):
        text = self.clout("inspect", "out.h5").stdout
        for part in ("small", "does it pay?", "4 of 4 planned", "20, after 5", "5000 accounts", "seed        3",
                     "launch for acme (sales)", "nothing", "sha256", "clout 0."):
            self.assertIn(part, text)
        self.assertLessEqual(len(text.splitlines()), 55)
        self.assertLessEqual(max(map(len, text.splitlines())), 100)

    def test_json_has_datasets_with_shapes(self):
        inside = json.loads(self.clout("inspect", "out.h5", "--json").stdout)
        self.assertEqual(inside["holds"], "outcomes")
        self.assertEqual(inside["replicates"], [0, 1, 2, 3])
        self.assertEqual(inside["bytes"], os.path.getsize(os.path.join(self.folder, "out.h5")))
        self.assertEqual([arm["campaigns"] for arm in inside["arms"]], [["launch"], []])
        shapes = {each["path"]: each["shape"] for each in inside["datasets"]}
        self.assertEqual(shapes["daily/brand_impressions"], [2, 4, 20, 1])

    def test_the_settings_repeat_the_run_to_the_bit(self):
        again = self.clout("inspect", "out.h5", "--config").stdout
        self.assertEqual(self.made("again", again), self.printed)

    def test_a_graph_file_is_summed_up(self):
        self.clout("graph", "generate", "--accounts", "3000", "--seed", "9", "-o", "graph.h5")
        text = self.clout("inspect", "graph.h5").stdout
        for part in ("follower graph", "3000, each", "seed 9", "indices"):
            self.assertIn(part, text)
        inside = json.loads(self.clout("inspect", "graph.h5", "--json").stdout)
        self.assertEqual((inside["holds"], inside["accounts"]), ("graph", 3000))
        self.refused("inspect", "graph.h5", "--config", says="no study")
        self.refused("inspect", "graph.h5", "--daily-csv", "x.csv", says="no study")
        self.refused("compare", "graph.h5", says="graph")

    def test_what_cannot_be_read_or_written_is_refused(self):
        self.refused("inspect", "nowhere.h5", says="nowhere.h5")
        self.refused("inspect", "out.toml", says="not HDF5")
        self.refused("inspect", "out.h5", "--daily-csv", os.path.join("no-such-folder", "x.csv"), says="no-such-folder")
        with open(os.path.join(self.folder, "empty.h5"), "wb"):
            pass
        self.refused("inspect", "empty.h5", says="empty.h5")
        with open(os.path.join(self.folder, "out.h5"), "rb") as file:
            content = bytearray(file.read())
        content[len(content) // 2] ^= 255
        with open(os.path.join(self.folder, "bent.h5"), "wb") as file:
            file.write(content)
        for command in ("inspect", "compare"):
            self.refused(command, "bent.h5", says="bent.h5")


if __name__ == "__main__":
    unittest.main()

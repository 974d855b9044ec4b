"""The worked examples of docs/examples are what the program prints now, as far as it takes seconds to tell."""

import os
import pathlib
import re
import sys
import unittest

CLOUT = os.environ["CLOUT"]
ROOT = pathlib.Path(os.environ["ROOT"])
sys.path.insert(0, str(ROOT / "tests" / "reference"))
import examples  # noqa: E402

FAST = ["wiki-Vote", "twitter-topic-a", "twitter-topic-b"]


class Examples(unittest.TestCase):
    def test_the_pages_of_the_small_graphs_are_what_the_program_prints(self):
        for name in FAST:
            self.assertEqual(examples.out_of_date(CLOUT, name, write=False), [], "run tests/reference/examples.py")

    def test_a_changed_figure_is_noticed_and_the_sentences_around_are_kept(self):
        page = "before\n" + examples.BEGIN + "reached 1\n" + examples.END + "after\n"
        self.assertEqual(examples.with_made(page, "reached 1\n"), page)
        self.assertEqual(examples.with_made(page, "reached 2\n"), page.replace("1", "2"))

    def test_every_real_graph_and_the_default_study_have_a_page_that_is_linked(self):
        graphs = {file.name.split(".")[0] for file in (ROOT / "scenarios" / "data" / "graphs").glob("*.gz")}
        self.assertEqual(set(examples.EXAMPLES), graphs | {"celebrity-vs-micro"})
        links = (ROOT / "docs" / "examples" / "README.md").read_text()
        for name, (scenario, _) in examples.EXAMPLES.items():
            self.assertIn(f"]({name}.md)", links)
            resolved = (ROOT / scenario).read_text()
            if name in graphs:
                self.assertIn(f"data/graphs/{name}.txt.gz", resolved)

    def test_no_page_or_picture_names_a_commit(self):
        files = [*examples.PAGES.glob("*.md"), *examples.PAGES.glob("*.svg")]
        self.assertGreater(len(files), len(examples.EXAMPLES))
        for file in files:
            self.assertIsNone(re.search(r"clout \d+\.\d+\.\d+ \(|\bcommit [0-9a-f]{7}", file.read_text()), file.name)
        self.assertEqual(examples.without_commit("people; clout 0.1.0 (d6b4c47)."), "people; clout 0.1.0.")


if __name__ == "__main__":
    unittest.main()

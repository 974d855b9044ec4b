"""Every command of the program is walked: what it says of itself, and what it refuses."""

import os
import re
import subprocess
import unittest

from in_folder import InFolder
from pages import CLOUT, command_of, examples_of, gaps, options_of, pages

ODD = os.environ["ODD"]


def clout(*arguments):
    return subprocess.run([CLOUT, *arguments], capture_output=True, text=True, timeout=60)


class Commands(InFolder):
    def setUp(self):
        super().setUp()
        self.pages = pages(self.path("man"))
        self.assertGreater(len(self.pages), 10)

    def test_every_command_has_a_description_an_example_and_descriptions_of_its_options(self):
        for name, page in self.pages.items():
            self.assertEqual(gaps(page), [], name)

    def test_gaps_are_found_where_there_are_some(self):
        odd = subprocess.run([ODD, "man"], capture_output=True, text=True, check=True, timeout=60).stdout
        bare = [page for page in odd.split(".TH ") if page.startswith("ODD\\-BARE")]
        self.assertEqual(gaps(bare[0]), ["description", "\\fB\\-\\-thing\\fR \\fITEXT\\fR", "example"])

    def test_help_shows_the_example(self):
        for page in self.pages.values():
            command = command_of(page)
            done = clout(*command, "--help")
            self.assertEqual(done.returncode, 0, command)
            self.assertRegex(done.stdout, "Examples:\n  .*clout " + " ".join(command))

    def test_examples_use_commands_and_options_that_exist(self):
        by_command = {tuple(command_of(page)): page for page in self.pages.values()}
        for name, page in self.pages.items():
            self.assertTrue(examples_of(page), name)
            for example in examples_of(page):
                words = re.split(r"[^\w.=/@-]*\bclout ", example, maxsplit=1)[1].split("|")[0].split()
                command = max((c for c in by_command if tuple(words[:len(c)]) == c), key=len)
                self.assertTrue(command, example)
                for word in words:
                    if re.match("--?[a-z]", word):
                        self.assertIn(word.split("=")[0], options_of(by_command[command]), example)

    def test_no_number_can_be_empty(self):
        numbers = 0
        for page in self.pages.values():
            for option, label in options_of(page).items():
                if label not in ("INT", "UINT", "FLOAT"):
                    continue
                numbers += 1
                done = clout(*command_of(page), option, "")
                self.assertEqual((done.returncode, done.stdout), (2, ""), option)
                self.assertIn(f"{option}: empty, not a number", done.stderr)
        self.assertGreater(numbers, 30)

    def test_an_empty_word_is_refused_and_not_taken_for_something_else(self):
        for page in self.pages.values():
            for words in ([""], ["", "--json"], ["", "--seed", "1"]):
                done = clout(*command_of(page), *words)
                self.assertEqual((done.returncode, done.stdout), (2, ""), (command_of(page), words))

    def test_a_misspelt_option_of_any_command_is_an_error_that_names_it(self):
        for page in self.pages.values():
            done = clout(*command_of(page), "--hlep")
            self.assertEqual((done.returncode, done.stdout), (2, ""), page)
            self.assertIn("unknown option '--hlep'; did you mean '--help'?", done.stderr)


if __name__ == "__main__":
    unittest.main()

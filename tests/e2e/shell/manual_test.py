"""Manual pages are read by mandoc without complaint and say what the command line says."""

import os
import re
import subprocess
import unittest

from in_folder import InFolder
from pages import CLOUT, command_of, options_of, pages, sections

ODD = os.environ["ODD"]


def complaints(page):
    """mandoc's warnings and errors, but for the date, which pages do not have."""
    done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning"], input=page, capture_output=True, text=True,
                          timeout=60)
    return [line for line in (done.stdout + done.stderr).splitlines() if "missing date" not in line]


def rendered(page):
    done = subprocess.run(["mandoc", "-T", "ascii", "-O", "width=1000"], input=page, capture_output=True, text=True,
                          check=True, timeout=60)
    return re.sub(".\b", "", done.stdout)  # bold is overstruck


class Manual(InFolder):
    def test_mandoc_has_no_complaint_about_any_page(self):
        for name, page in pages(self.path("man")).items():
            self.assertEqual(complaints(page), [], name)

    def test_mandoc_would_complain(self):
        self.assertNotEqual(complaints('.TH A 1 "" a b\n.SH NAME\na \\- b\n.SH B\n.PP\n.TP\n.XX\n'), [])

    def test_pages_have_the_usual_sections(self):
        for name, page in pages(self.path("man")).items():
            wanted = ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "EXAMPLES", "SEE ALSO"]
            self.assertEqual([each for each in sections(page) if each != "COMMANDS"], wanted, name)

    def test_a_page_reads_as_the_help_does(self):
        page = subprocess.run([CLOUT, "man", "graph", "generate"], capture_output=True, text=True, check=True,
                              timeout=60).stdout
        self.assertEqual(page, pages(self.path("man"))["clout-graph-generate.1"])
        self.assertEqual(command_of(page), ["graph", "generate"])
        self.assertEqual(options_of(page)["--seed"], "UINT")
        text = rendered(page)
        self.assertIn("clout-graph-generate - Make a synthetic follower graph", text)
        self.assertIn("clout graph generate -o FILE [options]", text)
        self.assertIn("(range 0 - 9007199254740991; default 1)", text)
        self.assertIn("Settings of the graph", text)
        self.assertIn("clout graph generate --accounts 100000 --seed 7 -o small.h5", text)

    def test_every_character_of_a_description_comes_through(self):
        odd = subprocess.run([ODD, "man"], capture_output=True, text=True, check=True, timeout=60).stdout
        text = rendered(odd[odd.index(".TH ODD\\-SAY"):odd.index(".TH ODD\\-BARE")])
        self.assertIn("""odd-say - .it's [a:b] "c" \\d $e `f` {g} %h (i) *j ~k #l; m&n|o<p>q!r -s\n""", text)
        self.assertIn(".not a macro", rendered(odd[:odd.index(".TH ODD\\-SAY")]))

    def test_what_is_no_command_has_no_page(self):
        done = subprocess.run([CLOUT, "man", "graph", "genrate"], capture_output=True, text=True, timeout=60)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("'genrate' is no command of clout graph; did you mean 'generate'?", done.stderr)

    def test_a_folder_that_cannot_be_made_is_an_error(self):
        done = subprocess.run([CLOUT, "man", "--all", self.path("file", "") + "/man"], capture_output=True, text=True,
                              timeout=60)
        self.assertEqual((done.returncode, done.stdout, len(done.stderr.splitlines())), (2, "", 1), done.stderr)

    def test_of_folders_that_are_missing_only_the_last_is_made(self):
        done = subprocess.run([CLOUT, "man", "--all", self.path("a/b")], capture_output=True, text=True, timeout=60)
        self.assertEqual((done.returncode, done.stdout), (2, ""), done.stderr)
        self.assertIn("a/b: no such folder can be made: No such file or directory", done.stderr)
        self.assertEqual(os.listdir(self.folder), [])
        self.assertIn("clout.1", pages(self.path("a")))


if __name__ == "__main__":
    unittest.main()

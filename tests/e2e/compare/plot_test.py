"""clout compare --plot: a picture that is well-formed, says what the table says, and is written whole or not at all."""

import json
import os
import unittest
import xml.etree.ElementTree

from outcome_files import OutcomeFiles
from small_study import STUDY

SVG = "{http://www.w3.org/2000/svg}"


class Plot(OutcomeFiles):
    def file(self, name):
        with open(os.path.join(self.folder, name), "rb") as file:
            return file.read()

    def picture(self, *arguments):
        self.clout("compare", *arguments, "--plot", "out.svg")
        return xml.etree.ElementTree.fromstring(self.file("out.svg"))

    def marks(self, root, panel):
        """Class, title and places of a panel's rows: (class, title, dot, line's ends)."""
        group = next(g for g in root.findall(SVG + "g") if g.findtext(SVG + "title").startswith(panel + ":"))
        for mark in group.findall(SVG + "g"):
            dot, line = mark.find(SVG + "circle"), mark.find(SVG + "line")
            yield (mark.get("class"), mark.findtext(SVG + "title"), None if dot is None else float(dot.get("cx")),
                   None if line is None else (float(line.get("x1")), float(line.get("x2"))))

    def test_the_picture_has_the_table_s_verdict_and_values(self):
        report = json.loads(self.clout("compare", "out.h5", "--json").stdout)
        root = self.picture("out.h5")
        self.assertEqual((root.get("role"), root.findtext(SVG + "title")), ("img", "does it pay?"))
        self.assertTrue(root.findtext(SVG + "desc").startswith(report["verdict"]["text"]))
        micro, nothing = self.marks(root, "New customers")
        won = report["arms"][0]["figures"]["incremental_customers"]
        self.assertEqual(won["mean"] > 0, micro[2] > nothing[2])
        scale = (micro[2] - nothing[2]) / won["mean"]
        for place, value in zip(micro[3], (won["low"], won["high"])):
            self.assertAlmostEqual(place, nothing[2] + scale * value, delta=0.5)
        self.assertIsNone(nothing[3])
        self.assertEqual(nothing[0], "idle")
        self.assertIsNone(list(self.marks(root, "Return on spend"))[1][2], "the idle arm has no return")
        words = " ".join("".join(text.itertext()) for text in root.iter(SVG + "text"))
        for part in ("95% interval over replicates", "4 replicates of 20 days, seed 3; 2.00M people",
                     "clout compare out.h5 --plot out.svg", "n/a", *report["caveats"]):
            self.assertIn(part, words)

    def test_the_table_is_printed_as_without_a_picture_and_the_picture_does_not_change(self):
        table = self.clout("compare", "out.h5").stdout
        self.assertEqual(table, self.clout("compare", "out.h5", "--plot", "first.svg").stdout)
        self.clout("compare", "out.h5", "--json", "--plot", "first.svg")
        first = self.file("first.svg")
        self.clout("compare", "out.h5", "--plot", "first.svg")
        self.assertEqual(first, self.file("first.svg"))

    def test_the_commands_in_the_picture_repeat_it_and_its_run(self):
        root = self.picture("out.h5", "--reference", "nothing", "--by", "reached")
        first = self.file("out.svg")
        commands = {text.text.split(": ", 1)[0]: text.text.split(": ", 1)[1]
                    for text in root.iter(SVG + "text") if (text.text or "").startswith(("Picture: ", "Run: "))}
        os.remove(os.path.join(self.folder, "out.svg"))
        self.clout(*commands["Picture"].split()[1:])
        self.assertEqual(first, self.file("out.svg"))
        show, run = commands["Run"].split(" && ")
        config = self.clout(*show.split(" > ")[0].split()[1:]).stdout
        with open(os.path.join(self.folder, "again.toml"), "w", encoding="utf-8") as file:
            file.write(config)
        again = json.loads(self.clout(*run.split()[1:], "--json").stdout)
        self.assertEqual(again["arms"], json.loads(self.printed)["arms"])

    def test_names_may_hold_what_xml_does_not(self):
        name = "<micro> & more"
        self.made("odd", STUDY.replace('name = "micro"', f'name = "{name}"', 1).replace("does it pay?", "a < b & c > d?"))
        root = self.picture("odd.h5")
        self.assertEqual(root.findtext(SVG + "title"), "a < b & c > d?")
        self.assertTrue(next(self.marks(root, "People reached"))[1].startswith(name + ": "))

    def test_what_cannot_be_drawn_is_refused_and_leaves_everything_as_it_was(self):
        self.picture("out.h5")
        before = sorted(os.listdir(self.folder)), self.file("out.svg"), self.file("out.h5")
        self.refused("compare", "out.h5", "--plot", "nowhere/out.svg", says="nowhere/out.svg")
        self.refused("compare", "out.h5", "--plot", ".", says="folder")
        self.refused("compare", "out.h5", "--plot", "./out.h5", says="would replace a file that this command needs")
        self.refused("compare", "nowhere.h5", "--plot", "out.svg", says="nowhere.h5")
        self.refused("compare", "out.h5", "--by", "nothing", "--plot", "out.svg", says="nothing")
        self.assertIn("--plot", self.clout("compare", "--figures", "--plot", "out.svg", code=2).stderr)
        self.assertIn("--plot", self.clout("compare", "out.h5", "--plot", "", code=2).stderr)
        self.assertEqual(before, (sorted(os.listdir(self.folder)), self.file("out.svg"), self.file("out.h5")))


if __name__ == "__main__":
    unittest.main()

"""clout compare: the same figures in every form, several files, and what is refused."""

import csv
import io
import json
import os
import pty
import statistics
import subprocess
import unittest

from outcome_files import MORE_MONEY, OTHER_SEED, OutcomeFiles
from small_study import CLOUT


class Compare(OutcomeFiles):
    def report(self, *arguments):
        return json.loads(self.clout("compare", *arguments, "--json").stdout)

    def test_run_prints_the_very_same_comparison(self):
        self.assertEqual(self.printed, self.clout("compare", "out.h5", "--json").stdout)

    def test_figures_are_those_of_the_daily_counts(self):
        self.clout("inspect", "out.h5", "--daily-csv", "daily.csv")
        sums = {}
        with open(os.path.join(self.folder, "daily.csv"), newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if row["of"] == "brand":
                    key = row["arm"], row["measure"], int(row["replicate"])
                    sums[key] = sums.get(key, 0) + 400 * int(row["value"])
        arms = {arm["name"]: arm["figures"] for arm in self.report("out.h5")["arms"]}
        for name in ("impressions", "reached", "engagements", "clicks", "first_purchases"):
            values = {arm: [sums[arm, name, r] for r in range(4)] for arm in arms}
            for arm, figures in arms.items():
                self.assertAlmostEqual(figures[name]["mean"], statistics.mean(values[arm]), places=6)
                # Student's 97.5% quantile with 3 degrees of freedom.
                half = 3.182446305284263 * statistics.stdev(values[arm]) / 2
                self.assertAlmostEqual(figures[name]["high"] - figures[name]["mean"], half, places=4)
            pairs = [b - a for a, b in zip(values["micro"], values["nothing"])]
            self.assertAlmostEqual(arms["nothing"][name]["difference_to_reference"]["mean"], statistics.mean(pairs))
        won = [a - b for a, b in zip(*([sums[arm, "first_purchases", r] for r in range(4)] for arm in ("micro", "nothing")))]
        self.assertAlmostEqual(arms["micro"]["incremental_customers"]["mean"], statistics.mean(won))

    def test_the_table_fits_a_hundred_columns_and_says_how_sure_it_is(self):
        for arguments in ((), ("--all",)):
            table = self.clout("compare", "out.h5", *arguments).stdout
            self.assertLessEqual(max(map(len, table.splitlines())), 100)
            self.assertNotIn("\033", table)
            for text in ("first_purchases", "4 replicates of 20 days, seed 3", "Few replicates (4)", "excludes 0"):
                self.assertIn(text, table)
            self.assertRegex(table, "It is open which arm has the most|has the most first_purchases")
        self.assertIn("trust_end.micro", table)

    def on_a_terminal(self, **environment):
        main, side = pty.openpty()
        with subprocess.Popen([CLOUT, "compare", "out.h5"], stdout=side, cwd=self.folder,
                              env={**os.environ, **environment}) as run:
            os.close(side)
            output = b""
            try:
                while piece := os.read(main, 65536):
                    output += piece
            except OSError:
                pass  # the other side is closed
            os.close(main)
            self.assertEqual(run.wait(100), 0)
        return output

    def test_colours_are_for_terminals_and_can_be_refused(self):
        self.assertIn(b"\033[", self.on_a_terminal(NO_COLOR=""))
        self.assertNotIn(b"\033[", self.on_a_terminal(NO_COLOR="1"))

    def test_reference_and_figure_can_be_chosen(self):
        report = self.report("out.h5", "--reference", "nothing", "--by", "reached")
        self.assertEqual(report["reference"], "nothing")
        micro, nothing = report["arms"]
        self.assertNotIn("difference_to_reference", nothing["figures"]["reached"])
        self.assertGreater(micro["figures"]["reached"]["difference_to_reference"]["mean"], 0)
        verdict = report["verdict"]
        self.assertEqual((verdict["figure"], verdict["best"]), ("reached", "micro"))
        self.assertIn("most reached", verdict["text"])

    def test_csv_has_a_row_for_every_figure_and_arm(self):
        rows = list(csv.DictReader(io.StringIO(self.clout("compare", "out.h5", "--csv").stdout)))
        report = self.report("out.h5")
        self.assertEqual(len(rows), sum(len(arm["figures"]) for arm in report["arms"]))
        arms = {arm["name"]: arm["figures"] for arm in report["arms"]}
        for row in rows:
            mean = arms[row["arm"]][row["figure"]]["mean"]
            self.assertEqual(row["mean"], "") if mean is None else self.assertEqual(float(row["mean"]), mean)

    def test_markdown_is_a_table_of_the_usual_figures(self):
        text = self.clout("compare", "out.h5", "--markdown").stdout
        rows = [line for line in text.splitlines() if line.startswith("|")]
        self.assertTrue(all(row.count("|") == 4 for row in rows), rows)
        self.assertTrue(any(row.startswith("| first_purchases people |") for row in rows))

    def test_files_of_one_seed_are_paired_and_of_two_are_not(self):
        self.made("richer", MORE_MONEY, "--replicates", "4")
        self.made("other", OTHER_SEED, "--replicates", "4")
        paired = self.report("out.h5", "richer.h5")
        self.assertEqual([arm["name"] for arm in paired["arms"]],
                         ["micro", "out:nothing", "richer", "richer:nothing"])
        difference = paired["arms"][3]["figures"]["first_purchases"]["difference_to_reference"]
        twin = paired["arms"][1]["figures"]["first_purchases"]["difference_to_reference"]
        self.assertEqual(difference, twin, "the idle arm does not depend on the budget")
        unpaired = self.report("out.h5", "other.h5")
        self.assertTrue(any("not paired" in each for each in unpaired["caveats"]))
        self.assertIsNone(unpaired["arms"][2]["figures"]["reached"]["difference_to_reference"]["pairing_gain"])

    def test_the_list_of_figures_is_the_page_in_the_documentation(self):
        root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..")
        with open(os.path.join(root, "docs", "reference", "figures.md"), encoding="utf-8") as page:
            self.assertEqual(page.read(), self.clout("compare", "--figures").stdout,
                             "clout compare --figures > docs/reference/figures.md")

    def test_what_cannot_be_compared_is_refused(self):
        with open(os.path.join(self.folder, "out.h5"), "rb") as whole, \
                open(os.path.join(self.folder, "cut.h5"), "wb") as cut:
            cut.write(whole.read()[:-5000])
        self.refused("compare", "cut.h5", says="cut.h5")
        self.refused("compare", "nowhere.h5", says="nowhere.h5")
        self.refused("compare", "out.toml", says="not HDF5")
        self.refused("compare", "out.h5", "./out.h5", says="given twice")
        self.refused("compare", "out.h5", "--by", "frist_purchases", says="did you mean 'first_purchases'")
        self.refused("compare", "out.h5", "--reference", "mikro", says="did you mean 'micro'")
        self.refused("compare", says="no file")


if __name__ == "__main__":
    unittest.main()

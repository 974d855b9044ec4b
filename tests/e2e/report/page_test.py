"""clout report: the page is HTML in one piece, its numbers are those of clout compare, its commands repeat it."""
import base64
import csv
import html
import html.parser
import io
import json
import pathlib
import re
import shlex
import tempfile
import unittest

from study import SCENARIO, clout, run_sensitivity, run_study, run_sweep

VOID = {"meta", "br", "wbr", "input", "link", "img", "hr"}


class Tags(html.parser.HTMLParser):
    """Closes what it opens, in order; notes headings, ids and addresses."""

    def __init__(self):
        super().__init__()
        self.open, self.wrong, self.headings, self.ids, self.addresses = [], [], [], [], []

    def handle_starttag(self, tag, attributes):
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        for name, value in attributes:
            if name == "id":
                self.ids.append(value)
            if name in ("href", "src"):
                self.addresses.append(value)

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append((tag, self.getpos()))


def download(page, name):
    coded = re.search(rf'download="{re.escape(name)}" href="data:[^;]*;base64,([^"]*)"', page).group(1)
    return base64.b64decode(coded, validate=True).decode()


class Page(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        run_study(cls.folder)
        told = clout("report", "out.h5", cwd=cls.folder)
        assert told.returncode == 0, told.stderr
        cls.said = told.stdout
        cls.page = (cls.folder / "out.html").read_text(encoding="utf-8")

    def data(self, name):
        return download(self.page, name)

    def test_it_says_where_the_page_is(self):
        self.assertEqual(self.said, "The report is in out.html\n")

    def test_it_is_well_formed_with_headings_in_order_and_ids_once(self):
        tags = Tags()
        tags.feed(self.page)
        tags.close()
        self.assertEqual(tags.wrong, [])
        self.assertEqual(tags.open, [])
        self.assertEqual(tags.headings[0], 1)
        self.assertEqual(tags.headings.count(1), 1)
        for before, after in zip(tags.headings, tags.headings[1:]):
            self.assertLessEqual(after, before + 1)
        self.assertEqual(len(tags.ids), len(set(tags.ids)))
        for address in tags.addresses:
            self.assertRegex(address, "^(data:|#)")
            if address.startswith("#"):
                self.assertIn(address[1:], tags.ids)

    def test_it_is_small(self):
        self.assertLess(len(self.page.encode()), 2_000_000)

    def test_no_number_is_missing_in_a_picture(self):
        for svg in re.findall("<svg.*?</svg>", self.page, re.S):
            self.assertNotRegex(svg, r'="[^"]*\b(nan|inf)\b[^"]*"')

    def test_data_are_those_of_compare(self):
        compared = clout("compare", "out.h5", "--csv", cwd=self.folder).stdout
        self.assertEqual(self.data("figures.csv"), compared)
        usual = json.loads(self.data("usual-figures.json"))
        everything = json.loads(clout("compare", "out.h5", "--json", cwd=self.folder).stdout)
        self.assertEqual(usual["verdict"], everything["verdict"])
        for few, all_of_them in zip(usual["arms"], everything["arms"], strict=True):
            figures = {name: all_of_them["figures"][name] for name in few["figures"]}
            self.assertEqual(few, {**all_of_them, "figures": figures})
            self.assertIn("first_purchases", figures)

    def test_the_last_day_is_the_figure_of_the_whole_run(self):
        figures = {(row["figure"], row["arm"]): row for row in csv.DictReader(io.StringIO(self.data("figures.csv")))}
        last = {(row["measure"], row["arm"]): row for row in csv.DictReader(io.StringIO(self.data("days.csv")))}
        for measure, name in (("first_purchases", "first_purchases"), ("reached", "reached"),
                              ("trust.micro", "trust_end.micro")):
            for arm in ("nothing", "micro"):
                for column in ("mean", "low", "high"):
                    self.assertAlmostEqual(float(last[measure, arm][column]) /
                                           (float(figures[name, arm][column]) or 1),
                                           1 if float(figures[name, arm][column]) else 0, places=4)

    def test_its_commands_give_the_page_and_the_outcomes_again(self):
        command = re.search("<code>(clout report [^<]*)</code>", self.page).group(1)
        again = clout(*shlex.split(command)[1:-1], "again.html", cwd=self.folder)
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertEqual((self.folder / "again.html").read_text().replace("again.html", "out.html"), self.page)
        # Where the tables that the scenario names are found.
        config = clout("inspect", self.folder / "out.h5", "--config", cwd=SCENARIO.parent)
        self.assertEqual((config.stdout, config.stderr), (self.data("scenario.toml"), ""))

    def test_only_what_differs_is_listed_as_different(self):
        section = re.search('<section id="differences".*?</section>', self.page, re.S).group(0)
        self.assertIn("campaign.launch.roster.tier", section)
        self.assertNotIn("campaign.launch.budget_usd", section)

    def test_numbers_of_settings_are_as_people_write_them(self):
        section = re.search('<section id="assumptions".*?</section>', self.page, re.S).group(0)
        self.assertNotRegex(section, r"\d\.\d{12}")
        self.assertNotIn("platform.click_through", section)  # its "1.8 %" is the default but for the last bits

    def test_it_does_not_replace_the_outcomes_and_names_what_is_wrong(self):
        for arguments in (["out.h5", "-o", "out.h5"], ["missing.h5"], ["out.h5", "--reference", "nobody"],
                          ["out.h5", "--by", "nothing"], ["out.h5", "-o", "no/such/folder/page.html"]):
            told = clout("report", *arguments, cwd=self.folder)
            self.assertEqual(told.returncode, 2, arguments)
            self.assertTrue(told.stderr.startswith("clout: "), told.stderr)

    def test_what_is_no_file_of_a_study_is_told_for_what_it_is(self):
        (self.folder / "text.toml").write_text("[run]\n")
        expected = "(expected a file of clout run, clout sweep or clout sensitivity)"
        for file, problem in (("missing.h5", "cannot be opened: No such file or directory"), (".", "is a folder"),
                              ("text.toml", "the file is not HDF5")):
            told = clout("report", file, cwd=self.folder)
            self.assertEqual((told.returncode, told.stderr), (2, f"clout: {file}: {problem} {expected}\n"))


class SweepPage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        run_sweep(cls.folder)
        told = clout("report", "sweep.h5", cwd=cls.folder)
        assert told.returncode == 0, told.stderr
        cls.page = (cls.folder / "sweep.html").read_text(encoding="utf-8")

    def test_it_is_well_formed_small_and_has_its_sections(self):
        tags = Tags()
        tags.feed(self.page)
        tags.close()
        self.assertEqual((tags.wrong, tags.open), ([], []))
        self.assertEqual(len(tags.ids), len(set(tags.ids)))
        for section in ("verdict", "map", "points", "assumptions", "repeat"):
            self.assertIn(section, tags.ids)
        self.assertLess(len(self.page.encode()), 2_000_000)
        for svg in re.findall("<svg.*?</svg>", self.page, re.S):
            self.assertNotRegex(svg, r'="[^"]*\b(nan|inf)\b[^"]*"')

    def test_its_commands_give_the_page_and_the_sweep_again(self):
        command = re.search("<code>(clout report [^<]*)</code>", self.page).group(1)
        again = clout(*shlex.split(command)[1:-1], "again.html", cwd=self.folder)
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertEqual((self.folder / "again.html").read_text().replace("again.html", "sweep.html"), self.page)
        scenario = self.folder / "again.toml"
        scenario.write_text(clout("inspect", "sweep.h5", "--config", cwd=self.folder).stdout, encoding="utf-8")
        command = re.search("<code>(clout sweep again[^<]*)</code>", self.page).group(1)
        again = clout(*shlex.split(command)[1:], "-o", "again.h5", "--progress", "none", cwd=self.folder)
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertEqual(clout("report", "again.h5", "-o", "page.html", cwd=self.folder).returncode, 0)
        points = re.search('<section id="points".*?</section>', (self.folder / "page.html").read_text(), re.S).group(0)
        self.assertIn(points, self.page)

    def test_what_varies_is_told_once(self):
        section = re.search('<section id="assumptions".*?</section>', self.page, re.S).group(0)
        self.assertEqual(section.count("<code>campaign.launch.budget_usd</code>"), 1)
        self.assertNotIn("sweep.refine", section)

    def test_sentences_and_charts_are_in_words_and_name_no_option(self):
        for name in ("verdict", "map", "boxes"):
            section = re.search(f'<section id="{name}".*?</section>', self.page, re.S)
            if section is None:
                continue  # no arm wins some cases only
            told = re.sub("<table.*?</table>|<wbr>", "", section.group(0), flags=re.S)
            self.assertNotRegex(told, "budget_usd|sponsored_share|first_purchases")
            self.assertIn("new customers", told.lower())
        self.assertIn("Sponsored share (%)", self.page)
        self.assertNotIn("--resume", self.page)

    def test_a_sweep_has_no_reference(self):
        told = clout("report", "sweep.h5", "--reference", "micro", cwd=self.folder)
        self.assertEqual(told.returncode, 2)
        self.assertEqual(len(told.stderr.splitlines()), 1, told.stderr)


class SensitivityPage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        run_sensitivity(cls.folder)
        told = clout("report", "sensitivity.h5", "--arm", "micro", "--less", "nothing", cwd=cls.folder)
        assert told.returncode == 0, told.stderr
        cls.page = (cls.folder / "sensitivity.html").read_text(encoding="utf-8")

    def test_it_is_well_formed_small_and_has_its_sections_and_charts(self):
        tags = Tags()
        tags.feed(self.page)
        tags.close()
        self.assertEqual((tags.wrong, tags.open), ([], []))
        self.assertEqual(len(tags.ids), len(set(tags.ids)))
        for section in ("verdict", "effects", "spread", "varied", "assumptions", "repeat"):
            self.assertIn(section, tags.ids)
        self.assertLess(len(self.page.encode()), 2_000_000)
        charts = re.findall("<svg.*?</svg>", self.page, re.S)
        self.assertEqual(len(charts), 5)
        for svg in charts:
            self.assertNotRegex(svg, r'="[^"]*\b(nan|inf)\b[^"]*"')

    def test_its_numbers_are_those_of_the_command(self):
        asked = clout("sensitivity", "sensitivity.h5", "--arm", "micro", "--less", "nothing", "--csv", "s.csv", "--json", cwd=self.folder)
        self.assertEqual(download(self.page, "sensitivity.csv"), (self.folder / "s.csv").read_text(encoding="utf-8"))
        for key in (each["key"] for each in json.loads(asked.stdout)["settings"]):
            self.assertIn(key, re.sub("<wbr>", "", self.page))

    def test_its_commands_give_the_page_and_the_points_again(self):
        told = re.findall("<code>(clout [^<]*)</code>", self.page)
        page, inspect, run = (shlex.split(html.unescape(each))[1:] for each in told)
        self.assertEqual(clout(*page[:-1], "again.html", cwd=self.folder).returncode, 0)
        self.assertEqual((self.folder / "again.html").read_text().replace("again.html", "sensitivity.html"), self.page)
        (self.folder / "again.toml").write_text(clout(*inspect[:-2], cwd=self.folder).stdout, encoding="utf-8")
        ran = clout(*run, "--progress", "none", cwd=self.folder)
        self.assertEqual(ran.returncode, 0, ran.stderr)
        for name, rows in (("sensitivity.h5", "one.csv"), ("again-sensitivity.h5", "two.csv")):
            clout("sensitivity", name, "--csv", rows, cwd=self.folder)
        self.assertEqual((self.folder / "one.csv").read_text(), (self.folder / "two.csv").read_text())

    def test_sentences_and_charts_are_in_words(self):
        for name in ("verdict", "effects", "spread"):
            section = re.search(f'<section id="{name}".*?</section>', self.page, re.S).group(0)
            told = re.sub("<table.*?</table>|<wbr>", "", section, flags=re.S)
            self.assertNotRegex(told, "budget_usd|sponsored_share|choice_intercept|first_purchases")
            self.assertIn("new customers, micro less nothing", told)

    def test_how_points_were_chosen_is_no_setting_that_the_study_changed(self):
        section = re.search('<section id="assumptions".*?</section>', self.page, re.S).group(0)
        self.assertNotIn("sweep.parameter", section)

    def test_outcomes_that_are_not_there_are_refused_in_a_line(self):
        for arguments in (["--arm", "nobody"], ["--less", "micro"], ["--by", "no_figure"], ["--reference", "micro"]):
            told = clout("report", "sensitivity.h5", *arguments, "-o", "no.html", cwd=self.folder)
            self.assertEqual((told.returncode, len(told.stderr.splitlines())), (2, 1), told.stderr)
            self.assertFalse((self.folder / "no.html").exists())


if __name__ == "__main__":
    unittest.main()

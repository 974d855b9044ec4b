"""The page of clout report in Debian's chromium. Needs node, npm and the npm registry: skipped, with a word, without."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from study import clout, run_sensitivity, run_study, run_sweep

HERE = pathlib.Path(__file__).parent
MODULES = pathlib.Path(os.environ["BROWSER_MODULES"])


def skip(why):
    raise unittest.SkipTest("the browser test is skipped: " + why)


def fetch_modules():
    """playwright-core and axe-core, as the lock file names them."""
    lock = (HERE / "package-lock.json").read_text()
    done = MODULES / "lock-of-what-is-here.json"
    if done.exists() and done.read_text() == lock:
        return
    MODULES.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, MODULES)
    fetched = subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=MODULES, text=True,
                             capture_output=True, timeout=300, check=False)
    if fetched.returncode != 0:
        skip("npm cannot fetch playwright-core and axe-core: " + fetched.stderr.strip().split("\n")[0])
    done.write_text(lock)


class Looks:
    """What must hold of every page; a page is made by make(folder), which returns its name."""

    @classmethod
    def setUpClass(cls):
        for program in ("node", "npm", "chromium"):
            if shutil.which(program) is None:
                skip("no " + program)
        fetch_modules()
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        page = os.path.join(folder.name, cls.make(folder.name))
        seen = subprocess.run(["node", HERE / "browser.mjs", page], text=True, capture_output=True, check=False,
                              env={**os.environ, "NODE_MODULES": str(MODULES / "node_modules")})
        assert seen.returncode == 0, seen.stderr
        cls.seen = json.loads(seen.stdout)

    def test_no_console_error_and_no_request_but_the_page(self):
        for look in self.seen["looks"]:
            self.assertEqual(look["errors"], [], look["name"])
            self.assertEqual(len(look["requests"]), 1, look["name"])

    def test_axe_finds_nothing_light_dark_desktop_or_phone(self):
        self.assertEqual(len(self.seen["looks"]), 4)
        for look in self.seen["looks"]:
            self.assertEqual(look["violations"], [], look["name"])

    def test_nothing_is_wider_than_the_screen(self):
        for look in self.seen["looks"]:
            self.assertLessEqual(look["overflow"], 0, look["name"])

    def test_it_opens_within_a_second(self):
        self.assertLess(self.seen["seconds"], 1)

    def test_a_chart_is_saved_as_svg_and_png(self):
        self.assertEqual(self.seen["saved"]["Save SVG"]["head"], "<svg")
        self.assertEqual(self.seen["saved"]["Save PNG"]["head"], "\u0089PNG")
        self.assertGreater(self.seen["saved"]["Save PNG"]["bytes"], 5000)

    def test_all_of_it_can_be_read_without_javascript(self):
        without = self.seen["without_javascript"]
        self.assertGreater(without["tables"], self.tables)
        self.assertGreater(without["charts"], self.charts)
        self.assertEqual(without["links"], self.links)
        self.assertEqual(without["buttons"], 0)
        self.assertTrue(without["unfolds"])

    def test_the_first_three_sections_print_on_two_pages(self):
        self.assertLessEqual(self.seen["sheets"], 2)


class Study(Looks, unittest.TestCase):
    tables, charts, links = 10, 8, 4

    @staticmethod
    def make(folder):
        run_study(folder)
        assert clout("report", "out.h5", cwd=folder).returncode == 0
        return "out.html"


class Map(Looks, unittest.TestCase):
    tables, charts, links = 3, 0, 2

    @staticmethod
    def make(folder):
        run_sweep(folder)
        assert clout("report", "sweep.h5", cwd=folder).returncode == 0
        return "sweep.html"


class Decides(Looks, unittest.TestCase):
    tables, charts, links = 6, 4, 3

    @staticmethod
    def make(folder):
        run_sensitivity(folder)
        assert clout("report", "sensitivity.h5", cwd=folder).returncode == 0
        return "sensitivity.html"


if __name__ == "__main__":
    unittest.main()

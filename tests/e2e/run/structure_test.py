"""What the tables of docs/validation rest on: graphs of other families are what they say, intervals are Student's."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import h5py
import numpy

CLOUT = os.environ["CLOUT"]
ROOT = pathlib.Path(os.environ["ROOT"])
sys.path.insert(0, str(ROOT / "tests" / "reference"))
import engagement_curves  # noqa: E402
import structural_table  # noqa: E402
import structure_graphs  # noqa: E402
import student  # noqa: E402

ACCOUNTS = 3000


class Graphs(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.generated = pathlib.Path(self.folder.name) / "generated.h5"
        subprocess.run([CLOUT, "graph", "generate", "--accounts", str(ACCOUNTS), "--celebrity", "star=0.5", "-o", self.generated],
                       check=True, capture_output=True)
        self.audiences, _ = structure_graphs.read(self.generated)

    def made(self, family, name="other.h5"):
        path = self.generated.with_name(name)
        family(self.generated, path)
        subprocess.run([CLOUT, "graph", "describe", path, "--json"], check=True, capture_output=True)  # clout reads it
        return path

    def assert_no_doubles_and_loops(self, audiences, followers):
        followees = numpy.repeat(numpy.arange(len(audiences)), audiences)
        self.assertFalse(structure_graphs.twice(followers, followees, len(audiences)).any())

    def test_dealing_keeps_every_audience_and_nearly_every_number_of_follows(self):
        audiences, followers = structure_graphs.read(self.made(structure_graphs.dealt))
        numpy.testing.assert_array_equal(audiences, self.audiences)
        self.assert_no_doubles_and_loops(audiences, followers)
        _, before = structure_graphs.read(self.generated)
        moved = numpy.abs(numpy.bincount(followers, minlength=ACCOUNTS) - numpy.bincount(before, minlength=ACCOUNTS)).sum()
        self.assertLess(moved, 0.02 * len(followers))

    def test_attachment_has_as_many_follows_the_same_stars_and_no_other_giants(self):
        audiences, followers = structure_graphs.read(self.made(structure_graphs.attached))
        self.assert_no_doubles_and_loops(audiences, followers)
        self.assertAlmostEqual(audiences.sum() / self.audiences.sum(), 1, delta=0.02)
        stars = structure_graphs.stars_of(self.audiences, ACCOUNTS)
        self.assertEqual(len(stars), 1)
        self.assertEqual(audiences[stars].tolist(), self.audiences[stars].tolist())
        self.assertLessEqual(numpy.delete(audiences, stars).max(), structure_graphs.LARGEST_SHARE * ACCOUNTS)

    def test_the_same_graph_gives_the_same_bytes(self):
        for family in structural_table.FAMILIES.values():
            self.assertEqual(self.made(family).read_bytes(), self.made(family, "again.h5").read_bytes())


class Arithmetic(unittest.TestCase):
    def test_quantiles_of_students_t(self):
        for freedom, t in ((1, 12.7062), (4, 2.77645), (29, 2.04523)):  # printed tables
            self.assertAlmostEqual(student.quantile(0.975, freedom), t, places=4)
        self.assertEqual(student.mean_interval([3.0]), (3.0, None, None))

    def test_a_curve_goes_through_its_points_and_a_line_is_found(self):
        points = [{"followers": 10.0**x, "mean": 10.0**-x} for x in (3, 4, 6)]
        curve = engagement_curves.curve_through(points)
        for x in (2.0, 7.0, 11.0, 16.0):
            self.assertAlmostEqual(curve(x), -x)
        intercept, slope, half = engagement_curves.line_of([0.0, 1.0, 2.0], [1.0, 3.0, 5.0])
        self.assertEqual((intercept, slope, half), (1.0, 2.0, 0.0))

    def test_halves_do_not_depend_on_the_order_of_rows(self):
        rows, _ = engagement_curves.rows_of("youtube")
        again, _ = engagement_curves.rows_of("youtube")
        self.assertEqual([row.held_out for row in rows], [row.held_out for row in again])
        self.assertAlmostEqual(sum(row.held_out for row in rows) / len(rows), 0.5, delta=0.1)


class Scenarios(unittest.TestCase):
    def test_a_graph_file_takes_the_place_of_all_that_is_generated(self):
        text = structural_table.on_graph_file("a = 1\n[graph]\nstars = 4\n[run]\nb = 2\n[[graph.celebrity]]\nname = 'x'\n[[arm]]\nc = 3\n", "g.h5")
        self.assertEqual(text, 'a = 1\n[graph]\nfile = "g.h5"\npeople_per_agent = PEOPLE\n[run]\nb = 2\n[[arm]]\nc = 3\n')

    def test_pages_have_the_marks_between_which_they_are_made(self):
        for script in (structural_table, engagement_curves):
            page = script.PAGE.read_text()
            self.assertEqual(script.with_made(page, "x").split(script.BEGIN)[0], page.split(script.BEGIN)[0])
            self.assertIn(script.END, page)


if __name__ == "__main__":
    unittest.main()

"""performance_test.py FOLDER: the drivers in that folder, at a tiny size, and what is made of their figures."""
import array
import json
import pathlib
import subprocess
import sys
import tempfile
import types
import unittest
import xml.etree.ElementTree

HERE = pathlib.Path(__file__).resolve().parent
sys.path += [str(HERE), str(HERE / "peers")]
import performance_measure
import performance_page
import performance_picture
import performance_tables
import results_for_tests
import workload

PROGRAMS = pathlib.Path(sys.argv.pop(1))


def driven(name, *words):
    done = subprocess.run([PROGRAMS / f"clout_drive_{name}", *words], capture_output=True, text=True)
    return json.loads(done.stdout) if done.returncode == 0 else done


def numbers(code, file):
    found = array.array(code)
    found.frombytes(file.read_bytes())
    return found


class Drivers(unittest.TestCase):
    def test_a_run_says_all_that_the_page_needs(self):
        run = driven("run", "--accounts", "3000", "--days", "1", "--bound-bytes", "65536", "--fewer-posts")
        results = {**results_for_tests.results(), "runs": [run]}
        self.assertIn("0.003 M accounts", performance_tables.page(results))
        self.assertEqual(run["accounts"], 3000)
        # Days of both numbers of threads are of one market; neither is without posts.
        self.assertGreater(run["one_thread"]["exposures"], 0)
        self.assertLess(run["tenth_of_posts"]["exposures"], run["one_thread"]["exposures"])

    def test_the_push_delivers_each_post_to_all_followers_of_its_author(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            push = driven("push", "--accounts", "3000", "--days", "4", "--posts", "7", "--repetitions", "1", "--folder", name)
            offsets, posts = numbers("Q", folder / "offsets.u64"), numbers("I", folder / "posts.u32")
            self.assertEqual(len(numbers("I", folder / "rows.u32")), push["follows"])
        self.assertEqual(len(posts), 28)
        self.assertEqual(len(set(posts[:7])), 7)  # no author twice a day: nobody writes another's trust
        deliveries = sum(offsets[author + 1] - offsets[author] for author in posts)
        self.assertEqual({row["deliveries"] for row in push["push"]}, {deliveries})
        # The two ways draw by one law, on any number of threads the same.
        drawn, jumped, *_ = (row["seen"] / deliveries for row in push["push"])
        self.assertAlmostEqual(drawn, 0.2, delta=5 * (0.16 / deliveries) ** 0.5)
        self.assertAlmostEqual(jumped, drawn, delta=5 * (0.32 / deliveries) ** 0.5)
        seen = [(row["name"], row["seen"]) for row in push["push"]]
        self.assertEqual(len(set(seen)), 2)

    def test_more_posts_than_large_accounts_are_refused(self):
        refused = driven("push", "--accounts", "3000", "--posts", "31")
        self.assertEqual(refused.returncode, 2)
        self.assertIn("--posts: 31 posts a day (expected at most 30", refused.stderr)


class Peers(unittest.TestCase):
    work = types.SimpleNamespace(deliveries=lambda days: 1000 * days)

    def problem(self, **row):
        return workload.problem(self.work, {"name": "peer", "days": 10, "deliveries": 10_000, "seen": 2000, **row}, 0.2)

    def test_the_same_work_is_no_problem(self):
        self.assertEqual(self.problem(), "")

    def test_a_rate_is_the_median_of_days_and_days_end_with_the_time(self):
        self.assertEqual(workload.rate(self.work, {"day_seconds": [50.0, 2.0, 4.0]}), 250)
        done = workload.until(0, 5, lambda day: (10, 2))
        self.assertEqual((done["days"], done["deliveries"], done["seen"]), (1, 10, 2))

    def test_other_deliveries_are_a_problem(self):
        self.assertIn("9,999 deliveries", self.problem(deliveries=9_999))

    def test_posts_shown_to_too_many_or_too_few_are_a_problem(self):
        self.assertIn("0.2300 of the deliveries seen", self.problem(seen=2300))
        self.assertIn("0.1700 of the deliveries seen", self.problem(seen=1700))


class Page(unittest.TestCase):
    def test_medians_are_taken_of_what_google_benchmark_repeats(self):
        google = {"benchmarks": [{"run_name": "a", "aggregate_name": "mean", "real_time": 9, "time_unit": "ms"},
                                 {"run_name": "a", "aggregate_name": "median", "real_time": 2, "time_unit": "ms", "items_per_second": 5}]}
        self.assertEqual(performance_measure.medians(google), [{"name": "a", "ns": 2e6, "items_per_second": 5}])

    def test_the_study_is_scaled_from_a_whole_year_of_one_replicate_for_each_thread(self):
        study = performance_measure.study(PROGRAMS, 4000, 1, False)
        self.assertGreater(study["year_seconds"], 0)
        self.assertAlmostEqual(study["seconds"], study["once_seconds"] + 20 * study["year_seconds"])

    def test_an_ensemble_is_timed_by_turns_beside_programs_that_share_nothing(self):
        ensemble = performance_measure.ensemble(PROGRAMS, 2, 2, "--set", "graph.accounts=4000", "--set", "graph.people_per_agent=2500",
                                                "--days", "70")
        self.assertEqual((ensemble["replicates"], len(ensemble["turns"])), (4, 2))
        for turn in ensemble["turns"]:
            self.assertGreater(min(turn.values()), 0)
        with self.assertRaises(RuntimeError):
            performance_measure.ensemble(PROGRAMS, 2, 1, "--set", "graph.accounts=none")

    def test_arms_side_by_side_are_timed_and_told_by_tenths_of_the_days(self):
        results = {**results_for_tests.results(), "siblings": performance_measure.siblings(PROGRAMS, [(4000, 70)])}
        of, = results["siblings"]
        self.assertEqual([each["days"] for each in of["tenths"]], list(range(7, 77, 7)))
        self.assertGreater(min(of["side_by_side_seconds"], of["one_by_one_seconds"]), 0)
        self.assertIn("| 4,000 | 70 |", performance_tables.page(results))
        self.assertIn("| 50,000 | 10 | 2 | 5 | 2.5 | 10 to 100 | 1% | 2% |", performance_tables.page(results_for_tests.results()))

    def test_an_ensemble_gains_what_the_median_turn_gains(self):
        of = results_for_tests.results()["ensemble"]
        gains = performance_tables.ensemble_gains(of)
        self.assertEqual(gains["program"], [30 / 16, 2, 0.75])
        self.assertEqual(performance_tables.middle_and_range(gains["program"]), "1.88 (0.75 to 2)")
        self.assertEqual(gains["bound"], 3 * [2 * 15 / 16])

    def test_every_target_is_judged_by_its_own_figure(self):
        verdicts = {key: met for key, _, _, met in performance_tables.targets(results_for_tests.results())}
        self.assertEqual({key for key, met in verdicts.items() if met is False}, {"peer: Mesa, agents"})
        self.assertEqual({key for key, met in verdicts.items() if met is None}, {"peer: Repast HPC", "growth"})
        for key, spoil in (("generation", lambda of: of["runs"][1]["generation"].update(follows_per_second=14e6)),
                           ("generation, 500 M", lambda of: of["runs"][2]["generation"].update(seconds=41)),
                           ("deliveries, one thread", lambda of: of["runs"][1]["one_thread"].update(deliveries_per_second_showing=3.9e8)),
                           ("deliveries, 2 threads", lambda of: of["runs"][1]["all_threads"].update(deliveries_per_second_showing=3.9e8)),
                           ("exposures", lambda of: of["runs"][1]["all_threads"].update(exposures_per_second=3.9e7)),
                           ("default study", lambda of: of["study"].update(seconds=601)),
                           ("large year", lambda of: of["runs"][2]["all_threads"].update(day_seconds=0.9)),
                           ("writing", lambda of: of["runs"][0]["writing"].update(share_of_run=0.06)),
                           ("peer: MASON, network", lambda of: of["peers"]["push"]["rows"][0].update(deliveries_per_second=1e8)),
                           ("memory", lambda of: of["runs"][1]["memory"].update(state_bytes_per_consumer=129)),
                           ("ensembles", lambda of: of["ensemble"]["turns"][1].update({"all": 17})),
                           ("two threads", lambda of: of["runs"][1]["one_thread"].update(day_seconds=0.1))):
            with self.subTest(key):
                spoilt = results_for_tests.results()
                spoil(spoilt)
                missed = {each for each, _, _, met in performance_tables.targets(spoilt) if met is False}
                self.assertEqual(missed, {"peer: Mesa, agents", key})

    def test_only_what_stands_between_the_marks_is_written(self):
        with tempfile.TemporaryDirectory() as name:
            docs = pathlib.Path(name)
            (docs / "pictures").mkdir()
            (docs / "performance.md").write_text("before\n" + performance_page.BEGIN + "old\n" + performance_page.END + "after\n")
            performance_page.write(results_for_tests.results(), docs)
            page = (docs / "performance.md").read_text()
            self.assertTrue(page.startswith("before\n") and page.endswith("after\n"))
            self.assertNotIn("old\n", page)
            self.assertIn("| peer: Mesa, agents |", page)

    def test_reasons_that_are_missing_or_no_longer_needed_are_named(self):
        results = results_for_tests.results()
        self.assertIn("'peer: Mesa, agents' is not met", performance_page.reasons_to_review(results, performance_page.REASONS)[0])
        given = performance_page.REASONS + "\n**peer: Mesa, agents** because.\n"
        self.assertEqual(performance_page.reasons_to_review(results, given), [])
        self.assertIn("'writing' is met", performance_page.reasons_to_review(results, given + "**writing** slow disk.\n")[0])

    def test_the_page_in_the_repository_has_its_marks_and_its_place_for_reasons(self):
        page = (performance_page.ROOT / "docs" / "performance.md").read_text()
        for mark in (performance_page.BEGIN, performance_page.END, performance_page.REASONS):
            self.assertEqual(page.count(mark), 1)

    def test_pictures_are_svg_with_a_place_for_every_run(self):
        runs = results_for_tests.results()["runs"]
        for drawn, shape, count in ((performance_picture.growth(runs), "circle", 9), (performance_picture.rates(runs), "rect", 1 + 24)):
            root = xml.etree.ElementTree.fromstring(drawn)
            self.assertEqual(len(root.findall(f"{{http://www.w3.org/2000/svg}}{shape}")), count)


if __name__ == "__main__":
    unittest.main()

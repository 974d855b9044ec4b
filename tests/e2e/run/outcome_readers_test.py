"""An outcome file in the programs that people read it with, held against what clout run says itself."""

import csv
import hashlib
import json
import os
import re
import shutil
import subprocess
import unittest

import h5py
import numpy as np
import xarray as xr

from small_study import STUDY, Study

ROOT = os.environ["ROOT"]
ENGINES = ("h5netcdf", "netcdf4")


class Readers(Study):
    """One run with everything, read in many ways."""

    @classmethod
    def setUpClass(cls):
        study = cls("run_once")
        study.setUp()
        cls.addClassCleanup(study.doCleanups)
        cls.out = study.path("study.h5")
        cls.csv = study.path("daily.csv")
        cls.report = json.loads(study.clout("--json", "--csv", cls.csv, "--with-graph").stdout)

    def run_once(self):
        """Lets setUpClass make an instance."""

    def daily_rows(self):
        with open(self.csv, newline="", encoding="utf-8") as file:
            yield from csv.DictReader(file)

    def test_daily_counts_are_those_of_the_csv(self):
        for engine in ENGINES:
            with xr.open_dataset(self.out, group="daily", engine=engine) as daily:
                daily = daily.load()
            names = {"heard_negative", "follows", "mean_trust"}
            compared = 0
            for row in self.daily_rows():
                at = {"arm": row["arm"], "replicate": int(row["replicate"]), "day": int(row["day"])}
                variable = f'{row["of"]}_{row["measure"]}'
                if variable in daily:
                    value = daily[variable].sel({**at, row["of"]: row["name"]})
                else:
                    value = daily.brand_consumers.sel(brand=row["name"], stage=row["measure"], **at)
                self.assertAlmostEqual(float(value), float(row["value"]), places=6, msg=str(row))
                names.discard(row["measure"])
                compared += 1
            self.assertEqual(names, set())
            self.assertGreater(compared, 4000)

    def test_outcome_is_what_the_summary_says(self):
        for engine in ENGINES:
            with xr.open_dataset(self.out, group="outcome", engine=engine) as outcome:
                for arm in self.report["arms"]:
                    of_arm = outcome.sel(arm=arm["name"])
                    for name, variable in [("impressions",) * 2, ("reached",) * 2, ("engagements",) * 2,
                                           ("clicks",) * 2, ("first_purchases",) * 2, ("repeat_purchases",) * 2,
                                           ("revenue", "revenue_usd")]:
                        mean = float(of_arm[variable].sum("brand").mean("replicate"))
                        self.assertAlmostEqual(mean, arm["figures"][name]["mean"], places=5, msg=name)
                    self.assertAlmostEqual(float(of_arm.spent_usd.sum("campaign").mean("replicate")), arm["spent_usd"])
                self.assertEqual(outcome.revenue_usd.attrs["units"], "USD")
                self.assertEqual(outcome.reached.attrs["units"], "people")

    def test_events_are_the_posts_that_outcome_counts(self):
        for engine in ENGINES:
            with xr.open_dataset(self.out, group="events", engine=engine) as file:
                events = file.load()
            with xr.open_dataset(self.out, group="outcome", engine=engine) as file:
                outcome = file.load()
            self.assertEqual(list(outcome.events.values), [int((events.replicate == r).sum()) for r in range(2)])
            for replicate in range(2):
                of_replicate = events.where(events.replicate == replicate, drop=True)
                self.assertEqual(of_replicate.sizes["event"], int(outcome.posts.sel(replicate=replicate).sum()))
                paid = float(of_replicate.price_usd.sum()) + 50 * len(np.unique(of_replicate.account))
                self.assertAlmostEqual(paid, float(outcome.spent_usd.sel(replicate=replicate, arm="micro")), places=6)
            self.assertEqual(set(events.arm.values), {0})
            self.assertTrue(((events.day >= 0) & (events.day < 15)).all())
            self.assertEqual(set(events.tier.values), {1})
            self.assertEqual(events.tier.attrs["flag_meanings"].split()[1], "micro")

    def test_coordinates_name_everything(self):
        for engine in ENGINES:
            with xr.open_dataset(self.out, group="daily", engine=engine) as daily:
                self.assertEqual(list(daily.arm.values), ["micro", "nothing"])
                self.assertEqual(list(daily.replicate.values), [0, 1])
                self.assertEqual(list(daily.day.values), list(range(20)))
                self.assertEqual(list(daily.tier.values), ["nano", "micro", "mid", "macro", "mega", "celebrity"])
                self.assertEqual(list(daily.stage.values), ["unaware", "aware", "considering", "tried", "repeat"])
                self.assertTrue((daily.brand_consumers.sum("stage") == 5000).all())
                self.assertTrue((daily.brand_reached_in_niche.sum("niche") == daily.brand_reached).all())
            with xr.open_dataset(self.out, group="config", engine=engine) as config:
                self.assertEqual(config.scenario.item(), STUDY)
                self.assertEqual(config.runs.values.tolist(), [[1], [0]])
                self.assertEqual(config.campaign_brand.values.tolist(), ["acme"])

    def datasets(self, file):
        found = {}
        file.visititems(lambda name, item: found.update({name: item}) if isinstance(item, h5py.Dataset) else None)
        return found

    def test_every_variable_is_of_a_type_that_all_readers_know_and_has_named_axes(self):
        bare = {"events/event", "graph/account_bound", "graph/follow"}
        with h5py.File(self.out, "r") as file:
            datasets = self.datasets(file)
            self.assertGreater(len(datasets), 80)
            for name, item in datasets.items():
                if name in bare:
                    continue
                for attribute in ("units", "long_name"):
                    self.assertIsInstance(item.attrs[attribute], str, name)
                self.assertTrue(item.dtype.str in ("|i1", "<i4", "<i8", "<f8") or h5py.check_string_dtype(item.dtype), name)
                if not h5py.h5ds.is_scale(item.id):
                    for axis, length in enumerate(item.shape):
                        self.assertEqual(item.dims[axis][0].shape, (length,), name)

    def test_the_root_says_what_the_file_is_and_no_time(self):
        with h5py.File(self.out, "r") as file:
            root = dict(file.attrs)
        self.assertEqual((root["Conventions"], root["schema_name"], root["schema_version"]), ("CF-1.11", "clout-outcome", 1))
        self.assertEqual((root["title"], root["seed"], root["state"], root["people_per_agent"]), ("small", 3, "complete", 400))
        self.assertRegex(root["config_sha256"], "^[0-9a-f]{64}$")
        self.assertFalse(any(re.search(r"\b20\d\d-\d\d-\d\d|\d\d:\d\d", str(value)) for value in root.values()))

    def test_the_last_line_is_the_checksum_of_all_before_it(self):
        with open(self.out, "rb") as file:
            body, line = file.read().rsplit(b"\nclout-outcome sha256 ", 1)
        self.assertEqual(line.decode(), hashlib.sha256(body).hexdigest() + "\n")

    def test_the_graph_is_the_one_that_generate_writes(self):
        other = os.path.join(os.path.dirname(self.out), "graph.h5")
        subprocess.run([os.environ["CLOUT"], "graph", "generate", "--scenario", "study.toml", "-o", other], check=True,
                       capture_output=True, cwd=os.path.dirname(self.out))
        with h5py.File(self.out, "r") as ours, h5py.File(other, "r") as theirs:
            for name in ("graph/indptr", "graph/indices"):
                self.assertTrue((ours[name][:] == theirs[name][:]).all(), name)

    @unittest.skipUnless(shutil.which("ncdump"), "ncdump (netcdf-bin) is not installed")
    def test_ncdump_reads_it(self):
        header = subprocess.run(["ncdump", "-h", self.out], check=True, capture_output=True, text=True).stdout
        for line in ("int tier_posts(arm, replicate, day, tier) ;", "string brand(brand) ;", "byte tier(event) ;",
                     "double revenue_usd(arm, replicate, brand) ;", "int64 indptr(account_bound) ;"):
            self.assertIn(line, header)
        values = subprocess.run(["ncdump", "-v", "/outcome/replicate", self.out], check=True, capture_output=True, text=True)
        self.assertIn("replicate = 0, 1 ;", values.stdout)

    def snippets(self, language):
        with open(os.path.join(ROOT, "docs", "outcome.md"), encoding="utf-8") as page:
            found = re.findall(rf"```{language}\n(.*?)```", page.read(), re.S)
        self.assertTrue(found)
        return found

    def first_purchases(self):
        return {arm["name"]: arm["figures"]["first_purchases"]["mean"] for arm in self.report["arms"]}

    def test_the_python_of_the_page_runs_and_finds_the_same(self):
        code = "\n".join(self.snippets("python"))
        code += "\nimport json, sys\nsys.stderr.write(json.dumps([buyers.isel(day=-1).to_series().to_dict(), len(posts)]))"
        folder = os.path.dirname(self.out)
        done = subprocess.run(["/usr/bin/python3", "-W", "error", "-c", code], capture_output=True, text=True, cwd=folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        buyers, posts = json.loads(done.stderr)
        for arm, mean in self.first_purchases().items():
            self.assertAlmostEqual(buyers[arm], mean)
        with h5py.File(self.out, "r") as file:
            self.assertEqual(posts, file["events/day"].shape[0])
        again = subprocess.run([os.environ["CLOUT"], "run", "again.toml"], capture_output=True, text=True, cwd=folder)
        self.assertEqual(again.returncode, 0, again.stderr)
        with h5py.File(self.out, "r") as ours, h5py.File(os.path.join(folder, "again.h5"), "r") as theirs:
            self.assertEqual(ours.attrs["config_sha256"], theirs.attrs["config_sha256"])
            self.assertEqual(ours["outcome/fingerprint"][:].tolist(), theirs["outcome/fingerprint"][:].tolist())

    @unittest.skipUnless(shutil.which("Rscript"), "R (r-cran-hdf5r) is not installed")
    def test_the_r_of_the_page_runs_and_finds_the_same(self):
        code = "\n".join(self.snippets("r")) + "\ncat(sprintf('%s=%.6f\\n', names(people), people), file=stderr(), sep='')"
        done = subprocess.run(["Rscript", "-e", code], capture_output=True, text=True, cwd=os.path.dirname(self.out))
        self.assertEqual(done.returncode, 0, done.stderr)
        found = dict(re.findall(r"^(\w+)=([\d.]+)$", done.stderr, re.M))
        self.assertEqual({arm: float(value) for arm, value in found.items()},
                         {arm: round(mean, 6) for arm, mean in self.first_purchases().items()})


if __name__ == "__main__":
    unittest.main()

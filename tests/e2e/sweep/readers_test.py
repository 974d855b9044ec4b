"""A sweep's file in the programs that people read it with, held against what clout sweep says itself."""

import json
import unittest

import h5py
import numpy as np
import xarray as xr

from small_sweep import GRID, Sweep

BUDGET = "campaign.big_launch.budget_usd"


class Readers(Sweep):
    def test_xarray_has_figures_over_points_arms_and_replicates_with_the_design_as_coordinates(self):
        told = json.loads(self.sweep("--json", "-o", "out.h5", study=GRID).stdout)
        for engine in ("h5netcdf", "netcdf4"):
            with xr.open_dataset(self.path("out.h5"), engine=engine) as data:
                data = data.load()
            self.assertEqual(dict(data.sizes), {"point": 6, "arm": 2, "replicate": 2})
            self.assertEqual(set(data.coords), {"point", "arm", "replicate", BUDGET, "platform.sponsored_share"})
            self.assertEqual(set(data.data_vars), set(told["figure_units"]))
            self.assertEqual(data[BUDGET].attrs["units"], "USD")
            for point in told["points"]:
                here = data.sel(point=point["point"])
                self.assertEqual(float(here[BUDGET]), point["settings"]["campaign.big launch.budget_usd"])
                for arm in point["arms"]:
                    for name, figure in arm["figures"].items():
                        expected = [np.nan if value is None else value for value in figure["values"]]
                        np.testing.assert_array_equal(here[name].sel(arm=arm["name"]).values, expected)
            self.assertEqual(data.attrs["schema_name"], "clout-sweep")
            self.assertEqual(data.attrs["title"], "small")
            self.assertEqual(data.attrs["config_sha256"], told["config_sha256"])
            frame = data[["reached", "roi"]].to_dataframe()
            self.assertIn(BUDGET, frame.columns)
            with xr.open_dataset(self.path("out.h5"), group="config", engine=engine) as config:
                self.assertIn("[sweep]", str(config.resolved.values))
                self.assertEqual(list(config.setting.values),
                                 ["campaign.big launch.budget_usd", "platform.sponsored_share"])

    def test_every_axis_has_a_dimension_scale(self):
        self.sweep("-o", "out.h5", study=GRID)
        with h5py.File(self.path("out.h5")) as file:
            def check(name, item):
                if isinstance(item, h5py.Dataset) and not h5py.h5ds.is_scale(item.id):
                    for dimension in item.dims:
                        self.assertEqual(len(dimension), 1, name)

            file.visititems(check)


if __name__ == "__main__":
    unittest.main()

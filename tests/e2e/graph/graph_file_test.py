"""A graph file as other programs see it: h5py, and ncdump where it is installed."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest

import h5py

CLOUT = os.environ["CLOUT"]
DATA = os.environ["DATA"]


class GraphFile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.path = os.path.join(cls.folder, "g.h5")
        subprocess.run([CLOUT, "graph", "import", f"{DATA}/graphs/wiki-Vote.txt.gz", "-o", cls.path,
                        "--influencers", f"{DATA}/influencers/micro_accounts.csv"], check=True, capture_output=True)

    def datasets(self, file):
        found = {}
        file.visititems(lambda name, item: found.update({name: item}) if isinstance(item, h5py.Dataset) else None)
        return found

    def test_every_column_has_a_named_dimension_units_and_long_name(self):
        with h5py.File(self.path, "r") as file:
            columns = {name: item for name, item in self.datasets(file).items() if "/" in name}
            self.assertEqual(len(columns), 10)
            for name, column in columns.items():
                self.assertEqual(column.ndim, 1, name)
                scale = column.dims[0][0]
                self.assertEqual(scale.shape, column.shape, name)
                self.assertTrue(h5py.h5ds.is_scale(scale.id), name)
                for attribute in ["units", "long_name"]:
                    self.assertIsInstance(column.attrs[attribute], str, name)

    def test_types_are_those_that_all_readers_know(self):
        with h5py.File(self.path, "r") as file:
            kinds = {name: item.dtype for name, item in self.datasets(file).items() if "/" in name}
        for name, kind in kinds.items():
            self.assertTrue(kind.str in ("<i2", "<i4", "<i8", "<f8") or h5py.check_string_dtype(kind), name)
            text = h5py.check_string_dtype(kind)
            if text:
                self.assertEqual((text.encoding, text.length), ("utf-8", None), name)

    def test_root_says_what_the_file_is_and_no_time(self):
        with h5py.File(self.path, "r") as file:
            attributes = dict(file.attrs)
        self.assertEqual(attributes["Conventions"], "CF-1.11")
        self.assertEqual(attributes["schema_name"], "clout-graph")
        self.assertEqual(attributes["schema_version"], 1)
        self.assertTrue(attributes["software"].startswith("clout "))
        self.assertIn("wiki-Vote.txt.gz", attributes["origin"])
        self.assertFalse(any(re.search(r"\b20\d\d-\d\d-\d\d|\d\d:\d\d", str(value)) for value in attributes.values()))

    def test_the_last_line_is_the_checksum_of_all_before_it(self):
        with open(self.path, "rb") as file:
            body, line = file.read().rsplit(b"\nclout-outcome sha256 ", 1)
        self.assertEqual(line.decode(), hashlib.sha256(body).hexdigest() + "\n")

    def test_a_flipped_bit_is_said_by_every_command_that_reads_graphs(self):
        with open(self.path, "rb") as file:
            content = bytearray(file.read())
        content[len(content) // 2] ^= 4
        damaged = os.path.join(self.folder, "damaged.h5")
        with open(damaged, "wb") as file:
            file.write(content)
        for command in (["graph", "describe"], ["graph", "export", "-o", "x.txt"], ["graph", "import", "-o", "x.h5"], ["inspect"]):
            done = subprocess.run([CLOUT, *command, damaged], capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stdout), (2, ""), command)
            self.assertIn("damaged.h5: the file is damaged: its contents do not match the checksum", done.stderr)

    def test_what_h5py_changed_is_read_without_a_checksum(self):
        changed = os.path.join(self.folder, "changed.h5")
        shutil.copyfile(self.path, changed)
        with h5py.File(changed, "r+") as file:
            file.attrs["people_per_agent"] = 3.5
        with open(changed, "rb") as file:
            self.assertNotIn(b"clout-outcome sha256", file.read())
        done = subprocess.run([CLOUT, "inspect", changed, "--json"], check=True, capture_output=True, text=True)
        self.assertEqual(json.loads(done.stdout)["people_per_agent"], 3.5)

    def test_rows_are_the_followers_of_the_edge_list(self):
        import gzip

        expected = {}
        with gzip.open(f"{DATA}/graphs/wiki-Vote.txt.gz", "rt") as lines:
            for line in lines:
                if not line.startswith("#"):
                    follower, followee = line.split()
                    expected.setdefault(followee, set()).add(follower)
        with h5py.File(self.path, "r") as file:
            names = [name.decode() for name in file["graph/account_name"][:]]
            indptr, indices = file["graph/indptr"][:], file["graph/indices"][:]
        for k, name in enumerate(names):
            row = indices[indptr[k]:indptr[k + 1]]
            self.assertEqual({names[i] for i in row}, expected.get(name, set()))

    @unittest.skipUnless(shutil.which("ncdump"), "ncdump (netcdf-bin) is not installed")
    def test_netcdf_reads_dimensions_and_variables(self):
        header = subprocess.run(["ncdump", "-h", self.path], check=True, capture_output=True, text=True).stdout
        for line in ["account = 7115 ;", "follow = 103689 ;", "int64 indptr(account_bound) ;", "int indices(follow) ;",
                     "string account_name(account) ;", "double nominal_followers(influencer) ;"]:
            self.assertIn(line, header)
        values = subprocess.run(["ncdump", "-v", "/graph/niche_name", self.path], check=True, capture_output=True, text=True)
        self.assertIn('niche_name = "all"', values.stdout)


if __name__ == "__main__":
    unittest.main()

"""clout validate: forms of output, choice of patterns and parameters, exit codes."""
import json
import os
import pathlib
import signal
import subprocess
import tempfile
import time
import unittest

CLOUT = os.environ["CLOUT"]


def validate(*arguments, cwd=None):
    return subprocess.run([CLOUT, "validate", *arguments], capture_output=True, text=True, cwd=cwd, check=False)


class Validate(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_chosen_patterns_as_json_with_exit_code_by_what_holds(self):
        ran = validate("--quick", "--only", "P22,P17", "--json", "--at-least", "0")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        told = json.loads(ran.stdout)
        self.assertEqual([each["id"] for each in told["patterns"]], ["P22", "P17"])
        self.assertEqual(told["effort"], "quick")
        held = told["patterns_held"]
        self.assertEqual(held, sum(each["holds"] for each in told["patterns"]))
        for each in told["patterns"]:
            self.assertTrue(each["readings"])
            self.assertEqual(each["holds"], all(reading["holds"] for reading in each["readings"]))

    def test_parameters_matter_and_a_failure_is_exit_code_1(self):
        # Without reach that falls or rises with audience there is no elasticity of 0.05 to 0.3.
        ran = validate("--quick", "--only", "P17", "--set", "platform.reach.impressions_exponent=1")
        self.assertEqual(ran.returncode, 1, ran.stdout + ran.stderr)
        self.assertIn("0 of 1 pattern", ran.stdout)
        self.assertIn("impressions_exponent=1", ran.stdout)

    def test_a_scenario_gives_parameters_and_the_page_is_written(self):
        scenario = self.folder / "mine.toml"
        scenario.write_text("[run]\nseed = 3\n[platform.reach]\nimpressions_exponent = 1\n[[brand]]\nname = \"mine\"\n")
        ran = validate("mine.toml", "--quick", "--only", "P17", "--html", "page.html", cwd=self.folder)
        self.assertEqual(ran.returncode, 1, ran.stderr)
        page = (self.folder / "page.html").read_text()
        self.assertIn("mine.toml", page)
        self.assertIn("</html>", page)

    def test_what_cannot_be_used_is_one_message_and_exit_code_2(self):
        for arguments in (["--only", "P29"], ["--set", "market.trust.los_rate=1"], ["missing.toml"],
                          ["--html", "no/such/folder/page.html", "--quick", "--only", "P22"]):
            ran = validate(*arguments, cwd=self.folder)
            self.assertEqual(ran.returncode, 2, arguments)
            self.assertEqual(ran.stderr.count("\n"), 1, ran.stderr)
            self.assertTrue(ran.stderr.startswith("clout: "), ran.stderr)

    def test_the_page_does_not_replace_the_scenario(self):
        scenario = self.folder / "mine.toml"
        scenario.write_text("[run]\nseed = 3\n[[brand]]\nname = \"mine\"\n")
        ran = validate("mine.toml", "--quick", "--only", "P22", "--html", "mine.toml", cwd=self.folder)
        self.assertEqual(ran.returncode, 2)
        self.assertIn("seed = 3", scenario.read_text())

    def test_an_interrupt_ends_with_130_and_writes_nothing(self):
        page = self.folder / "page.html"
        run = subprocess.Popen([CLOUT, "validate", "--html", str(page)], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True)
        time.sleep(0.7)
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=120)
        self.assertEqual(run.returncode, 130, err)
        self.assertEqual(out, "")
        self.assertFalse(page.exists())


if __name__ == "__main__":
    unittest.main()

"""cmake --install into a folder of its own: everything is there, and shells find it by themselves."""

import os
import subprocess
import unittest

from in_folder import InFolder
from pages import pages
from terminal import Terminal


class Install(InFolder):
    def setUp(self):
        super().setUp()
        self.prefix = self.path("usr")
        subprocess.run([os.environ["CMAKE"], "--install", os.environ["BUILD"], "--prefix", self.prefix], check=True,
                       capture_output=True, timeout=120)
        self.environment = {"PATH": self.prefix + "/bin:" + os.environ["PATH"], "HOME": self.folder,
                            "ZDOTDIR": self.folder, "LC_ALL": "C.UTF-8", "XDG_DATA_DIRS": self.prefix + "/share"}

    def read(self, name):
        with open(os.path.join(self.prefix, name), encoding="utf-8") as file:
            return file.read()

    def test_what_is_installed(self):
        installed = {os.path.relpath(os.path.join(folder, name), self.prefix)
                     for folder, _, names in os.walk(self.prefix) for name in names}
        manual = pages(self.path("man"))
        self.assertIn("clout-graph-generate.1", manual)
        self.assertEqual(installed, {"bin/clout", "share/bash-completion/completions/clout",
                                     "share/zsh/site-functions/_clout", "share/fish/vendor_completions.d/clout.fish",
                                     *("share/man/man1/" + name for name in manual)})
        for name, page in manual.items():
            self.assertEqual(self.read("share/man/man1/" + name), page)
        version = subprocess.run([self.prefix + "/bin/clout", "--version"], capture_output=True, text=True, check=True,
                                 timeout=60)
        self.assertTrue(version.stdout.startswith("clout "))

    def test_fish_finds_its_script(self):
        done = subprocess.run(["fish", "-c", "complete -C'clout comple'"], capture_output=True, text=True, timeout=60,
                              env=self.environment, cwd=self.folder)
        self.assertTrue(done.stdout.startswith("completion\tPrint a script"), done.stdout + done.stderr)

    def test_zsh_finds_its_script_in_fpath(self):
        self.path(".zshrc", f"fpath=({self.prefix}/share/zsh/site-functions $fpath)\nautoload -Uz compinit\n"
                            "compinit -u -D\nPS1='READY> '\n")
        terminal = Terminal(["zsh", "--no-global-rcs", "-i"], self.environment, self.folder)
        self.addCleanup(terminal.close)
        for _ in range(2):  # the first time loads the file, the second calls what it defined
            terminal.type("clout --vers\t\n")
            terminal.wait_for("\nclout .*\ncompiler ")

    def test_bash_reads_its_script(self):
        done = subprocess.run(["bash", "--norc", "-c", "source \"$0\"; complete -p clout",
                               self.prefix + "/share/bash-completion/completions/clout"], capture_output=True,
                              text=True, timeout=60, env=self.environment)
        self.assertEqual(done.stdout, "complete -F _clout clout\n")


if __name__ == "__main__":
    unittest.main()

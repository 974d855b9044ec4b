"""Completion in bash, zsh and fish themselves. In bash and zsh a line is typed with tabs in it; the command that then
runs is a function that prints its arguments, one in each <>."""

import os
import re
import shlex
import subprocess
import unittest

from in_folder import InFolder
from pages import CLOUT, command_of, options_of, pages
from terminal import Terminal

ODD = os.environ["ODD"]
HOSTILE = r""".it's [a:b] "c" \d $e `f` {g} %h (i) *j ~k #l; m&n|o<p>q!r -s"""
SHOW = "clout() { printf '<%s>' \"$@\"; echo; }; odd() { clout \"$@\"; }\n"


def script(program, shell):
    words = [program, shell] if program == ODD else [program, "completion", shell]
    return subprocess.run(words, capture_output=True, text=True, check=True, timeout=60).stdout


class InShells(InFolder):
    def setUp(self):
        super().setUp()
        self.path("my study.toml", "")
        self.environment = {"PATH": os.environ["PATH"], "HOME": self.folder, "ZDOTDIR": self.folder, "LC_ALL": "C.UTF-8"}

    def terminal(self, shell):
        for program in (CLOUT, ODD):
            self.path(os.path.basename(program) + "." + shell, script(program, shell))
        sources = "".join(f"source {shlex.quote(self.path(os.path.basename(each) + '.' + shell))}\n"
                          for each in (CLOUT, ODD))
        prompt = "PS1='READY> '\n"
        if shell == "bash":  # --noprofile and a file of our own: nothing of the bash-completion package
            arguments = ["bash", "--noprofile", "--rcfile", self.path("rc", sources + SHOW + prompt), "-i"]
        else:
            self.path(".zshrc", "autoload -Uz compinit\ncompinit -u -D\n" + sources + SHOW + prompt)
            arguments = ["zsh", "--no-global-rcs", "-i"]
        terminal = Terminal(arguments, self.environment, self.folder)
        self.addCleanup(terminal.close)
        return terminal

    def completes(self, terminal, typed, wanted):
        terminal.type(typed + "\n")
        terminal.wait_for("\n" + re.escape(wanted) + "\n")

    def completes_the_same(self, shell):
        terminal = self.terminal(shell)
        to = "=" if shell == "zsh" else "><"  # zsh puts --preset=broadcast, bash --preset broadcast
        self.completes(terminal, "clout gra\tgene\t--pres\tbroad\t", f"<graph><generate><--preset{to}broadcast>")
        self.completes(terminal, "clout run my\t--prog\tjs\t", f"<run><my study.toml><--progress{to}json>")
        self.completes(terminal, "clout scen\tche\tmy\t", "<scenario><check><my study.toml>")
        self.completes(terminal, "clout graph generate -o graph --see\t7", f"<graph><generate><-o><graph><--seed{to}7>")
        self.completes(terminal, "clout graph export x --out\tmy\t", f"<graph><export><x><--output{to}my study.toml>")
        self.completes(terminal, "clout man gra\tgene\t", "<man><graph><generate>")
        self.completes(terminal, "clout completion fi\t", "<completion><fish>")
        self.completes(terminal, "odd say --wo\tit-\t", f"<say><--word{to}it-is>")
        return terminal


class Bash(InShells):
    def test_commands_options_choices_and_files(self):
        terminal = self.completes_the_same("bash")
        self.completes(terminal, "clout run x --progress=js\t", "<run><x><--progress=json>")
        terminal.type("clout run --s\t\t\t")  # to --se, then the list
        terminal.wait_for(r"--seed +--set")

    def test_every_option_of_every_command(self):
        rc = self.path("rc", script(CLOUT, "bash"))
        for page in pages(self.path("man")).values():
            line = ["clout", *command_of(page), "-"]
            asked = (f"source {rc}; COMP_WORDS=({shlex.join(line)}); COMP_CWORD={len(line) - 1}; _clout; "
                     "printf '%s\\n' \"${COMPREPLY[@]}\"")
            done = subprocess.run(["bash", "--norc", "-c", asked], capture_output=True, text=True, timeout=60)
            self.assertEqual(set(done.stdout.split()), set(options_of(page)), line)
            self.assertEqual(done.stderr, "")


class Zsh(InShells):
    def test_commands_options_choices_and_files(self):
        terminal = self.completes_the_same("zsh")
        self.completes(terminal, "clout run x --progress=js\t", "<run><x><--progress=json>")

    def test_lists_have_descriptions(self):
        terminal = self.terminal("zsh")
        terminal.type("clout run --\t")
        terminal.wait_for(r"--replicates +-- Repetitions with other random draws")
        terminal.type("\x15clout \t")
        terminal.wait_for(r"scenario +-- Explain, write and check scenario files")
        terminal.type("\x15odd \t")
        terminal.wait_for("say +-- " + re.escape(HOSTILE))
        terminal.type("\x15odd say -\t")
        terminal.wait_for(r"--word +-w? *-- " + re.escape(HOSTILE))


class Fish(InShells):
    def offers(self, line, program=CLOUT):
        path = self.path("c.fish", script(program, "fish"))
        asked = f"source {path}; function clout; end; function odd; end; complete -C{shlex.quote(line)}"
        done = subprocess.run(["fish", "--no-config", "-c", asked], capture_output=True, text=True, timeout=60,
                              env=self.environment, cwd=self.folder)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return dict(each.partition("\t")[::2] for each in done.stdout.splitlines())

    def test_commands_options_choices_and_files_with_descriptions(self):
        self.assertEqual(self.offers("clout scen"), {"scenario": "Explain, write and check scenario files"})
        self.assertEqual(self.offers("clout run --repl"), {"--replicates": "Repetitions with other random draws"})
        self.assertEqual(set(self.offers("clout run --progress ")), {"auto", "line", "json", "none"})
        self.assertEqual(set(self.offers("clout run --progress=")), {f"--progress={each}" for each in
                                                                     ("auto", "line", "json", "none")})
        self.assertEqual(set(self.offers("clout run my")), {"my study.toml"})
        self.assertEqual(self.offers("clout run --threads "), {})
        self.assertEqual(set(self.offers("clout graph generate -o graph --se")), {"--seed", "--second-share"})
        self.assertEqual(set(self.offers("clout completion ")), {"bash", "zsh", "fish"})
        self.assertIn("generate", self.offers("clout man graph "))

    def test_every_option_of_every_command(self):
        for page in pages(self.path("man")).values():
            line = " ".join(["clout", *command_of(page), "--"])
            long_names = {each for each in options_of(page) if each.startswith("--")}
            self.assertEqual(set(self.offers(line)), long_names, line)

    def test_every_character_of_a_description(self):
        self.assertEqual(self.offers("odd sa", ODD), {"say": HOSTILE})
        self.assertEqual(self.offers("odd say --wo", ODD), {"--word": HOSTILE})


if __name__ == "__main__":
    unittest.main()

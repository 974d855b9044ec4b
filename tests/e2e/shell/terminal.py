"""A shell on a terminal of its own, typed into as a person does."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios

PATIENCE = 60  # seconds until a shell that does not answer fails the test


class Terminal:
    """`prompt` must be what the shell prints when it is ready for a line."""

    def __init__(self, arguments, environment, folder, prompt="READY>"):
        self.seen = ""
        self.process, self.file = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execvpe(arguments[0], arguments, {**environment, "TERM": "xterm"})
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 250, 0, 0))
        self.wait_for(re.escape(prompt))

    def type(self, text):
        self.seen = ""
        os.write(self.file, text.encode())

    def wait_for(self, pattern):
        """Reads until the pattern is there; control sequences are dropped."""
        while not re.search(pattern, self.seen):
            ready, _, _ = select.select([self.file], [], [], PATIENCE)
            if not ready:
                raise AssertionError(f"no {pattern!r} on the terminal: {self.seen!r}")
            self.seen += os.read(self.file, 65536).decode(errors="replace")
            self.seen = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]|\r", "", self.seen)
        return self.seen

    def close(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.file)

# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A program on a terminal, as a person sees and uses it."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

import terminal


class Pseudoterminal:
    """Runs a command as the leader of a session with this terminal, such as a shell."""

    def __init__(self, command, environment):
        self.seen = ""
        self.pid, self.end = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, environment)
        fcntl.ioctl(self.end, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 300, 0, 0))
        self.status = None

    def type(self, text):
        os.write(self.end, text if isinstance(text, bytes) else text.encode())

    def read(self, patience):
        """Reads what has come. False at the end."""
        if not select.select([self.end], [], [], patience)[0]:
            return True
        try:
            piece = os.read(self.end, 65536)
        except OSError:
            return False
        self.seen += piece.decode(errors="replace")
        return bool(piece)

    def wait_for(self, text, after=0):
        """Reads until `text` has been seen; returns the position behind it."""
        end = time.monotonic() + terminal.PATIENCE
        while text not in self.seen[after:]:
            if not self.read(0.2) and text not in self.seen[after:]:
                raise AssertionError(f"no {text!r} in {self.seen!r}")
            if time.monotonic() > end:
                raise AssertionError(f"no {text!r} in {self.seen!r}")
        return self.seen.index(text, after) + len(text)

    def wait_until(self, what, look):
        end = time.monotonic() + terminal.PATIENCE
        while not look():
            self.read(0.01)
            if time.monotonic() > end:
                raise AssertionError(f"{what} did not happen; seen: {self.seen!r}")

    def has_echo(self):
        return bool(termios.tcgetattr(self.end)[3] & termios.ECHO)

    def foreground(self):
        """The process group that the terminal belongs to at the moment."""
        return os.tcgetpgrp(self.end)

    def is_ended(self):
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self.status = status if pid else None
        return self.status is not None

    def wait_for_end(self):
        self.wait_until("the end", self.is_ended)
        while select.select([self.end], [], [], 0)[0] and self.read(0):
            pass  # What it said last.
        return self.status

    def close(self):
        if not self.is_ended():
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.end)

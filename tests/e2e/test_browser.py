# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signs in from a terminal with a browser that prints a lot, and lives longer than Latchkey.

test_browser.py LATCHKEY; under tests/support/with-keyring. Needs no display.
"""

import os
import pathlib
import signal
import sys
import tempfile
import unittest

import terminal
from pseudoterminal import Pseudoterminal

PROGRAM = ""
HERE = os.path.dirname(os.path.abspath(__file__))
CHATTER = "chatter of the browser"


class Browser:
    """A stand-in for xdg-open that prints to both outputs, reads the input, may sign in, and stays."""

    def __init__(self, signs_in):
        self.folder = pathlib.Path(tempfile.mkdtemp(dir=os.environ["HOME"]))
        sign_in = f'/usr/bin/python3 {HERE}/browser.py "$1"\n' if signs_in else ""
        opener = self.folder / "xdg-open"
        opener.write_text(f"#!/bin/sh\ncd {self.folder}\n"
                          "trap 'touch interrupted' INT\n"
                          f"echo '{CHATTER}'; echo '{CHATTER}' >&2\n"
                          "streams=$(readlink /proc/$$/fd/0 /proc/$$/fd/1 /proc/$$/fd/2); echo $streams > streams\n"
                          "read -r line && echo \"$line\" > read\n"
                          f"{sign_in}"
                          f"echo $$ > pid.new; mv pid.new pid\n"
                          f"while sleep 0.1; do echo '{CHATTER}'; echo '{CHATTER}' >&2; touch alive; done\n", encoding="utf-8")
        opener.chmod(0o755)

    def path(self):
        return f"{self.folder}:{os.environ['PATH']}"

    def has(self, name):
        return (self.folder / name).exists()

    def pid(self):
        return int((self.folder / "pid").read_text(encoding="utf-8"))

    def close(self):
        if self.has("pid"):
            os.kill(self.pid(), signal.SIGKILL)


class OutlivingBrowser(unittest.TestCase):
    def open(self, signs_in):
        self.browser = Browser(signs_in)
        self.addCleanup(self.browser.close)
        latchkey = terminal.Latchkey(PROGRAM)
        self.addCleanup(latchkey.run, "--demo", "sign-out")
        opened = Pseudoterminal((PROGRAM, "--demo", "sign-in", "--method", "browser"),
                                latchkey.environment(PATH=self.browser.path(), TERM="dumb"))
        self.addCleanup(opened.close)
        return opened

    def assert_is_apart(self, opened):
        """The browser is alive and speaks, to nobody."""
        (self.browser.folder / "alive").unlink(missing_ok=True)
        terminal.wait_for("a sign of life", lambda: self.browser.has("alive"))
        self.assertNotIn("chatter", opened.seen)
        streams = (self.browser.folder / "streams").read_text(encoding="utf-8").split()
        self.assertEqual(streams, ["/dev/null"] * 3)
        self.assertFalse(self.browser.has("read"))

    def test_its_words_do_not_mix_into_our_output(self):
        opened = self.open(signs_in=True)
        status = opened.wait_for_end()
        self.assertEqual(os.waitstatus_to_exitcode(status), 0, opened.seen)
        self.assertIn("Signed in", opened.seen)
        self.assert_is_apart(opened)

    def test_ctrl_c_ends_us_and_not_the_browser(self):
        opened = self.open(signs_in=False)
        opened.wait_until("the browser", lambda: self.browser.has("alive"))
        opened.type(b"\x03")
        opened.wait_for_end()
        self.assertIn("Interrupted", opened.seen)
        self.assert_is_apart(opened)
        self.assertFalse(self.browser.has("interrupted"))

    def test_who_reads_our_output_does_not_wait_for_the_browser(self):
        self.browser = Browser(signs_in=True)
        self.addCleanup(self.browser.close)
        latchkey = terminal.Latchkey(PROGRAM)
        self.addCleanup(latchkey.run, "--demo", "sign-out")
        # Reads standard output and standard error to their ends, as $(latchkey sign-in) does.
        done = latchkey.run("--demo", "sign-in", "--method", "browser", env=latchkey.environment(PATH=self.browser.path()))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("Signed in", done.stdout)
        self.assertNotIn("chatter", done.stdout + done.stderr)
        terminal.wait_for("the browser, still there", lambda: self.browser.has("alive"))

    def test_the_browser_of_the_settings_opens_in_a_terminal_too(self):
        self.browser = Browser(signs_in=True)
        self.addCleanup(self.browser.close)
        (self.browser.folder / "xdg-open").rename(self.browser.folder / "chosen")
        settings = terminal.folder("CONFIG").with_name("latchkey-demo") / "latchkey.conf"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(f"[preferences]\nbrowser={self.browser.folder}/chosen\n", encoding="utf-8")
        self.addCleanup(settings.unlink)
        latchkey = terminal.Latchkey(PROGRAM)
        self.addCleanup(latchkey.run, "--demo", "sign-out")
        done = latchkey.run("--demo", "sign-in", "--method", "browser")
        self.assertEqual(done.returncode, 0, done.stderr)
        terminal.wait_for("the chosen browser", lambda: self.browser.has("alive"))

    def test_the_end_of_the_terminal_does_not_end_the_browser(self):
        opened = self.open(signs_in=False)
        opened.wait_until("the browser", lambda: self.browser.has("alive"))
        os.kill(opened.pid, signal.SIGHUP)
        opened.wait_for_end()
        self.assert_is_apart(opened)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main(verbosity=2)

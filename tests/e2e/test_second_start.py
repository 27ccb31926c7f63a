# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second start of the real application brings the first one's window to the front.

test_second_start.py LATCHKEY; under tests/support/with-keyring and tests/support/with-display.
"""

import os
import signal
import subprocess
import sys
import unittest

import demo
import desktop

PROGRAM = ""


def active_window():
    found = desktop.xdotool("getactivewindow")
    return int(found[0]) if found else None


class SecondStart(unittest.TestCase):
    def test_raises_the_window_of_the_first(self):
        with desktop.Latchkey(PROGRAM, "--demo"):
            gate = desktop.focus(demo.GATE)
            desktop.xdotool("windowminimize", gate)
            desktop.wait_until_gone(demo.GATE)
            self.assertEqual(desktop.run(PROGRAM, "--demo").returncode, 0)
            desktop.wait_for("the gate in front", lambda: active_window() == gate)
            self.assertEqual(desktop.windows(demo.GATE), [gate])

    def test_a_second_start_needs_no_display(self):
        with desktop.Latchkey(PROGRAM, "--demo"):
            desktop.wait_for_window(demo.GATE)
            environment = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
            self.assertEqual(subprocess.run([PROGRAM, "--demo"], env=environment, timeout=60).returncode, 0)

    def test_begins_the_sign_in_that_it_asks_for(self):
        with desktop.Latchkey(PROGRAM, "--demo"):
            desktop.wait_for_window(demo.GATE)
            self.assertEqual(desktop.run(PROGRAM, "--demo", "--method", "embedded").returncode, 0)
            desktop.wait_for_window(demo.LOGIN_VIEW)

    def test_a_hung_first_instance_is_reported(self):
        with desktop.Latchkey(PROGRAM, "--demo") as latchkey:
            desktop.wait_for_window(demo.GATE)
            os.kill(latchkey.process.pid, signal.SIGSTOP)
            try:
                outcome = desktop.run(PROGRAM, "--demo")
            finally:
                os.kill(latchkey.process.pid, signal.SIGCONT)
            self.assertEqual(outcome.returncode, 1)
            self.assertIn("does not answer", outcome.stderr)

    def test_commands_work_beside_the_window(self):
        with desktop.Latchkey(PROGRAM, "--demo"):
            desktop.wait_for_window(demo.GATE)
            self.assertEqual(desktop.run(PROGRAM, "--demo", "status").returncode, 4)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main(verbosity=2)

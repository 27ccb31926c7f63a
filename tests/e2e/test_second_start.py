# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second start of the real application brings the first one's window to the front.

test_second_start.py LATCHKEY; under tests/support/with-keyring and tests/support/with-display.
"""

import os
import signal
import subprocess
import sys
import threading
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
            desktop.wait_for("the gate in front", lambda: active_window() == gate and desktop.windows(demo.GATE) == [gate])

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

    def test_a_hung_first_instance_is_reported_without_a_display(self):
        with desktop.Latchkey(PROGRAM, "--demo") as latchkey:
            desktop.wait_for_window(demo.GATE)
            os.kill(latchkey.process.pid, signal.SIGSTOP)
            environment = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
            try:
                outcome = subprocess.run([PROGRAM, "--demo"], env=environment, capture_output=True, text=True, timeout=60)
            finally:
                os.kill(latchkey.process.pid, signal.SIGCONT)
            self.assertEqual(outcome.returncode, 1)
            self.assertIn("does not answer", outcome.stderr)
            self.assertIsNone(latchkey.process.poll())

    def test_commands_work_beside_the_window(self):
        with desktop.Latchkey(PROGRAM, "--demo"):
            desktop.wait_for_window(demo.GATE)
            self.assertEqual(desktop.run(PROGRAM, "--demo", "status").returncode, 4)


HUNG = "Latchkey does not answer"


def text_of_dialog():
    return desktop.texts("latchkey", desktop.DIALOG)


class HungFirst(unittest.TestCase):
    """A first process that is stopped, and a second start that shows a window about it."""

    def setUp(self):
        self.first = desktop.Latchkey(PROGRAM, "--demo")
        self.addCleanup(self.first.__exit__)
        self.old_gate = desktop.wait_for_window(demo.GATE)
        self.stop()
        self.addCleanup(self.go_on)
        self.second = subprocess.Popen([PROGRAM, "--demo"], stderr=subprocess.PIPE, text=True)
        self.addCleanup(self.end_second)
        desktop.focus(HUNG)

    def stop(self):
        os.kill(self.first.process.pid, signal.SIGSTOP)

    def go_on(self):
        if self.first.process.poll() is None:
            os.kill(self.first.process.pid, signal.SIGCONT)

    def end_second(self):
        self.second.terminate()
        self.second.communicate(timeout=desktop.PATIENCE)

    def press(self, name):
        desktop.click(desktop.wait_for_control("latchkey", desktop.DIALOG, name, "button"))

    def assert_second_starts(self):
        self.first.process.wait(timeout=desktop.PATIENCE)
        desktop.wait_until_gone(HUNG)
        desktop.wait_for("a new gate", lambda: desktop.windows(demo.GATE) not in ([], [self.old_gate]))
        self.assertIsNone(self.second.poll())

    def test_it_is_named_and_ended_in_order(self):
        desktop.wait_for("its number", lambda: f"process {self.first.process.pid}, started at" in text_of_dialog())
        self.assertIsNone(desktop.find("latchkey", desktop.DIALOG, "Kill it"))
        self.assertIsNone(self.first.process.poll())
        self.press("End it and start again")
        self.assert_second_starts()
        self.assertEqual(self.first.process.returncode, 0)

    def test_it_is_killed_only_after_another_confirmation(self):
        hanging = threading.Event()
        self.addCleanup(hanging.set)

        def hang():  # Whatever continues it.
            while not hanging.wait(0.001) and self.first.process.poll() is None:
                self.stop()

        keeper = threading.Thread(target=hang)
        keeper.start()
        self.press("End it and start again")
        desktop.wait_for_control("latchkey", desktop.DIALOG, "Kill it", "button")
        self.assertIsNone(self.first.process.poll())
        desktop.wait_for("a sentence", lambda: "has not ended" in text_of_dialog())
        self.press("Kill it")
        self.assert_second_starts()
        keeper.join()

    def test_cancel_leaves_it_alone(self):
        self.press("Cancel")
        _, errors = self.second.communicate(timeout=desktop.PATIENCE)
        self.assertEqual(self.second.returncode, 1)
        self.assertIn("does not answer", errors)
        self.go_on()
        self.assertIsNone(self.first.process.poll())
        self.assertEqual(desktop.windows(demo.GATE), [self.old_gate])

    def test_it_may_end_by_itself_meanwhile(self):
        self.first.process.kill()
        self.assert_second_starts()


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main(verbosity=2)

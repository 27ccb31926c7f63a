# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the first start to the sign-out: with the keyboard alone, and with the actions of assistive technology.

test_whole_way.py LATCHKEY [CASE]; under tests/support/with-keyring and tests/support/with-display.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
import unittest

import demo
import desktop
import terminal
import test_ways as ways

PROGRAM = ""
SETTINGS = "Settings — Latchkey"
CLONE = r"^git clone \S+/ada-demo/tidewatch\.git$"


def by_keys(name):
    """Moves to a button with Tab and presses Enter."""
    button = desktop.wait_for_control("latchkey", desktop.WINDOW, name)
    for _ in range(60):
        if button.get_state_set().contains(desktop.Atspi.StateType.FOCUSED):
            return desktop.key("Return")
        desktop.key("Tab")
        time.sleep(0.1)  # Until the focus has moved.
    raise desktop.Missing(f"'{name}' cannot be reached by Tab")


def by_action(name):
    desktop.act(desktop.wait_for_control("latchkey", desktop.WINDOW, name))


def sign_in_by_keys():
    demo.submit_login_form()
    demo.authorize()


def sign_in_by_actions():
    for name in ("Sign in", "Authorize Latchkey"):  # Qt WebEngine offers no action of a page's button but to focus it.
        desktop.focus_control(desktop.wait_for_control("latchkey-login-view", desktop.PAGE, name, "button"))
        desktop.key("Return")


def clipboard():
    """What is on the clipboard, by pasting it into the palette."""
    desktop.key("ctrl+k")
    field = desktop.wait_for("the palette", focused_field)
    desktop.key("ctrl+v")
    text = desktop.wait_for("the pasted text", lambda: desktop.Atspi.Text.get_text(field, 0, -1))
    desktop.key("Escape")
    return text


def focused_field():
    """The field with the cursor. The current item of a list calls itself focused, too."""
    for node in desktop.accessibles("latchkey"):
        if node.get_role_name() in ("text", "entry") and node.get_state_set().contains(desktop.Atspi.StateType.FOCUSED):
            return node
    return None


def end_demo():
    """The demo is a process of its own, which outlives the window that has started it."""
    found = subprocess.run(["pgrep", "-f", f"^{PROGRAM} --demo --temporary"], capture_output=True, text=True).stdout.split()
    for process in found:
        os.kill(int(process), signal.SIGTERM)
    desktop.wait_until_gone(demo.MAIN)


class WholeWay(unittest.TestCase):
    def setUp(self):
        for name in ("CONFIG", "CACHE", "DATA"):
            shutil.rmtree(terminal.folder(name), ignore_errors=True)
        self.addCleanup(end_demo)
        latchkey = desktop.Latchkey(PROGRAM, environment=ways.SURROUNDINGS)
        self.addCleanup(latchkey.__exit__)
        desktop.focus(demo.GATE)

    def enter_the_demo(self, press, sign_in):
        press("Try the demo")
        desktop.focus(demo.LOGIN_VIEW)
        desktop.wait_for_control("latchkey-login-view", desktop.PAGE, "Username", "text")
        sign_in()
        desktop.focus(demo.MAIN)
        desktop.wait_for("the profile", lambda: "Ada Nordström" in desktop.texts("latchkey"))

    def leave_the_demo(self, press):
        desktop.wait_until_gone(SETTINGS)
        desktop.focus(demo.MAIN)
        press("Sign out…")
        press("Sign out")
        desktop.wait_until_gone(demo.MAIN)
        desktop.wait_for_window(demo.GATE)

    def test_by_keyboard_alone(self):
        self.enter_the_demo(by_keys, sign_in_by_keys)
        desktop.key("alt+3")
        desktop.wait_for_control("latchkey", desktop.WINDOW, "Repositories", "list")
        desktop.key("ctrl+f")
        desktop.wait_for("the search", focused_field)
        desktop.type_text("tidewatch")
        desktop.key("Down")
        desktop.key("shift+g")
        desktop.wait_for("the toast", lambda: "Copied" in desktop.texts("latchkey"))
        self.assertRegex(clipboard(), CLONE)
        desktop.key("ctrl+comma")
        desktop.focus(SETTINGS)
        desktop.key("Escape")
        desktop.wait_until_gone(SETTINGS)
        desktop.focus(demo.MAIN)
        desktop.key("F10")
        self.leave_the_demo(by_keys)

    def test_by_actions(self):
        self.enter_the_demo(by_action, sign_in_by_actions)
        by_action("Repositories")
        search = desktop.wait_for_control("latchkey", desktop.WINDOW, "Search repositories", "text")
        desktop.fill(search, "tidewatch")
        desktop.focus_control(search)
        desktop.key("Down", "shift+g")  # Qt's lists offer no actions but to select a row.
        desktop.wait_for("the toast", lambda: "Copied" in desktop.texts("latchkey"))
        self.assertRegex(clipboard(), CLONE)
        by_action("Settings")
        desktop.wait_for_window(SETTINGS)
        desktop.close_window(SETTINGS)
        by_action(f"Account {demo.USER}")
        self.leave_the_demo(by_action)


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=2)

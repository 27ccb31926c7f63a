# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests every way to sign in through accessibility alone: finds controls by name, triggers actions and edits texts. In Qt WebEngine, controls of a page can only be focused; there the keyboard does the rest.

test_accessibility.py LATCHKEY; under tests/support/with-keyring and tests/support/with-display.
"""

import os
import pathlib
import sys
import time
import unittest

import demo
import desktop
import test_ways as ways

PROGRAM = ""

# Over SSH the code comes first, also when more scopes are requested.
FROM_AFAR = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}


def press(name, part=desktop.WINDOW, role=None):
    desktop.act(desktop.wait_for_control("latchkey", part, name, role))


def fill(name, text):
    desktop.fill(desktop.wait_for_control("latchkey", desktop.WINDOW, name), text)


def fill_on_page(name, text, role):
    desktop.fill(desktop.wait_for_control("latchkey-login-view", desktop.PAGE, name, role), text)


def tab_to(control):
    """Focuses a list with the keyboard: Qt's lists have no action for it."""
    for _ in range(20):
        if control.get_state_set().contains(desktop.Atspi.StateType.FOCUSED):
            return
        desktop.key("Tab")
        time.sleep(0.1)
    raise desktop.Missing(f"'{control.get_name()}' cannot be reached by Tab")


def press_on_page(name):
    """Presses a button of a page with the keyboard: Qt WebEngine offers no action but to focus it."""
    desktop.focus_control(desktop.wait_for_control("latchkey-login-view", desktop.PAGE, name, "button"))
    desktop.key("Return")


class Accessibility(unittest.TestCase):
    def setUp(self):
        self.page = pathlib.Path(os.environ["HOME"], "page")
        self.page.unlink(missing_ok=True)

    def tearDown(self):
        desktop.run(PROGRAM, "--demo", "sign-out")

    def open(self, environment=None):
        latchkey = desktop.Latchkey(PROGRAM, "--demo", environment={**ways.SURROUNDINGS, **(environment or {})})
        self.addCleanup(latchkey.__exit__)
        desktop.wait_for_window(demo.GATE)

    def noting_browser(self):
        return ways.path_with_browser(f'echo "$1" > {self.page}.new; mv {self.page}.new {self.page}')

    def opened_page(self):
        desktop.wait_for("the page", self.page.exists)
        return self.page.read_text(encoding="utf-8").strip()

    def assert_signed_in(self):
        desktop.wait_for_window(demo.MAIN)
        desktop.wait_for("the profile", lambda: "Updated" in desktop.texts("latchkey"))

    def test_login_view(self):
        self.open()
        press("Sign in in a Latchkey window")
        demo.wait_for_login_form()
        fill_on_page("Username", demo.USER, "text")
        fill_on_page("Password", demo.PASSWORD, "password text")
        press_on_page("Sign in")
        press_on_page("Authorize Latchkey")
        self.assert_signed_in()

    def test_browser(self):
        self.open(ways.signing_browser())
        press("Continue in your browser")
        self.assert_signed_in()

    def test_code(self):
        self.open(self.noting_browser())
        press("Use another device")
        code = desktop.wait_for("the code", ways.shown_code)
        press("Open the page for the code")
        page = self.opened_page()
        self.assertIn(f"user_code={code}", page)
        ways.type_code(page)
        self.assert_signed_in()

    def test_token(self):
        self.open(self.noting_browser())
        press("Paste a token")
        press("Make a token")
        fill("Token", ways.make_token(self.opened_page()))
        press("Sign in with this token")
        press(f"Sign in as {demo.USER}")
        self.assert_signed_in()

    def sign_in_by_code(self):
        desktop.wait_for("the code", ways.shown_code)
        press("Open the page for the code")
        ways.type_code(self.opened_page())
        self.page.unlink()
        self.assert_signed_in()

    def test_inbox(self):
        self.open({**self.noting_browser(), **FROM_AFAR})
        press("Use another device")
        self.sign_in_by_code()
        press("Inbox", role="radio button")
        press("Allow notifications")
        press("Continue")
        self.sign_in_by_code()
        desktop.wait_for("the notifications", lambda: "17 unread" in desktop.texts("latchkey"))
        desktop.focus(demo.MAIN)
        tab_to(desktop.wait_for_control("latchkey", desktop.WINDOW, "Inbox", "list"))
        desktop.key("Home")
        desktop.key("r")
        desktop.wait_for("one less", lambda: "16 unread" in desktop.texts("latchkey"))

    def test_another_account_and_back(self):
        self.open(ways.signing_browser())
        press("Continue in your browser")
        self.assert_signed_in()
        press(f"Account {demo.USER}", role="button")
        press("Add account…", role="button")
        desktop.wait_for_window(demo.GATE)
        press(f"Back to {demo.USER}")
        self.assert_signed_in()


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main(verbosity=2)

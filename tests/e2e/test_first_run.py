# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the clicks of a person who starts Latchkey for the first time.

test_first_run.py LATCHKEY [CASE]; under tests/support/with-keyring and tests/support/with-display.
"""

import os
import pathlib
import shutil
import sys
import tempfile
import unittest

import demo
import desktop
import oauth_server
import terminal
import test_ways as ways

PROGRAM = ""


def files_with(word, *folders):
    """The files below these folders whose name or content has this word."""
    found = []
    for folder in folders:
        for file in pathlib.Path(folder).rglob("*"):
            if file.is_file() and (word in str(file.relative_to(folder)) or word.encode() in file.read_bytes()):
                found.append(str(file))
    return found


class FirstRun(unittest.TestCase):
    def setUp(self):
        for name in ("CONFIG", "CACHE", "DATA"):
            shutil.rmtree(terminal.folder(name), ignore_errors=True)
        self.clicks = 0

    def open(self, environment=None, program=None):
        latchkey = desktop.Latchkey(program or PROGRAM, environment={**ways.SURROUNDINGS, **(environment or {})})
        self.addCleanup(latchkey.__exit__)
        desktop.focus(demo.GATE)
        return latchkey

    def click(self, name, part=desktop.WINDOW, application="latchkey"):
        desktop.click(desktop.wait_for_control(application, part, name, "button"))
        self.clicks += 1

    def test_the_demos_profile_takes_three_clicks_and_no_typing(self):
        self.open()
        self.click("Try the demo")
        desktop.focus(demo.LOGIN_VIEW)
        self.click("Sign in", desktop.PAGE, "latchkey-login-view")
        self.click("Authorize Latchkey", desktop.PAGE, "latchkey-login-view")
        desktop.wait_for_window(demo.MAIN)
        desktop.wait_for("the profile", lambda: "Ada Nordström" in desktop.texts("latchkey"))
        desktop.focus(demo.MAIN)
        desktop.key("alt+2")
        desktop.wait_for("the inbox", lambda: "17 unread" in desktop.texts("latchkey"))
        self.assertLessEqual(self.clicks, 3)
        desktop.wait_until_gone(demo.GATE)

        desktop.focus(demo.MAIN)
        self.click("Sign in for real")
        desktop.wait_until_gone(demo.MAIN)
        desktop.wait_for_window(demo.GATE)
        self.assertIsNotNone(desktop.wait_for_control("latchkey", desktop.WINDOW, "Try the demo", "button"))
        self.assertEqual(files_with("demo", *map(terminal.folder, ("CONFIG", "CACHE", "DATA"))), [])
        self.assertEqual(terminal.Keyring().entries(), {})
        self.assertEqual(terminal.Latchkey(PROGRAM).accounts(), [])

    def test_the_sign_in_window_comes_back_when_the_demo_is_closed(self):
        self.open()
        self.click("Try the demo")
        desktop.focus(demo.LOGIN_VIEW)
        demo.submit_login_form()
        demo.authorize()
        desktop.wait_for_window(demo.MAIN)
        desktop.wait_until_gone(demo.GATE)
        desktop.focus(demo.MAIN)
        desktop.key("ctrl+q")
        desktop.wait_until_gone(demo.MAIN)
        desktop.wait_for_window(demo.GATE)

    def test_a_demo_that_does_not_start_leaves_the_window_where_it_is(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        program = shutil.copy2(PROGRAM, folder.name)
        self.open(program=program)
        os.remove(program)
        self.click("Try the demo")
        desktop.wait_for("the reason", lambda: "The demo could not be started." in desktop.texts("latchkey"))
        gate = desktop.wait_for_window(demo.GATE)
        with desktop.Latchkey(PROGRAM, "--demo"):
            desktop.wait_for("another window", lambda: len(desktop.windows(demo.GATE)) == 2)
            other = next(window for window in desktop.windows(demo.GATE) if window != gate)
            for window in (gate, other):
                desktop.xdotool("windowactivate", "--sync", window)
            self.assertIn("The demo could not be started.", desktop.texts("latchkey")) # Both have answered since.
            self.assertIn(gate, desktop.windows(demo.GATE))

    def test_a_device_code_takes_two_clicks_if_there_is_a_client_id(self):
        server = oauth_server.Server()
        self.addCleanup(server.close)
        server.is_approved = False
        terminal.write_provider({**server.provider(), "id": "github", "name": "GitHub"})
        self.open()
        self.click("GitHub")
        self.click("Use another device")
        self.assertEqual(desktop.wait_for("the code", ways.shown_code), "WDJB-MJHT")
        self.assertLessEqual(self.clicks, 2)

    def test_the_form_for_a_token_takes_two_clicks_if_there_is_no_client_id(self):
        page = pathlib.Path(os.environ["HOME"], "page")
        self.open(ways.path_with_browser(f'echo "$1" > {page}.new; mv {page}.new {page}'))
        self.click("GitHub")
        self.click("Create a token on GitHub")
        desktop.wait_for("the page", page.exists)
        self.assertRegex(page.read_text(encoding="utf-8"), r"^https://github\.com/settings/tokens/new\?.*scopes=")
        self.assertLessEqual(self.clicks, 2)


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=2)

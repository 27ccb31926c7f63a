# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signs in and out in the real window, with the real login view and the real keyring.

test_sign_in.py LATCHKEY; under tests/support/with-keyring and tests/support/with-display.
"""

import base64
import json
import os
import pathlib
import signal
import sys
import unittest

import demo
import desktop

PROGRAM = ""


def sign_out_by_command():
    desktop.run(PROGRAM, "--demo", "sign-out")


def entries_in_keyring():
    """The keys of Latchkey's entries, read from the Secret Service itself."""
    found = desktop.run("gdbus", "call", "--session", "--dest", "org.freedesktop.secrets", "--object-path",
                        "/org/freedesktop/secrets", "--method", "org.freedesktop.Secret.Service.SearchItems",
                        "{'server': 'io.github.latchkey.Latchkey'}").stdout
    return found.count("/org/freedesktop/secrets/collection/")


def secret_in_keyring():
    """The entry's JSON, read by libsecret's secret-tool. QtKeychain writes base64."""
    entry = desktop.run("secret-tool", "lookup", "server", "io.github.latchkey.Latchkey").stdout
    return json.loads(base64.b64decode(entry))


def path_with_our_browser():
    """A PATH on which the desktop opens pages with a browser that signs in."""
    folder = pathlib.Path(os.environ["HOME"], "bin")
    folder.mkdir(exist_ok=True)
    opener = folder / "xdg-open"
    opener.write_text(f'#!/bin/sh\nexec /usr/bin/python3 {os.path.dirname(os.path.abspath(__file__))}/browser.py "$1"\n',
                      encoding="utf-8")
    opener.chmod(0o755)
    return f"{folder}:{os.environ['PATH']}"


def texts():
    return desktop.texts("latchkey")


class SignIn(unittest.TestCase):
    def tearDown(self):
        sign_out_by_command()

    def test_signs_in_and_is_still_signed_in_after_a_restart(self):
        with desktop.Latchkey(PROGRAM, "--demo") as latchkey:
            demo.sign_in()
            desktop.wait_for("the name", lambda: "Ada Nordström" in texts())
            self.assertEqual(desktop.windows(demo.GATE), [])
            desktop.focus(demo.MAIN)
            latchkey.quit()
        with desktop.Latchkey(PROGRAM, "--demo"):
            desktop.wait_for_window(demo.MAIN)
            desktop.wait_for("fresh data", lambda: "Updated just now" in texts())
            self.assertEqual(desktop.windows(demo.GATE), [])

    def test_every_start_continues_the_session(self):
        with desktop.Latchkey(PROGRAM, "--demo") as latchkey:
            demo.sign_in()
            desktop.wait_for("fresh data", lambda: "Updated just now" in texts())
            desktop.focus(demo.MAIN)
            latchkey.quit()
        for _ in range(8):
            with desktop.Latchkey(PROGRAM, "--demo") as latchkey:
                desktop.wait_for("fresh data", lambda: "Updated just now" in texts())
                desktop.focus(demo.MAIN)
                latchkey.quit()
                self.assertEqual(latchkey.process.returncode, 0)

    def test_tokens_are_in_the_keyring_and_in_no_file(self):
        with desktop.Latchkey(PROGRAM, "--demo") as latchkey:
            demo.sign_in()
            desktop.wait_for("fresh data", lambda: "Updated just now" in texts())
            desktop.focus(demo.MAIN)
            latchkey.quit()
        entry = secret_in_keyring()
        secrets = [entry["access_token"].encode(), entry["refresh_token"].encode()]
        self.assertTrue(all(len(secret) > 20 for secret in secrets))
        searched = 0
        for file in pathlib.Path(os.environ["HOME"]).rglob("*"):
            if file.is_file():
                searched += 1
                content = file.read_bytes()
                self.assertFalse(any(secret in content for secret in secrets), file)
        self.assertGreater(searched, 2)

    def test_sign_out_removes_the_entry_and_closes_the_gate(self):
        with desktop.Latchkey(PROGRAM, "--demo"):
            demo.sign_in()
            self.assertEqual(entries_in_keyring(), 1)
            desktop.focus(demo.MAIN)
            demo.sign_out()
            desktop.wait_for_window(demo.GATE)
            desktop.wait_until_gone(demo.MAIN)
            desktop.wait_for("an empty keyring", lambda: entries_in_keyring() == 0)
        self.assertEqual(desktop.run(PROGRAM, "--demo", "status").returncode, 4)

    def test_closing_the_login_view_cancels_and_leaves_the_gate(self):
        with desktop.Latchkey(PROGRAM, "--demo"):
            demo.open_login_page()
            desktop.close_window(demo.LOGIN_VIEW)
            desktop.wait_until_gone(demo.LOGIN_VIEW)
            desktop.wait_for_control("latchkey", desktop.WINDOW, "Sign in in a Latchkey window")
            self.assertEqual(desktop.windows(demo.MAIN), [])
            demo.sign_in()

    def test_cancel_in_the_gate_closes_the_login_view(self):
        with desktop.Latchkey(PROGRAM, "--demo"):
            demo.open_login_page()
            # The login view covers the button.
            desktop.act(desktop.wait_for_control("latchkey", desktop.WINDOW, "Cancel"))
            desktop.wait_until_gone(demo.LOGIN_VIEW)
            desktop.wait_for_control("latchkey", desktop.WINDOW, "Sign in in a Latchkey window")

    def test_declined_consent_is_told_in_words(self):
        with desktop.Latchkey(PROGRAM, "--demo"):
            demo.open_login_page()
            demo.type_into_login_form()
            desktop.wait_for_control("latchkey-login-view", desktop.TOOL_BAR, "Cancel", "button")
            desktop.click(desktop.wait_for_control("latchkey-login-view", desktop.PAGE, "Cancel", "button"))
            desktop.wait_for("a sentence", lambda: "You declined on Demo Hub. Nothing changed." in texts())
            desktop.wait_for_control("latchkey", desktop.WINDOW, "Sign in in a Latchkey window")
            self.assertEqual(desktop.windows(demo.MAIN), [])

    def test_cancel_above_the_page_is_no_refusal(self):
        with desktop.Latchkey(PROGRAM, "--demo"):
            demo.open_login_page()
            demo.submit_login_form()
            desktop.wait_for_control("latchkey-login-view", desktop.PAGE, "Cancel", "button")
            desktop.click(desktop.wait_for_control("latchkey-login-view", desktop.TOOL_BAR, "Cancel", "button"))
            desktop.wait_until_gone(demo.LOGIN_VIEW)
            desktop.wait_for_control("latchkey", desktop.WINDOW, "Sign in in a Latchkey window")
            self.assertNotIn("declined", texts())

    def test_a_killed_login_view_is_reported_and_the_browser_works(self):
        with desktop.Latchkey(PROGRAM, "--demo", environment={"PATH": path_with_our_browser()}) as latchkey:
            demo.open_login_page()
            os.kill(latchkey.login_view(), signal.SIGKILL)
            desktop.wait_for("a sentence", lambda: "The sign-in page has stopped working" in texts())
            desktop.focus(demo.GATE)
            desktop.click(desktop.wait_for_control("latchkey", desktop.WINDOW, "Continue in your browser"))
            desktop.wait_for_window(demo.MAIN)

    def test_no_code_of_chromium_is_in_the_application(self):
        with desktop.Latchkey(PROGRAM, "--demo") as latchkey:
            demo.sign_in()
            maps = pathlib.Path(f"/proc/{latchkey.process.pid}/maps").read_text(encoding="utf-8")
            self.assertIn("libQt6Widgets", maps)
            self.assertNotIn("WebEngine", maps)

    def test_the_login_view_ends_with_the_application(self):
        with desktop.Latchkey(PROGRAM, "--demo") as latchkey:
            demo.open_login_page()
            view = latchkey.login_view()
            self.assertTrue(os.path.exists(f"/proc/{view}"))
            latchkey.process.kill()
            desktop.wait_for("its end", lambda: not os.path.exists(f"/proc/{view}"))

    def test_nothing_secret_is_in_the_arguments_of_any_process(self):
        with desktop.Latchkey(PROGRAM, "--demo") as latchkey:
            demo.open_login_page()
            arguments = pathlib.Path(f"/proc/{latchkey.login_view()}/cmdline").read_bytes()
            self.assertNotIn(b"state", arguments)
            self.assertNotIn(b"http", arguments)

    @unittest.skipUnless(os.geteuid() == 0, "only root is refused by Chromium")
    def test_as_root_without_the_test_variable_the_browser_is_offered(self):
        environment = dict(os.environ)
        os.environ.pop("QTWEBENGINE_DISABLE_SANDBOX", None)
        try:
            with desktop.Latchkey(PROGRAM, "--demo"):
                desktop.wait_for("a sentence", lambda: "not safe for root" in texts())
                desktop.wait_for_control("latchkey", desktop.WINDOW, "Continue in your browser")
        finally:
            os.environ.update(environment)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main(verbosity=2)

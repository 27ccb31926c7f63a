# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signs in where the server's page asks for a password of HTTP, shows messages, or does not come.

test_login_view.py LATCHKEY; under tests/support/with-keyring and tests/support/with-display.
"""

import base64
import os
import pathlib
import subprocess
import sys
import unittest
import urllib.parse
import urllib.request

import demo
import desktop
import oauth_server
import terminal
import test_screens as screens
import test_ways as ways

PROGRAM = ""
VIEW = "latchkey-login-view"
AUTHORIZE = "/authorize"
MAIN = "ada — Latchkey"


class Handler(oauth_server.Handler):
    """Redirects back with a code after what `server.page` does first."""

    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        if url.path != AUTHORIZE:
            return super().do_GET()
        self.note()
        self.server.requests.append(self.path)
        query = dict(urllib.parse.parse_qsl(url.query))
        back = query["redirect_uri"] + "?" + urllib.parse.urlencode({"code": "once", "state": query["state"]})
        return self.server.page(self, back)

    def tokens(self, form):
        return self.server.issue() if form.get("code") == "once" else super().tokens(form)

    def send(self, status, headers, body=b""):
        try:
            self.send_response(status)
            for name, value in {"Content-Type": "text/html", "Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            pass  # The login view no longer waits for it.


def redirect(handler, back):
    handler.send(302, {"Location": back})


def basic(handler, back):
    expected = "Basic " + base64.b64encode(f"{demo.USER}:{demo.PASSWORD}".encode()).decode()
    if handler.headers["Authorization"] == expected:
        return redirect(handler, back)
    return handler.send(401, {"WWW-Authenticate": 'Basic realm="corp"'}, b"<h1>Not without a password</h1>")


def messages(handler, back):
    script = f"if (confirm('Shall we?')) {{ while (true) {{ if (prompt('Word?') === null) break }} location = '{back}' }}"
    handler.send(200, {}, f"<!doctype html><script>{script}</script>".encode())


def long_message(handler, _):
    handler.send(200, {}, b"<!doctype html><script>alert('Long words and many of them. '.repeat(100))</script>")


class LoginView(unittest.TestCase):
    def setUp(self):
        self.server = oauth_server.Server()
        self.server.RequestHandlerClass = Handler
        self.server.page = redirect
        self.server.requests = []
        self.addCleanup(self.server.close)
        terminal.write_provider(self.server.provider())
        self.addCleanup(desktop.run, PROGRAM, "sign-out", "--provider", "acme")

    def open(self, environment=None):
        self.latchkey = desktop.Latchkey(PROGRAM, "--provider", "acme",
                                         environment={**ways.SURROUNDINGS, **(environment or {})})
        self.addCleanup(self.latchkey.__exit__)
        desktop.focus(demo.GATE)
        desktop.act(desktop.wait_for_control("latchkey", desktop.WINDOW, "Sign in in a Latchkey window"))

    def answer(self, user, password):
        desktop.focus(self.server.host)  # The title of the dialog is the origin alone.
        desktop.wait_for_control(VIEW, desktop.DIALOG, "Sign in", "button")
        for text in (user, password):
            desktop.type_text(text)
            desktop.key("Tab")
        desktop.key("Return")

    def test_a_password_of_http_signs_in(self):
        self.server.page = basic
        self.open()
        self.answer(demo.USER, "wrong")
        desktop.wait_for("a sentence", lambda: "That did not work" in desktop.texts(VIEW, desktop.DIALOG))
        self.answer(demo.USER, demo.PASSWORD)
        desktop.wait_for_window(MAIN)
        self.assertEqual(len(self.server.requests), 3)

    def test_cancel_shows_the_page_and_the_attempt_goes_on(self):
        self.server.page = basic
        self.open()
        desktop.focus(self.server.host)
        desktop.key("Escape")
        desktop.wait_for_control(VIEW, desktop.PAGE, "Not without a password")
        self.assertEqual(len(self.server.requests), 1)
        desktop.click(desktop.wait_for_control(VIEW, desktop.TOOL_BAR, "Reload", "button"))
        self.answer(demo.USER, demo.PASSWORD)
        desktop.wait_for_window(MAIN)

    def assert_closed_with_the_attempt(self, page):
        self.server.page = page
        self.open()
        desktop.focus(self.server.host)
        desktop.focus(demo.GATE)
        desktop.act(desktop.wait_for_control("latchkey", desktop.WINDOW, "Cancel", "button"))
        desktop.wait_until_gone(self.server.host)
        desktop.wait_until_gone(demo.LOGIN_VIEW)

    def test_the_end_of_the_attempt_closes_the_question_for_a_password(self):
        self.assert_closed_with_the_attempt(basic)

    def test_the_end_of_the_attempt_closes_a_message(self):
        self.assert_closed_with_the_attempt(messages)

    def test_messages_can_be_answered_and_stopped(self):
        self.server.page = messages
        self.open()
        desktop.focus(self.server.host)
        desktop.click(desktop.wait_for_control(VIEW, desktop.DIALOG, "OK", "button"))
        desktop.click(desktop.wait_for_control(VIEW, desktop.DIALOG, "Stop this page from showing more messages", "check box"))
        desktop.click(desktop.wait_for_control(VIEW, desktop.DIALOG, "OK", "button"))
        desktop.wait_for_window(MAIN)

    def assert_dialog_fits(self, page, button):
        _, height = screens.screen_size()
        self.server.page = page
        self.open({"QT_SCALE_FACTOR": "3"})
        dialog = desktop.focus(self.server.host)
        control = desktop.wait_for_control(VIEW, desktop.DIALOG, button, "button")
        _, top, _, bottom = screens.frame_of(dialog)
        self.assertLessEqual(bottom - top, height)
        if os.environ.get("LATCHKEY_PICTURES"):
            desktop.screenshot(os.path.join(os.environ["LATCHKEY_PICTURES"], f"{page.__name__}.png"))
        desktop.act(control)
        desktop.wait_until_gone(self.server.host)

    def test_a_long_message_fits_a_small_screen(self):
        self.assert_dialog_fits(long_message, "OK")

    def test_the_question_for_a_password_fits_a_small_screen(self):
        self.assert_dialog_fits(basic, "Cancel")

    def test_a_page_that_does_not_come_can_be_reloaded(self):
        silence = self.server.hold(AUTHORIZE)
        self.addCleanup(silence.set)
        self.open()
        desktop.wait_for("a sentence", lambda: f"{self.server.host} has not answered for 15 seconds." in desktop.texts(VIEW))
        self.server.before.clear()
        desktop.click(desktop.wait_for_control(VIEW, desktop.WINDOW, "Reload", "button"))
        desktop.wait_for_window(MAIN)

    def test_a_page_that_does_not_come_goes_on_in_the_browser(self):
        silence = self.server.hold(AUTHORIZE)
        self.addCleanup(silence.set)
        opened = pathlib.Path(os.environ["HOME"], "opened")
        self.open(ways.path_with_browser(f'echo "$1" > {opened}.new; mv {opened}.new {opened}'))
        desktop.click(desktop.wait_for_control(VIEW, desktop.WINDOW, "Continue in my browser", "button"))
        desktop.wait_until_gone(demo.LOGIN_VIEW)
        desktop.wait_for("the browser", opened.exists)
        self.assertIsNotNone(desktop.find("latchkey", desktop.WINDOW, "Copy the link of this sign-in"))
        silence.set()
        page = opened.read_text(encoding="utf-8").strip()
        urllib.request.urlopen(page).read()
        desktop.wait_for_window(MAIN)
        self.assertEqual(len(set(self.server.requests)), 1)  # The same attempt.


class Surroundings(unittest.TestCase):
    """The login view and the window that has opened it, at the demo."""

    def open(self, environment=None):
        latchkey = desktop.Latchkey(PROGRAM, "--demo", environment={**ways.SURROUNDINGS, **(environment or {})})
        latchkey.__enter__()
        self.addCleanup(latchkey.__exit__)
        desktop.wait_for_window(demo.GATE)

    def test_it_opens_in_the_middle_of_its_window_and_stays_above_it(self):
        self.open()
        gate = desktop.windows(demo.GATE)[0]
        desktop.xdotool("windowmove", "--sync", gate, 500, 120)
        demo.open_login_page()
        view = desktop.windows(demo.LOGIN_VIEW)[0]
        owner = subprocess.run(["xprop", "-id", str(view), "WM_TRANSIENT_FOR"], capture_output=True, text=True).stdout
        self.assertEqual(int(owner.split("#")[1], 16), gate)
        left, _, right, _ = screens.frame_of(gate)
        view_left, _, view_right, _ = screens.frame_of(view)
        self.assertAlmostEqual((left + right) / 2, (view_left + view_right) / 2, delta=4)

    def test_the_same_attempt_goes_on_in_the_browser_at_any_time(self):
        self.open(ways.signing_browser())
        demo.open_login_page()
        desktop.click(desktop.wait_for_control(VIEW, desktop.WINDOW, "Continue in my browser instead", "button"))
        desktop.wait_for_window(demo.MAIN)
        self.assertEqual(desktop.windows(demo.LOGIN_VIEW), [])


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main(verbosity=2)

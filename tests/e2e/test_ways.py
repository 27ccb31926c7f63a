# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests every way to sign in: in the real window, with the keyboard alone, and from the terminal.

test_ways.py LATCHKEY; under tests/support/with-keyring and tests/support/with-display.
"""

import http.cookiejar
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import urllib.parse
import urllib.request

import browser
import demo
import desktop
import git_server

PROGRAM = ""

# Without these variables the window takes this machine for a desktop. In a container, the code would come first.
SURROUNDINGS = {"SSH_CONNECTION": "", "container": "", "WSL_DISTRO_NAME": ""}


def path_with_browser(command):
    """A PATH on which the desktop opens pages with this shell command, which gets the page as $1."""
    folder = pathlib.Path(tempfile.mkdtemp(dir=os.environ["HOME"]))
    opener = folder / "xdg-open"
    opener.write_text(f"#!/bin/sh\n{command}\n", encoding="utf-8")
    opener.chmod(0o755)
    return {"PATH": f"{folder}:{os.environ['PATH']}"}


def signing_browser():
    return path_with_browser(f'exec /usr/bin/python3 {os.path.dirname(os.path.abspath(__file__))}/browser.py "$1"')


def type_code(page):
    """Another device: signs in at the server, enters the code and authorizes."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    form = {**browser.fields(opener.open(page).read().decode()), "login": demo.USER, "password": demo.PASSWORD}
    form_page = opener.open(urllib.parse.urljoin(page, "/login"), urllib.parse.urlencode(form).encode()).read().decode()
    code = urllib.parse.parse_qs(urllib.parse.urlsplit(page).query)["user_code"][0]
    device = urllib.parse.urljoin(page, "/login/device")
    for answer in ({"user_code": code}, {"user_code": code, "authorize": "1"}):
        form = {**browser.fields(form_page), **answer}
        form_page = opener.open(device, urllib.parse.urlencode(form).encode()).read().decode()
    return form_page


def make_token(page):
    """A person who signs in at the page for tokens and creates one."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    form = {**browser.fields(opener.open(page).read().decode()), "login": demo.USER, "password": demo.PASSWORD}
    form_page = opener.open(urllib.parse.urljoin(page, "/login"), urllib.parse.urlencode(form).encode()).read().decode()
    made = opener.open(page, urllib.parse.urlencode(browser.fields(form_page)).encode()).read().decode()
    return re.search(r'<code id="token">([^<]+)</code>', made).group(1)


def focused():
    """The focused object of the window; None if there is none.

    Qt 6.8 also calls the current item of a closed combo box focused. The list around it is not showing.
    """
    states = desktop.Atspi.StateType
    for node in desktop.accessibles("latchkey"):
        parent = node.get_parent()
        if node.get_state_set().contains(states.FOCUSED) and (parent is None or parent.get_state_set().contains(states.SHOWING)):
            return node
    return None


def press(name):
    """Moves to a button of the window with Tab and presses Enter."""
    desktop.wait_for_control("latchkey", desktop.WINDOW, name)
    for _ in range(25):
        here = desktop.wait_for("the focus", focused)
        if here.get_name() == name and desktop.part_of(here) == desktop.WINDOW:
            return desktop.key("Return")
        desktop.key("Tab")
        desktop.wait_for("the next control", lambda: focused() not in (None, here))
    raise desktop.Missing(f"'{name}' cannot be reached by Tab")


def enter(text):
    desktop.type_text(text)
    desktop.key("Return")


def texts():
    return desktop.texts("latchkey")


def shown_code():
    """The code that a screen reader would spell, without the spaces between the letters."""
    spelt = re.search(r"^Code ((?:\S ?)+)$", texts(), re.MULTILINE)
    return spelt and spelt.group(1).replace(" ", "")


class Ways(unittest.TestCase):
    def tearDown(self):
        desktop.run(PROGRAM, "--demo", "sign-out")

    def open(self, *arguments, environment=None, output=None):
        latchkey = desktop.Latchkey(PROGRAM, *(arguments or ("--demo",)), environment={**SURROUNDINGS, **(environment or {})},
                                    output=output)
        self.addCleanup(latchkey.__exit__)
        desktop.focus(demo.GATE)
        return latchkey

    def test_browser(self):
        self.open(environment=signing_browser())
        press("Continue in your browser")
        desktop.wait_for_window(demo.MAIN)

    def test_what_the_browser_prints_is_not_our_output(self):
        chatty = path_with_browser("echo chatter; echo chatter >&2; touch ~/spoke\n"
                                   f'exec /usr/bin/python3 {os.path.dirname(os.path.abspath(__file__))}/browser.py "$1"')
        with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
            self.open(environment=chatty, output=output)
            press("Continue in your browser")
            desktop.wait_for_window(demo.MAIN)
            self.assertTrue(pathlib.Path(os.environ["HOME"], "spoke").exists())
            output.seek(0)
            self.assertNotIn("chatter", output.read())

    def test_code(self):
        pages = pathlib.Path(os.environ["HOME"], "opened")
        self.open(environment=path_with_browser(f'echo "$1" > {pages}.new; mv {pages}.new {pages}'))
        press("Use another device")
        code = desktop.wait_for("the code", shown_code)
        press("Open the page for the code")
        desktop.wait_for("the page", pages.exists)
        page = pages.read_text(encoding="utf-8").strip()
        self.assertIn(f"user_code={code}", page)
        self.assertIn("Never enter a code", texts())
        self.assertIn("connected", type_code(page))
        desktop.wait_for_window(demo.MAIN)

    def test_code_beside_a_browser_that_does_not_come_back(self):
        pages = pathlib.Path(os.environ["HOME"], "lost")
        self.open(environment=path_with_browser(f'echo "$1" > {pages}.new; mv {pages}.new {pages}'))
        press("Continue in your browser")
        desktop.wait_for("the code", shown_code, patience=40)  # It appears after 20 seconds, without a click.
        self.assertIsNotNone(desktop.find("latchkey", desktop.WINDOW, "Copy the link of this sign-in"))
        pages.unlink()
        press("Open the page for the code")
        desktop.wait_for("the page", pages.exists)
        type_code(pages.read_text(encoding="utf-8").strip())
        desktop.wait_for_window(demo.MAIN)

    def test_token_created_at_the_demo(self):
        pages = pathlib.Path(os.environ["HOME"], "tokens")
        self.open(environment=path_with_browser(f'echo "$1" > {pages}.new; mv {pages}.new {pages}'))
        press("Paste a token")
        press("Make a token")
        desktop.wait_for("the page", pages.exists)
        desktop.click(desktop.wait_for_control("latchkey", desktop.WINDOW, "Token"))
        enter(make_token(pages.read_text(encoding="utf-8").strip()))
        press(f"Sign in as {demo.USER}")
        desktop.wait_for_window(demo.MAIN)

    def test_token(self):
        server = git_server.Server(os.environ["HOME"])
        self.addCleanup(server.close)
        provider = f"ghes@{server.host}"
        self.addCleanup(desktop.run, PROGRAM, "sign-out", "--provider", provider)
        self.open("--provider", provider)
        press("Paste a token")
        enter("ghp_wrong")
        desktop.wait_for("a sentence", lambda: "does not accept this token" in texts())
        enter(server.issue()["access_token"])
        press(f"Sign in as {git_server.LOGIN}")
        desktop.wait_for_window(f"{git_server.LOGIN} — Latchkey")

    def test_connecting_another_server(self):
        server = git_server.Server(os.environ["HOME"])
        self.addCleanup(server.close)
        provider = f"ghes@{server.host}"
        self.addCleanup(desktop.run, PROGRAM, "sign-out", "--provider", provider)
        opened = pathlib.Path(os.environ["HOME"], "form")
        self.open("--provider", provider, environment=path_with_browser(f'echo "$1" >> {opened}'))
        press("Connect your own app")
        press("Open the form for registering")
        enter("Iv1.latchkey")
        press("Use another device")
        desktop.wait_for_window(f"{git_server.LOGIN} — Latchkey")
        self.assertIn("/settings/applications/new", opened.read_text(encoding="utf-8"))

    def test_a_wrong_host_is_explained_and_a_right_one_accepted(self):
        self.open("--provider", "gitlab")
        press("Back")
        press("Another server")
        desktop.wait_for_control("latchkey", desktop.WINDOW, "Continue with this server")
        desktop.type_text("Gitea")
        desktop.key("Tab")
        enter("tea example")
        desktop.wait_for("a sentence", lambda: "spaces" in texts())
        enter("tea.example")
        desktop.wait_for("the host", lambda: "tea.example" in texts() and "Connect Latchkey to Gitea" in texts())

    def test_fresh_start_leads_to_a_token_form_in_two_presses(self):
        pages = pathlib.Path(os.environ["HOME"], "form-for-tokens")
        latchkey = desktop.Latchkey(PROGRAM, environment={
            **SURROUNDINGS, **path_with_browser(f'echo "$1" > {pages}.new; mv {pages}.new {pages}')})
        self.addCleanup(latchkey.__exit__)
        desktop.focus(demo.GATE)
        desktop.wait_for("the welcome", lambda: "Welcome to Latchkey" in texts())
        press("GitHub")
        press("Create a token on GitHub")
        desktop.wait_for("the form", pages.exists)
        page = pages.read_text(encoding="utf-8")
        self.assertIn("https://github.com/settings/tokens/new?", page)
        self.assertIn("scopes=read:user", page)
        desktop.wait_for_control("latchkey", desktop.WINDOW, "Token")

    def test_cancel_leads_back_from_each_way(self):
        self.open(environment=path_with_browser("exit 0"))
        for way, sign in (("Continue in your browser", "Cancel"), ("Use another device", "Copy code"), ("Paste a token", "Token")):
            press(way)
            desktop.wait_for_control("latchkey", desktop.WINDOW, sign)
            desktop.key("Escape")
            desktop.wait_for_control("latchkey", desktop.WINDOW, "Paste a token")

    def test_over_ssh_the_code_is_first(self):
        self.open(environment={"SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"})
        desktop.wait_for_control("latchkey", desktop.WINDOW, "Use another device")
        desktop.key("Return")
        desktop.wait_for("the code", shown_code)

    def test_terminal(self):
        command = subprocess.Popen([PROGRAM, "--demo", "sign-in", "--method", "browser"], stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True, env={**os.environ, **signing_browser()})
        output, errors = command.communicate(timeout=desktop.PATIENCE)
        self.assertEqual(command.returncode, 0, errors)
        self.assertIn(f"as {demo.USER}", output)
        self.assertIn("http://127.0.0.1:", errors)
        token = desktop.run(PROGRAM, "--demo", "token").stdout
        self.assertRegex(token, r"^\S{20,}\n$")


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main(verbosity=2)

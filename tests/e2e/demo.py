# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps of a person who signs in at the demo provider."""

import desktop

GATE = "Sign in — Latchkey"
LOGIN_VIEW = "Sign-in page — Latchkey"
USER = "ada-demo"
PASSWORD = "open sesame"
MAIN = f"{USER} — Latchkey"


def open_login_page():
    """Clicks “Sign in” and waits for the form."""
    desktop.focus(GATE)
    desktop.click(desktop.wait_for_control("latchkey", desktop.WINDOW, "Sign in in a Latchkey window"))
    desktop.focus(LOGIN_VIEW)
    wait_for_login_form()


def wait_for_login_form():
    """The form focuses its button once it is there."""
    desktop.wait_for_focus(desktop.wait_for_control("latchkey-login-view", desktop.PAGE, "Sign in", "button"))


def submit_login_form():
    """Presses Enter on the focused button: the form is filled in."""
    desktop.wait_for_control("latchkey-login-view", desktop.PAGE, "Sign in", "button")
    desktop.key("Return")


def type_into_login_form(user=USER, password=PASSWORD):
    """Types over what is filled in and presses Enter."""
    desktop.key("shift+Tab")
    desktop.key("shift+Tab")
    desktop.type_text(user)
    desktop.key("Tab")
    desktop.type_text(password)
    desktop.key("Return")


def authorize():
    """Presses Enter on the focused Authorize button."""
    desktop.wait_for_control("latchkey-login-view", desktop.PAGE, "Authorize Latchkey", "button")
    desktop.key("Return")


def press(name, role=None):
    """Presses a control of the window as assistive technology does."""
    desktop.act(desktop.wait_for_control("latchkey", desktop.WINDOW, name, role))


def sign_out():
    """Signs out by the account popover, and confirms it."""
    desktop.focus(MAIN)
    desktop.key("F10")
    press("Sign out…", "button")
    press("Sign out", "button")


def sign_in():
    open_login_page()
    submit_login_form()
    authorize()
    return desktop.wait_for_window(MAIN)

# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Searches everything that a run leaves behind or exposes for the secrets that occurred in it.

test_leaks.py LATCHKEY; under tests/support/with-keyring and tests/support/with-display.
"""

import base64
import json
import os
import pathlib
import re
import sys
import unittest

import demo
import desktop

PROGRAM = ""

# Turns on all log categories of Latchkey and Qt.
TALKATIVE = {"QT_LOGGING_RULES": "*.debug=true;*.info=true;qt.accessibility.*=false;qt.text.*=false;qt.qpa.*=false"}


def entry_in_keyring():
    """The account's entry, read by libsecret's secret-tool. QtKeychain writes base64."""
    entry = desktop.run("secret-tool", "lookup", "server", "io.github.latchkey.Latchkey").stdout
    return json.loads(base64.b64decode(entry))


def let_access_tokens_expire():
    """Edits the demo provider's file, so that it answers 401 to the last run's token."""
    ledger = pathlib.Path(os.environ["XDG_DATA_HOME"], "latchkey-demo", "ledger.json")
    content = json.loads(ledger.read_text(encoding="utf-8"))
    for grant in content["grants"]:
        grant["access_expiry"] = "2020-01-01T00:00:00.000Z"
    ledger.write_text(json.dumps(content), encoding="utf-8")


def descendants(process):
    """The process and its descendants."""
    children = {}
    for status in pathlib.Path("/proc").glob("[0-9]*/status"):
        try:
            parent = int(re.search(r"^PPid:\s*(\d+)$", status.read_text(), re.MULTILINE)[1])
        except (OSError, TypeError):
            continue
        children.setdefault(parent, []).append(int(status.parent.name))
    found = [process]
    for known in found:
        found.extend(children.get(known, []))
    return found


def seen_from_outside(process):
    """What the user's other processes can read of the application and its children: arguments and environment."""
    seen = {}
    for number in descendants(process):
        for name in ("cmdline", "environ"):
            try:
                seen[f"/proc/{number}/{name}"] = pathlib.Path(f"/proc/{number}/{name}").read_bytes()
            except OSError:
                continue
    return seen


def files_left_behind():
    """All files in HOME and the XDG folders, except the keyring itself."""
    folders = {os.environ[name] for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")}
    left = {}
    for folder in folders:
        for file in pathlib.Path(folder).rglob("*"):
            if file.is_file() and "keyrings" not in file.parts:
                left[str(file)] = file.read_bytes()
    return left


class Leaks(unittest.TestCase):
    def setUp(self):
        self.secrets = {}
        self.log_path = pathlib.Path(os.environ["HOME"]).parent / "log"

    def tearDown(self):
        desktop.run(PROGRAM, "--demo", "sign-out")

    def note_tokens(self, when):
        entry = entry_in_keyring()
        for name in ("access_token", "refresh_token"):
            self.assertGreater(len(entry[name]), 20)
            self.secrets[f"{name} {when}"] = entry[name].encode()

    def search(self, places):
        self.assertGreater(len(places), 0)
        for place, content in places.items():
            for name, secret in self.secrets.items():
                self.assertNotIn(secret, content, f"{name} is in {place}")
            self.assertNotIn(demo.PASSWORD.encode(), content, f"the password is in {place}")

    def test_a_full_run_leaves_no_secret_anywhere(self):
        with open(self.log_path, "wb") as log:
            with desktop.Latchkey(PROGRAM, "--demo", environment=TALKATIVE, output=log) as latchkey:
                demo.open_login_page()
                demo.submit_login_form()
                self.search(seen_from_outside(latchkey.process.pid))
                demo.authorize()
                desktop.wait_for_window(demo.MAIN)
                desktop.wait_for("the profile", lambda: "Updated" in desktop.texts("latchkey"))
                self.note_tokens("after the sign-in")
                self.search(seen_from_outside(latchkey.process.pid))
                desktop.focus(demo.MAIN)
                latchkey.quit()
            let_access_tokens_expire()
            with desktop.Latchkey(PROGRAM, "--demo", environment=TALKATIVE, output=log) as latchkey:
                desktop.wait_for_window(demo.MAIN)
                before = self.secrets["access_token after the sign-in"].decode()
                desktop.wait_for("new tokens", lambda: entry_in_keyring()["access_token"] != before)
                desktop.wait_for("the profile", lambda: "Updated just now" in desktop.texts("latchkey"))
                self.note_tokens("after the refresh")
                self.search(seen_from_outside(latchkey.process.pid))
                self.search(files_left_behind())
                desktop.focus(demo.MAIN)
                demo.sign_out()
                desktop.wait_for_window(demo.GATE)
        self.assertEqual(len(set(self.secrets.values())), 4)
        self.search(files_left_behind())
        written = self.log_path.read_bytes()
        self.assertIn(b"latchkey.", written, "the log categories are off")
        self.search({"the log": written})
        for pattern in (rb"[?&]code=[^*]", rb"[?&]state=[^*]", rb"code_verifier=[^*]", rb"gh[a-z]_[A-Za-z0-9]{16}"):
            self.assertIsNone(re.search(pattern, written), pattern)

    def test_faults_leave_no_secret_in_the_log(self):
        with open(self.log_path, "wb") as log:
            with desktop.Latchkey(PROGRAM, "--demo", environment=TALKATIVE, output=log):
                demo.open_login_page()
                demo.submit_login_form()
                desktop.click(desktop.wait_for_control("latchkey-login-view", desktop.PAGE, "Cancel", "button"))
                desktop.wait_for_control("latchkey", desktop.WINDOW, "Sign in in a Latchkey window")
                demo.sign_in()
                self.note_tokens("after a declined consent")
        written = self.log_path.read_bytes()
        self.search({"the log": written})
        self.search(files_left_behind())


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main(verbosity=2)

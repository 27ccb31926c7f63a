# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Feeds names that act on a terminal through every command, from a server that sends them wherever it can.

test_hostile_names.py LATCHKEY [CASE]; under tests/support/with-keyring. Needs no display.
"""

import json
import sys
import unicodedata
import unittest

import oauth_server
import terminal

PROGRAM = ""
# A title, a color, a cleared screen, C1's CSI, the right-to-left override and isolate, an invisible tag, a line of its own.
HOSTILE = "\x1b]0;other title\x07\x1b[31m\x1b[2J\x9b31m\u202egnp.exe\u2066\u200b\U000e0041\x7f\nlatchkey: fake\r"


class Handler(oauth_server.Handler):
    def do_GET(self):
        path = self.note()
        if path == oauth_server.USER and self.server.is_kind:
            return self.answer({"id": 7, "login": "ada" + HOSTILE, "name": "Ada " + HOSTILE})
        return self.answer({"message": "no " + HOSTILE, "documentation_url": HOSTILE}, 403)

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        path = self.note()
        if not self.server.is_kind:
            return self.answer({"error": "odd" + HOSTILE, "error_description": "no " + HOSTILE, "error_uri": HOSTILE}, 400)
        if path == oauth_server.DEVICE:
            return self.answer({"device_code": "device", "user_code": "WDJB" + HOSTILE, "interval": 1, "expires_in": 900,
                                "verification_uri": self.server.origin + "/login"})
        if path == oauth_server.TOKEN:
            return self.answer({**self.server.issue(), "scope": "read:user " + HOSTILE.replace(" ", "")})
        return self.answer({})

    def send_header(self, keyword, value):
        super().send_header(keyword, value)
        if keyword == "Content-Type":
            super().send_header("X-OAuth-Scopes", "repo, \x1b[31m\x9bevil")


class HostileNames(unittest.TestCase):
    def setUp(self):
        self.server = oauth_server.Server()
        self.server.RequestHandlerClass = Handler
        self.server.is_kind = True
        self.addCleanup(self.server.close)
        terminal.write_provider({**self.server.provider(), "name": "Ac\u202eme\x9b31m"})
        self.latchkey = terminal.Latchkey(PROGRAM)

    def run_clean(self, *arguments, text=None, code=None):
        """Runs a command, with the log, and looks at every character of what it prints."""
        environment = self.latchkey.environment(QT_LOGGING_RULES="latchkey.*=true")
        done = self.latchkey.run(*arguments, text=text, env=environment, encoding="utf-8")
        for name, stream in (("standard output", done.stdout), ("standard error", done.stderr)):
            odd = {f"U+{ord(c):04X}" for c in stream if c != "\n" and unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
            self.assertFalse(odd, f"{odd} in {name} of {arguments}: {stream!r}")
            self.assertNotIn("\nlatchkey: fake", "\n" + stream)
        if code is not None:
            self.assertEqual(done.returncode, code, done.stderr)
        return done

    def sign_in(self):
        self.run_clean("sign-in", "--method", "token", "--provider", "acme", text=self.server.issue()["access_token"], code=0)

    def test_what_a_server_calls_people_acts_on_no_terminal(self):
        self.sign_in()
        self.assertIn("as ada", self.run_clean("status", code=0).stdout)
        accounts = json.loads(self.run_clean("status", "--json", code=0).stdout)["accounts"]
        self.assertTrue(accounts[0]["login"].startswith("ada"))
        self.run_clean("diagnose", "--provider", "acme")
        self.run_clean("token", code=0)
        self.run_clean("token", "--account", "ada" + HOSTILE)
        self.run_clean("sign-out", "--account", "nobody" + HOSTILE, code=4)
        self.run_clean("sign-out")
        self.sign_in()
        self.run_clean("sign-out", "--everywhere")

    def test_git_gets_no_name_that_is_not_the_servers(self):
        self.sign_in()
        question = f"protocol=http\nhost={self.server.host}\n\n"
        done = self.run_clean("git-credential", "get", text=question, code=1)
        self.assertEqual(done.stdout, "")
        self.assertIn("control character", done.stderr)
        self.run_clean("sign-out")

    def test_codes_and_scopes_of_a_server_act_on_no_terminal(self):
        self.run_clean("sign-in", "--method", "device", "--provider", "acme")
        self.run_clean("status")
        self.run_clean("status", "--json")
        self.run_clean("sign-out")

    def test_refusals_of_a_server_act_on_no_terminal(self):
        self.server.is_kind = False
        self.run_clean("sign-in", "--method", "device", "--provider", "acme", code=1)
        self.run_clean("sign-in", "--method", "token", "--provider", "acme", text="token", code=1)
        self.run_clean("diagnose", "--provider", "acme")

    def test_a_refused_sign_out_acts_on_no_terminal(self):
        self.sign_in()
        self.server.is_kind = False
        self.run_clean("sign-out")

    def test_arguments_act_on_no_terminal(self):
        for arguments in ((HOSTILE,), ("--method", HOSTILE), ("--provider", HOSTILE, "diagnose"), ("status", HOSTILE),
                          ("--" + HOSTILE,), ("token", "--account", HOSTILE)):
            done = self.run_clean(*arguments)
            self.assertNotEqual(done.returncode, 0)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()

# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests what commands say of a proxy that lets nothing through.

test_proxy.py LATCHKEY [CASE]; under tests/support/with-keyring. Needs no display.
"""

import sys
import unittest

import terminal
from scripted_proxy import ScriptedProxy

PROGRAM = ""
NTLM = b"Proxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM\r\n"


def refusal(status, headers=b""):
    return b"HTTP/1.1 " + status + b"\r\n" + headers + b"Content-Length: 0\r\nConnection: close\r\n\r\n"


CASES = [
    (refusal(b"403 Forbidden"), "refused to connect"),
    (refusal(b"502 Bad Gateway"), "cannot reach"),
    (refusal(b"407 Proxy Authentication Required", NTLM), "requires NTLM or Kerberos"),
    (refusal(b"407 Proxy Authentication Required", b'Proxy-Authenticate: Basic realm="x"\r\n'), "does not accept your name"),
    (b"", "closed the connection"),
    (b"\0garbage\r\n\r\n", "is not an HTTP proxy"),
    (None, "does not answer"),
]


class Proxy(unittest.TestCase):
    def setUp(self):
        self.latchkey = terminal.Latchkey(PROGRAM)
        terminal.write_provider({"id": "acme", "name": "Acme", "api": "oidc", "client_id": "x",
                                 "authorization_endpoint": "https://latchkey.invalid/authorize",
                                 "token_endpoint": "https://latchkey.invalid/token",
                                 "userinfo_endpoint": "https://latchkey.invalid/userinfo"})

    def run_behind(self, url, *arguments, text=None):
        environment = self.latchkey.environment(https_proxy=url, no_proxy="")
        for name in ("HTTPS_PROXY", "all_proxy", "ALL_PROXY", "NO_PROXY"):
            environment.pop(name, None)
        done = self.latchkey.run(*arguments, "--provider", "acme", text=text, env=environment)
        self.assertNotIn("sesame", done.stdout + done.stderr)
        self.assertNotIn("ada", done.stdout + done.stderr)
        return done

    def test_the_proxy_is_named_with_what_it_did(self):
        for answer, words in CASES:
            with self.subTest(words):
                proxy = ScriptedProxy(answer)
                self.addCleanup(proxy.close)
                done = self.run_behind(f"http://ada:sesame@{proxy.name}", "sign-in", "--method", "token", text="token\n")
                self.assertEqual(done.returncode, 1)
                self.assertIn(proxy.name, done.stderr)
                self.assertIn(words, done.stderr)
                self.assertIn(len(proxy.heads), (1, 2, 3))

    def test_the_diagnosis_says_how_the_proxy_fails(self):
        for answer, words in CASES:
            with self.subTest(words):
                proxy = ScriptedProxy(answer)
                self.addCleanup(proxy.close)
                done = self.run_behind(f"http://ada:sesame@{proxy.name}", "diagnose")
                self.assertEqual(done.returncode, 1)
                (line,) = [line for line in done.stdout.splitlines() if "Proxy: " in line]
                self.assertRegex(line, f"^failed +Proxy: .*{proxy.name}")
                self.assertIn(words, line)
                self.assertIn(len(proxy.heads), (1, 2, 3))
                self.assertNotIn("***", done.stdout)  # No advice looks like a secret.

    def test_a_proxy_that_is_not_there_is_named(self):
        for name, words in (("127.0.0.1:1", "cannot be reached"), ("proxy.invalid:3128", "was not found")):
            for scheme in ("http", "socks5h"):
                with self.subTest(scheme + " " + words):
                    done = self.run_behind(f"{scheme}://ada:sesame@{name}", "sign-in", "--method", "token", text="token\n")
                    self.assertEqual(done.returncode, 1)
                    self.assertIn(f"The proxy {name} ", done.stderr)
                    if scheme == "http":
                        self.assertIn(words, done.stderr)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()

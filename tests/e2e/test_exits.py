# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs every command many times beside busy loops. No signal may end one, as heap corruption at exit would.

test_exits.py LATCHKEY; under tests/support/with-keyring. LATCHKEY_RUNS is the number of runs of each.
"""

import concurrent.futures
import os
import signal
import subprocess
import sys
import unittest

import oauth_server
import terminal

PROGRAM = ""
RUNS = int(os.environ.get("LATCHKEY_RUNS", "30"))


class Exits(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.latchkey = terminal.Latchkey(PROGRAM)
        cls.server = oauth_server.Server()
        terminal.write_provider(cls.server.provider())
        done = cls.latchkey.run("sign-in", "--provider", "acme")
        assert done.returncode == 0, done.stderr
        cls.token = cls.latchkey.run("token").stdout.strip()
        cls.busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2)]

    @classmethod
    def tearDownClass(cls):
        for loop in cls.busy:
            loop.kill()
            loop.wait()
        cls.server.close()

    def repeat(self, code, *arguments, text=None, run=None):
        run = run or (lambda: self.latchkey.run(*arguments, text=text).returncode)
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            codes = list(pool.map(lambda _: run(), range(RUNS)))
        self.assertEqual({each: codes.count(each) for each in set(codes)}, {code: RUNS})

    def git(self, operation, host, password=""):
        question = f"protocol=http\nhost={host}\nusername=ada\npassword={password}\n\n"
        self.repeat(0, "git-credential", operation, text=question)

    def ours(self):
        return self.server.origin.removeprefix("http://")

    def test_token(self):
        self.repeat(0, "token")

    def test_token_without_an_account(self):
        self.repeat(4, "token", "--account", "nobody")

    def test_git_credential_get(self):
        self.git("get", self.ours())

    def test_git_credential_get_for_another_host(self):
        self.git("get", "127.0.0.1:1")

    def test_git_credential_store(self):
        self.git("store", self.ours(), self.token)

    def test_git_credential_store_for_another_host(self):
        self.git("store", "127.0.0.1:1", "secret")

    def test_git_credential_erase(self):
        self.git("erase", self.ours(), "not in use")

    def test_git_credential_erase_for_another_host(self):
        self.git("erase", "127.0.0.1:1", "secret")

    def test_unreadable_request_of_git(self):
        self.repeat(1, "git-credential", "get", text="protocol=http\nhost=a\nhost=b\n")

    def test_status(self):
        self.repeat(0, "status")

    def test_status_as_json(self):
        self.repeat(0, "status", "--json")

    def test_diagnose(self):
        # A build without the login view reports it as missing.
        codes = {self.latchkey.run("diagnose").returncode}
        self.assertLessEqual(codes, {0, 1})
        self.repeat(codes.pop(), "diagnose")

    def test_sign_out_without_an_account(self):
        self.repeat(4, "sign-out", "--account", "nobody")

    def test_sign_in_with_closed_input(self):
        self.repeat(1, run=lambda: self.latchkey.run("sign-in", "--method", "token", "--provider", "acme",
                                                     stdin=subprocess.DEVNULL).returncode)

    def test_help(self):
        self.repeat(0, "--help")

    def test_wrong_usage(self):
        self.repeat(2, "token", "--json")

    def test_closing_the_window_at_once(self):
        def open_and_close():
            process = self.latchkey.start()
            terminal.wait_for("the handler of signals", lambda: catches(process, signal.SIGTERM))
            process.terminate()
            process.communicate(timeout=terminal.PATIENCE)
            return process.returncode

        for _ in range(RUNS):  # One at a time: a second start would hand over to the first.
            self.assertEqual(open_and_close(), 0)


def catches(process, number):
    """True once the process handles the signal instead of being killed by it."""
    if process.poll() is not None:
        raise AssertionError(process.communicate())
    with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
        caught = next(line for line in status if line.startswith("SigCgt:"))
    return int(caught.split()[1], 16) >> (number - 1) & 1


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main(verbosity=2)

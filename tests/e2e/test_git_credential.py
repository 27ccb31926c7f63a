# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests the real Git with Latchkey as its credential helper, at a server that checks credentials. Needs no display.

test_git_credential.py LATCHKEY; under tests/support/with-keyring.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import git_server

PROGRAM = ""
PATIENCE = 60


def run(*command, cwd=None, text=None, **variables):
    """A session without a language and a desktop, such as cron's. There must be no warning about that."""
    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C"}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "GIT_ASKPASS", "SSH_ASKPASS"):
        environment.pop(name, None)
    environment.update(variables)
    return subprocess.run(command, cwd=cwd, input=text, env=environment, capture_output=True, text=True, timeout=PATIENCE)


def latchkey(*arguments, text=None):
    return run(PROGRAM, *arguments, text=text)


def only_token(server):
    (token,) = server.access_tokens
    return token


class GitCredential(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name)
        self.server = git_server.Server(self.folder / "served")
        self.provider = f"ghes@{self.server.host}"
        self.url = f"http://{self.server.host}/work.git"
        self.git("init", "-q", "--bare", "-b", "main", str(self.folder / "served" / "work.git"))
        self.git("config", "--global", "credential.helper", f"!{PROGRAM} git-credential")
        self.git("config", "--global", "user.name", "Ada")
        self.git("config", "--global", "user.email", "ada@example.org")
        self.write_registration()

    def tearDown(self):
        latchkey("sign-out", "--provider", self.provider)
        self.server.close()
        self.temporary.cleanup()

    def write_registration(self):
        folder = pathlib.Path(os.environ["XDG_CONFIG_HOME"], "latchkey", "providers")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "test.json").write_text(json.dumps({"id": self.provider, "client_id": "latchkey"}), encoding="utf-8")

    def git(self, *arguments, cwd=None):
        done = run("git", *arguments, cwd=cwd)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def sign_in(self):
        done = latchkey("sign-in", "--provider", self.provider)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done

    def clone(self):
        copy = self.folder / "copy"
        self.git("clone", "-q", self.url, str(copy))
        return copy

    def commit(self, copy, name):
        (copy / name).write_text(name, encoding="utf-8")
        self.git("add", name, cwd=copy)
        self.git("commit", "-q", "-m", name, cwd=copy)

    def served_files(self):
        return self.git("--git-dir", str(self.folder / "served" / "work.git"), "ls-tree", "--name-only", "main").split()

    def test_without_a_display_the_code_is_used(self):
        done = self.sign_in()
        self.assertIn("WDJB-MJHT", done.stderr)
        self.assertIn(f"http://{self.server.host}/login/device", done.stderr)
        self.assertIn(f"as {git_server.LOGIN}. Scopes: read:user", done.stdout)

    def test_token_is_printed_alone(self):
        self.sign_in()
        self.assertEqual(latchkey("token").stdout, only_token(self.server) + "\n")

    def test_clones_and_pushes_with_the_session(self):
        self.sign_in()
        copy = self.clone()
        self.commit(copy, "a.txt")
        self.git("push", "-q", "origin", "HEAD:main", cwd=copy)
        self.assertEqual(self.served_files(), ["a.txt"])
        self.assertGreater(self.server.refusals, 0)  # Git first sends no credentials, so the server does check.

    def test_refused_token_is_replaced_for_the_next_try(self):
        self.sign_in()
        copy = self.clone()
        self.commit(copy, "a.txt")
        old = only_token(self.server)
        self.server.access_tokens.clear()
        self.assertNotEqual(run("git", "push", "-q", "origin", "HEAD:main", cwd=copy).returncode, 0)
        self.git("push", "-q", "origin", "HEAD:main", cwd=copy)
        self.assertEqual(self.served_files(), ["a.txt"])
        self.assertNotEqual(only_token(self.server), old)

    def test_without_an_account_git_gets_nothing_and_says_so(self):
        done = run("git", "clone", "-q", self.url, str(self.folder / "copy"))
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("could not read Username", done.stderr)

    def test_other_hosts_get_nothing(self):
        self.sign_in()
        for host in ("github.com", "127.0.0.1:1", "127.0.0.1"):
            done = latchkey("git-credential", "get", text=f"protocol=http\nhost={host}\n\n")
            self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""), host)

    def test_another_users_runtime_folder_causes_no_warning(self):
        done = run(PROGRAM, "git-credential", "get", text="protocol=https\nhost=github.com\n\n", XDG_RUNTIME_DIR="/")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def test_no_request_for_another_host_gets_the_token(self):
        """What a hostile server can make Git, or another program, send: see gitcredentials(7)."""
        self.sign_in()
        ours = f"host={self.server.host}"
        foreign = "protocol=http\nhost=evil.example.net\n"
        questions = {f"a line cut after {size}": foreign + "wwwauth[]=".ljust(size, "A") + ours + "\n\n"
                     for limit in (1024, 4096, 8192, 16384, 65536) for size in (limit - 1, limit)}
        questions |= {
            "a second host": foreign + ours + "\nprotocol=http\n\n",
            "a second host first": f"protocol=http\n{ours}\nhost=evil.example.net\n\n",
            "a carriage return": f"protocol=http\nhost=evil.example.net\r{ours}\n\n",
            "a carriage return at the end": f"protocol=http\n{ours}\r\n\n",
            "NUL": f"protocol=http\n{ours}\0.evil.example.net\n\n",
            "NUL before": f"protocol=http\nhost=evil.example.net\0\n{ours}\n\n",
            "too many lines": foreign + "x=y\n" * 200 + "protocol=http\n" + ours + "\n\n",
            "after the end": foreign + f"\nprotocol=http\n{ours}\n\n",
        }
        for name, question in questions.items():
            for operation in ("get", "store", "erase"):
                with self.subTest(name=name, operation=operation):
                    done = latchkey("git-credential", operation, text=question)
                    self.assertEqual(done.stdout, "")
                    self.assertNotIn("acc_", done.stderr)
        self.assertEqual(latchkey("token").stdout, only_token(self.server) + "\n")

    def test_git_itself_gives_a_hostile_server_nothing(self):
        """With useHttpPath, Git sends the path of the repository's URL as a line of its request."""
        self.sign_in()
        self.git("config", "--global", "credential.useHttpPath", "true")
        hostile = git_server.Hostile()
        self.addCleanup(hostile.close)
        for size in (4095, 4096, 8191, 8192, 16383, 16384):  # Sizes of common read buffers.
            path = "A" * (size - len("path=")) + f"host={self.server.host}"
            run("git", "ls-remote", f"http://{hostile.host}/{path}")
        self.assertGreater(hostile.requests, 0)
        self.assertEqual(hostile.authorizations, [])

    def test_git_gets_an_answer_before_it_closes_the_pipe(self):
        self.sign_in()
        environment = {**os.environ, "LC_ALL": "C"}
        with subprocess.Popen([PROGRAM, "git-credential", "get"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                              env=environment) as process:
            process.stdin.write(f"protocol=http\nhost={self.server.host}\n\n")
            process.stdin.flush()
            self.assertEqual(process.stdout.readline(), f"username={git_server.LOGIN}\n")
            process.stdout.read()

    def test_personal_access_token_is_read_from_standard_input(self):
        token = self.server.issue()["access_token"]
        done = latchkey("sign-in", "--provider", self.provider, "--method", "token", text=f" {token} \n")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(f"as {git_server.LOGIN}", done.stdout)
        self.clone()

    def test_bad_token_is_refused_and_not_stored(self):
        for text, words in (("ghp_wrong\n", "does not accept"), ("a\nb\n", "not a token"), ("", "No token")):
            done = latchkey("sign-in", "--provider", self.provider, "--method", "token", text=text)
            self.assertEqual(done.returncode, 1)
            self.assertIn(words, done.stderr)
            self.assertEqual(done.stdout, "")
        self.assertEqual(latchkey("status").returncode, 4)
        self.assertEqual(latchkey("token", "--provider", self.provider).returncode, 4)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main(verbosity=2)

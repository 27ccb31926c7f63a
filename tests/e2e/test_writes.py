# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Full disks, folders that cannot be created, outputs that accept nothing: no command claims a success that is none.

test_writes.py LATCHKEY; under tests/support/with-keyring.
"""

import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

import oauth_server
import terminal

PROGRAM = ""


def without_room():
    """Simulates a full disk: no file of this process can grow, not even as root."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))


def without_output():
    os.close(1)


class Writes(unittest.TestCase):
    def setUp(self):
        self.latchkey = terminal.Latchkey(PROGRAM)
        self.keyring = terminal.Keyring()
        self.server = oauth_server.Server()
        terminal.write_provider(self.server.provider())
        self.settings = terminal.folder("CONFIG") / "latchkey.conf"

    def tearDown(self):
        self.latchkey.run("sign-out", "--everywhere")
        self.assertEqual(self.keyring.entries(), {})
        self.server.close()
        shutil.rmtree(terminal.folder("CONFIG"))
        shutil.rmtree(terminal.folder("CACHE"), ignore_errors=True)

    def sign_in(self, **more):
        return self.latchkey.run("sign-in", "--provider", "acme", **more)

    def expect_nobody(self, done):
        self.assertEqual((done.returncode, done.stdout), (1, ""), done.stderr)
        self.assertIn(str(self.settings), done.stderr)
        self.assertEqual(self.latchkey.run("status").returncode, 4)
        self.assertEqual(self.keyring.entries(), {})
        self.assertEqual(self.server.grants, {})

    def test_sign_in_on_a_full_disk(self):
        self.expect_nobody(self.sign_in(preexec_fn=without_room))

    def test_sign_in_without_a_writable_folder(self):
        elsewhere = pathlib.Path(os.environ["HOME"], "no-folder")
        elsewhere.write_text("a file", encoding="utf-8")
        environment = self.latchkey.environment(XDG_CONFIG_HOME=str(elsewhere))
        provider = terminal.folder("CONFIG") / "providers" / "acme.json"
        done = self.latchkey.run("sign-in", "--provider", str(provider), env=environment)
        self.settings = elsewhere / "latchkey" / "latchkey.conf"
        self.expect_nobody(done)

    def test_relative_folders_are_ignored(self):
        names = ("CONFIG_HOME", "CACHE_HOME", "DATA_HOME", "STATE_HOME", "RUNTIME_DIR", "CONFIG_DIRS", "DATA_DIRS")
        environment = self.latchkey.environment(**{f"XDG_{name}": "relative" for name in names})
        with tempfile.TemporaryDirectory() as started_from:
            done = self.sign_in(env=environment, cwd=started_from)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(os.listdir(started_from), [])
        self.assertTrue(self.settings.exists(), "it is where the specification says")
        self.assertEqual(len(self.latchkey.accounts()), 1)

    def test_sign_in_where_the_settings_are_a_folder(self):
        self.settings.mkdir()
        done = self.sign_in()
        self.settings.rmdir()
        self.expect_nobody(done)

    def test_a_file_that_another_program_has_damaged_is_no_obstacle(self):
        self.settings.write_bytes(b"\xff\xfe\0[[[\n%%%")
        self.assertEqual(self.sign_in().returncode, 0)
        self.assertEqual(len(self.latchkey.accounts()), 1)

    def test_sign_out_on_a_full_disk(self):
        self.assertEqual(self.sign_in().returncode, 0)
        done = self.latchkey.run("sign-out", preexec_fn=without_room)
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn(str(self.settings), done.stderr)
        self.assertEqual(self.server.grants, {})
        self.assertEqual(self.keyring.entries(), {})
        # The account is still listed. The next sign-out, with room on the disk, removes it.
        self.assertEqual(self.latchkey.run("status").returncode, 1)
        self.latchkey.run("sign-out")
        self.assertEqual(self.latchkey.run("status").returncode, 4)

    def test_sign_in_again_on_a_full_disk_keeps_the_account(self):
        self.assertEqual(self.sign_in().returncode, 0)
        self.assertEqual(self.sign_in(preexec_fn=without_room).returncode, 0)
        self.expect_one_account()

    def test_refresh_on_a_full_disk(self):
        self.server.lifetime = 1
        self.assertEqual(self.sign_in().returncode, 0)
        self.server.lifetime = 28800
        done = self.latchkey.run("token", preexec_fn=without_room)
        self.assertEqual(done.returncode, 0, done.stderr)  # The keychain is on another disk.
        self.expect_one_account()

    def expect_one_account(self):
        """A signed-in account whose stored tokens are the last ones that the server issued."""
        self.assertEqual(len(self.latchkey.accounts()), 1)
        (entry,) = self.keyring.entries().values()
        (access,) = self.server.grants
        self.assertIn(access, entry)

    def test_output_that_accepts_nothing(self):
        self.assertEqual(self.sign_in().returncode, 0)
        question = f"protocol=http\nhost={self.server.origin.removeprefix('http://')}\n\n"
        commands = {("token",): "", ("status",): "", ("status", "--json"): "", ("--help",): "", ("--version",): "",
                    ("git-credential", "get"): question, ("diagnose",): ""}
        for arguments, text in commands.items():
            with self.subTest(arguments=arguments, output="full"), open("/dev/full", "w", encoding="utf-8") as full:
                done = self.latchkey.run(*arguments, text=text, stdout=full)
                self.assertEqual(done.returncode, 1)
                self.assertIn("No space left", done.stderr)
            with self.subTest(arguments=arguments, output="closed"):
                done = self.latchkey.run(*arguments, text=text, stdout=None, preexec_fn=without_output)
                self.assertEqual(done.returncode, 1)
                self.assertIn("could not be written", done.stderr)

    def test_sign_in_and_sign_out_report_output_that_accepts_nothing(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            self.assertEqual(self.sign_in(stdout=full).returncode, 1)
            self.assertEqual(len(self.latchkey.accounts()), 1)
            self.assertEqual(self.latchkey.run("sign-out", stdout=full).returncode, 1)
        self.assertEqual(self.latchkey.accounts(), [])

    def test_errors_go_to_standard_error_only(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            self.assertEqual(self.latchkey.run("token", stdout=full).returncode, 4)

    def test_login_view_with_output_that_accepts_nothing(self):
        view = pathlib.Path(PROGRAM).with_name("latchkey-login-view")
        if not view.exists():
            self.skipTest("this build has no login view")
        for argument in ("--version", "--engine"):
            with open("/dev/full", "w", encoding="utf-8") as full:
                done = subprocess.run([view, argument], stdout=full, stderr=subprocess.DEVNULL, check=False)
                self.assertEqual(done.returncode, 1)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main(verbosity=2)

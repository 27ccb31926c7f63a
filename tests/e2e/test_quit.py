# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ends Latchkey with a signal in every step of a sign-in, a refresh and a sign-out, also with a keychain that takes 3
seconds. Tokens must be stored or revoked, and the keychain must have no entry that no command finds.

test_quit.py LATCHKEY; under tests/support/with-keyring.
"""

import json
import shutil
import signal
import sys
import threading
import time
import unittest

import oauth_server
import terminal
from oauth_server import DEVICE, REVOKE, TOKEN, USER

PROGRAM = ""
SLOW = 3  # Seconds that the keychain needs.


class World(unittest.TestCase):
    def setUp(self):
        self.latchkey = terminal.Latchkey(PROGRAM)
        self.keyring = terminal.Keyring()
        self.server = oauth_server.Server()
        terminal.write_provider(self.server.provider())

    def tearDown(self):
        self.server.before.clear()
        self.latchkey.run("sign-out", "--everywhere")
        self.server.close()
        self.keyring.clear()
        shutil.rmtree(terminal.folder("CONFIG"))
        shutil.rmtree(terminal.folder("CACHE"), ignore_errors=True)

    def sign_in(self):
        done = self.latchkey.run("sign-in", "--provider", "acme")
        self.assertEqual(done.returncode, 0, done.stderr)

    def slow_keychain(self):
        """Suspends the keyring for a while."""
        self.keyring.stop()
        timer = threading.Timer(SLOW, self.keyring.go_on)
        timer.start()
        self.addCleanup(timer.join)

    def finish_interrupted_work(self):
        """Starts a command, which finishes earlier work first."""
        self.assertEqual(self.latchkey.run("sign-in", "--method", "token", text="").returncode, 1)

    def expect_revocation(self, process):
        """Verifies that a process revokes the tokens that it cannot store."""
        time.sleep(0.5)
        process.terminate()
        process.wait(timeout=terminal.PATIENCE)
        self.assertEqual(self.server.grants, {})
        self.keyring.go_on()
        self.server.before.clear()
        self.assertEqual(self.expect_sound(process), set())

    def expect_sound(self, process):
        """Verifies that a token is valid at the server if and only if a command finds it."""
        output, errors = process.communicate(timeout=terminal.PATIENCE)
        self.assertGreaterEqual(process.returncode, 0, errors)  # Not killed by the signal: it shut down in order.
        if set(self.keyring.entries()) != {f"acme/{account['id']}" for account in self.latchkey.accounts()}:
            self.assertRegex(self.latchkey.run("status").stderr, "cut short|wait to be revoked",
                             (self.keyring.entries().keys(), output, errors))
            self.finish_interrupted_work()
        listed = {f"acme/{account['id']}" for account in self.latchkey.accounts()}
        entries = self.keyring.entries()
        self.assertEqual(set(entries), listed, (output, errors))
        kept = {access for access in self.server.grants if any(access in entry for entry in entries.values())}
        self.assertEqual(kept, set(self.server.grants), (output, errors))
        return listed


class Terminal(World):
    """Sends SIGINT and SIGTERM to a command."""

    def start_sign_in(self, path, at_least=1):
        """A sign-in that has requested this path and waits for the answer."""
        gate = self.server.hold(path)
        process = self.latchkey.start("sign-in", "--provider", "acme")
        terminal.wait_for(path, lambda: self.server.counts.get(path, 0) >= at_least)
        return process, gate

    def interrupt_sign_in(self, path):
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(signal=number):
                self.server.counts.clear()
                process, gate = self.start_sign_in(path)
                process.send_signal(number)
                time.sleep(0.3)  # Long enough for a program that does not wait to end.
                gate.set()
                self.assertEqual(self.expect_sound(process), set())
                self.assertNotEqual(process.returncode, 0)

    def test_sign_in_asking_for_a_code(self):
        self.interrupt_sign_in(DEVICE)

    def test_sign_in_waiting_for_the_person(self):
        self.server.is_approved = False
        process = self.latchkey.start("sign-in", "--provider", "acme")
        terminal.wait_for("a question", lambda: self.server.counts.get(TOKEN, 0) >= 1)
        process.send_signal(signal.SIGINT)
        self.assertEqual(self.expect_sound(process), set())
        self.assertEqual(process.returncode, 1)

    def test_sign_in_asking_for_tokens(self):
        self.interrupt_sign_in(TOKEN)
        self.assertGreater(self.server.counts.get(REVOKE, 0), 0)

    def test_sign_in_identifying(self):
        self.interrupt_sign_in(USER)
        self.assertGreater(self.server.counts.get(REVOKE, 0), 0)

    def test_sign_in_identifying_with_a_slow_keychain(self):
        process, gate = self.start_sign_in(USER)
        self.slow_keychain()
        process.send_signal(signal.SIGINT)
        time.sleep(0.3)
        gate.set()
        self.assertEqual(self.expect_sound(process), set())

    def test_sign_in_storing(self):
        self.server.before[USER] = self.slow_keychain
        process = self.latchkey.start("sign-in", "--provider", "acme")
        terminal.wait_for("the identity", lambda: self.server.counts.get(USER, 0) >= 1)
        time.sleep(0.5)
        process.send_signal(signal.SIGTERM)
        self.assertEqual(self.expect_sound(process), {"acme/7"})
        self.assertEqual(process.returncode, 0)

    def test_sign_in_storing_in_a_keychain_that_hangs(self):
        self.server.before[USER] = self.keyring.stop
        process = self.latchkey.start("sign-in", "--provider", "acme")
        terminal.wait_for("the identity", lambda: self.server.counts.get(USER, 0) >= 1)
        self.expect_revocation(process)

    def test_sign_in_again_storing(self):
        self.sign_in()
        self.server.counts.clear()
        self.test_sign_in_storing()

    def test_refresh(self):
        self.server.lifetime = 1
        self.sign_in()
        self.server.lifetime = 28800
        for slow in (False, True):
            with self.subTest(slow=slow):
                self.server.counts.clear()
                gate = self.server.hold(TOKEN)
                time.sleep(1.2)
                process = self.latchkey.start("token")
                terminal.wait_for("the refresh", lambda: self.server.counts.get(TOKEN, 0) >= 1)
                if slow:
                    self.slow_keychain()
                process.send_signal(signal.SIGTERM)
                time.sleep(0.3)
                gate.set()
                self.assertEqual(self.expect_sound(process), {"acme/7"})
                self.server.before.clear()
                self.server.lifetime = 1
                self.sign_in()
                self.server.lifetime = 28800

    def test_sign_out_revoking(self):
        for slow in (False, True):
            with self.subTest(slow=slow):
                self.sign_in()
                self.server.counts.clear()
                gate = self.server.hold(REVOKE)
                process = self.latchkey.start("sign-out")
                terminal.wait_for("the revocation", lambda: self.server.counts.get(REVOKE, 0) >= 1)
                if slow:
                    self.slow_keychain()
                process.send_signal(signal.SIGTERM)
                time.sleep(0.3)
                gate.set()
                self.assertEqual(self.expect_sound(process), set())
                self.server.before.clear()

    def test_sign_out_removing(self):
        self.sign_in()
        self.server.before[REVOKE] = self.slow_keychain
        process = self.latchkey.start("sign-out")
        terminal.wait_for("the revocation", lambda: self.server.counts.get(REVOKE, 0) >= 1)
        time.sleep(0.2)
        self.server.before.clear()
        process.send_signal(signal.SIGTERM)
        self.assertEqual(self.expect_sound(process), set())

    def test_a_second_signal_ends_it_at_once(self):
        process, gate = self.start_sign_in(TOKEN)
        process.send_signal(signal.SIGINT)
        time.sleep(0.5)
        self.assertIsNone(process.poll())
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=terminal.PATIENCE)
        self.assertEqual(process.returncode, -signal.SIGINT)
        gate.set()

    def test_killed_anywhere_in_a_sign_in_and_a_sign_out(self):
        """SIGKILL ends a process at once. The next start finishes what was interrupted."""
        for delay in range(0, 60, 4):
            with self.subTest(delay=delay):
                self.server.counts.clear()
                process = self.latchkey.start("sign-in", "--provider", "acme")
                terminal.wait_for("the identity", lambda: self.server.counts.get(USER, 0) >= 1)
                time.sleep(delay / 1000)
                process.kill()
                process.communicate()
                self.finish_interrupted_work()
                entries = self.keyring.entries()
                self.assertEqual(set(entries), {f"acme/{account['id']}" for account in self.latchkey.accounts()})
                self.server.grants = {a: r for a, r in self.server.grants.items()
                                      if any(a in entry for entry in entries.values())}  # Issued, but lost with the process.
                if not entries:
                    self.sign_in()
                process = self.latchkey.start("sign-out")
                terminal.wait_for("the revocation", lambda: self.server.counts.get(REVOKE, 0) >= 1)
                time.sleep(delay / 4000)
                process.kill()
                process.communicate()
                self.finish_interrupted_work()
                entries = self.keyring.entries()
                self.assertEqual(set(entries), {f"acme/{account['id']}" for account in self.latchkey.accounts()})
                # Tokens of a sign-out are invalid, unless the account is still there.
                self.assertEqual([a for a in self.server.grants if not any(a in entry for entry in entries.values())], [])
                self.latchkey.run("sign-out")


class Window(World):
    """Sends SIGTERM to the window, offscreen."""

    def quit_at(self, path, *arguments):
        gate = self.server.hold(path)
        process = self.latchkey.start("--provider", "acme", *arguments)
        terminal.wait_for(path, lambda: self.server.counts.get(path, 0) >= 1)
        process.terminate()
        time.sleep(0.3)
        gate.set()
        return process

    def test_sign_in_asking_for_tokens(self):
        self.assertEqual(self.expect_sound(self.quit_at(TOKEN, "--method", "device")), set())

    def test_sign_in_identifying(self):
        self.assertEqual(self.expect_sound(self.quit_at(USER, "--method", "device")), set())

    def test_sign_in_storing(self):
        self.server.before[USER] = self.slow_keychain
        process = self.latchkey.start("--provider", "acme", "--method", "device")
        terminal.wait_for("the identity", lambda: self.server.counts.get(USER, 0) >= 1)
        self.server.before.clear()
        time.sleep(0.5)
        process.terminate()
        self.assertEqual(self.expect_sound(process), {"acme/7"})
        self.assertEqual(process.returncode, 0)

    def test_sign_in_storing_in_a_keychain_that_hangs(self):
        self.server.before[USER] = self.keyring.stop
        process = self.latchkey.start("--provider", "acme", "--method", "device")
        terminal.wait_for("the identity", lambda: self.server.counts.get(USER, 0) >= 1)
        self.server.before.clear()
        self.expect_revocation(process)

    def test_refresh(self):
        self.server.lifetime = 1
        self.sign_in()
        self.server.lifetime = 28800
        time.sleep(1.2)
        self.server.counts.clear()
        process = self.quit_at(TOKEN)
        self.assertEqual(self.expect_sound(process), {"acme/7"})
        self.assertEqual(process.returncode, 0)

    def test_the_window_finishes_interrupted_work(self):
        self.sign_in()
        settings = terminal.folder("CONFIG") / "latchkey.conf"
        # The state after a process was killed between writing the list and the keychain.
        settings.write_text("[General]\nstray_entries=acme/7\n", encoding="utf-8")
        process = self.latchkey.start()
        terminal.wait_for("the removal", lambda: not self.keyring.entries())
        process.terminate()
        self.assertEqual(self.expect_sound(process), set())


class HungKeychain(World):
    """A keychain that never answers."""

    def setUp(self):
        super().setUp()
        self.sign_in()
        self.keyring.stop()

    def tearDown(self):
        self.keyring.go_on()
        super().tearDown()

    def expect_told(self, *arguments, text=None):
        begin = time.monotonic()
        done = self.latchkey.run(*arguments, text=text)
        self.assertEqual(done.returncode, 1, done)
        self.assertEqual(done.stderr.count("does not answer"), 1, done.stderr)
        self.assertNotIn("Nobody is signed in", done.stdout + done.stderr)
        self.assertLess(time.monotonic() - begin, 30)  # One wait of 10 s, not one for each request.
        return done

    def test_status(self):
        done = self.expect_told("status", "--json")
        self.assertIsNone(json.loads(done.stdout)["signed_in"])

    def test_token(self):
        self.assertEqual(self.expect_told("token").stdout, "")

    def test_git_credential(self):
        host = self.server.origin.removeprefix("http://")
        self.assertEqual(self.expect_told("git-credential", "get", text=f"protocol=http\nhost={host}\n\n").stdout, "")

    def test_sign_out(self):
        self.expect_told("sign-out")

    def test_sign_out_everywhere(self):
        self.expect_told("sign-out", "--everywhere")

    def test_sign_in(self):
        done = self.latchkey.run("sign-in", "--provider", "acme")
        self.assertEqual(done.returncode, 1, done)
        self.assertIn("does not answer", done.stderr)

    def test_diagnose(self):
        done = self.latchkey.run("diagnose")
        self.assertEqual(done.returncode, 1)
        self.assertIn("does not answer", done.stdout)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main(verbosity=2)

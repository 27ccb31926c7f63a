# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests the prompt that hides what is typed, on a real terminal with real shells.

test_terminal.py LATCHKEY [CASE]; under tests/support/with-keyring. Needs no display.
"""

import os
import signal
import sys
import unittest

import terminal
from pseudoterminal import Pseudoterminal

PROGRAM = ""
PROMPT = "it is not shown:"
COMMAND = "sign-in --method token --provider acme"


def state_of(pid):
    """T: stopped."""
    with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
        return file.read().rsplit(")", 1)[1].split()[0]


class OnATerminal(unittest.TestCase):
    def setUp(self):
        terminal.write_provider({"id": "acme", "name": "Acme", "api": "oidc", "client_id": "x",
                                 "authorization_endpoint": "https://latchkey.invalid/authorize",
                                 "token_endpoint": "https://latchkey.invalid/token",
                                 "userinfo_endpoint": "https://latchkey.invalid/userinfo"})

    def open(self, *command):
        environment = {**terminal.Latchkey(PROGRAM).environment(), "LATCHKEY": PROGRAM, "PS1": "$ ", "PS2": "> ",
                       "TERM": "dumb", "HISTFILE": ""}
        opened = Pseudoterminal(command, environment)
        self.addCleanup(opened.close)
        return opened

    def open_prompt(self):
        opened = self.open(PROGRAM, *COMMAND.split())
        opened.wait_for(PROMPT)
        opened.wait_until("hiding", lambda: not opened.has_echo())
        return opened

    def open_shell(self, *shell):
        opened = self.open(*shell)
        opened.wait_for("$ ")
        return opened

    def start_in(self, shell):
        """Starts the command in a shell; returns its process."""
        at = len(shell.seen)
        shell.type(f'"$LATCHKEY" {COMMAND}\n')
        shell.wait_for(PROMPT, at)
        shell.wait_until("hiding", lambda: not shell.has_echo())
        return shell.foreground()


class Signals(OnATerminal):
    def test_a_signal_that_ends_the_prompt_leaves_the_echo_on(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1, signal.SIGALRM):
            with self.subTest(number.name):
                opened = self.open_prompt()
                os.kill(opened.pid, number)
                status = opened.wait_for_end()
                self.assertTrue(os.WIFSIGNALED(status))
                self.assertEqual(os.WTERMSIG(status), number)
                self.assertTrue(opened.has_echo())

    def test_keys_that_end_the_prompt_leave_the_echo_on(self):
        for key, number in ((b"\x03", signal.SIGINT), (b"\x1c", signal.SIGQUIT)):
            with self.subTest(number.name):
                opened = self.open_prompt()
                opened.type(b"secr" + key)
                self.assertEqual(os.WTERMSIG(opened.wait_for_end()), number)
                self.assertTrue(opened.has_echo())
                self.assertNotIn("secr", opened.seen)

    def test_ignored_signals_stay_ignored(self):
        opened = self.open("/bin/sh", "-c", f"trap '' INT; exec {PROGRAM} {COMMAND}")
        opened.wait_for(PROMPT)
        opened.wait_until("hiding", lambda: not opened.has_echo())
        os.kill(opened.pid, signal.SIGINT)
        opened.type("token\n")
        self.assertEqual(os.waitstatus_to_exitcode(opened.wait_for_end()), 1)
        self.assertIn("latchkey: ", opened.seen)
        self.assertTrue(opened.has_echo())

    def test_of_a_stop_and_an_end_at_once_the_end_wins(self):
        opened = self.open_prompt()
        os.kill(opened.pid, signal.SIGSTOP)
        opened.wait_until("the stop", lambda: state_of(opened.pid) == "T")
        os.kill(opened.pid, signal.SIGTERM)
        os.kill(opened.pid, signal.SIGUSR2)
        os.kill(opened.pid, signal.SIGCONT)
        self.assertIn(os.WTERMSIG(opened.wait_for_end()), (signal.SIGTERM, signal.SIGUSR2))
        self.assertTrue(opened.has_echo())

    def test_two_prompts_at_once_leave_the_echo_on(self):
        opened = self.open("/bin/sh", "-c", f'"$LATCHKEY" {COMMAND} </dev/tty & "$LATCHKEY" {COMMAND}; wait')
        at = 0
        for _ in range(2):
            at = opened.wait_for(PROMPT, at)
            opened.wait_until("hiding", lambda: not opened.has_echo())
            opened.type("s3cr3t-token\n")
        opened.wait_for_end()
        self.assertEqual(opened.seen.count("latchkey: "), 2)
        self.assertTrue(opened.has_echo())
        self.assertNotIn("s3cr3t", opened.seen)

    def test_prompts_on_two_terminals_do_not_wait_for_each_other(self):
        for _ in range(2):
            opened = self.open("/bin/sh", "-c", f'"$LATCHKEY" {COMMAND} </dev/tty')
            opened.wait_for(PROMPT)

    def test_the_end_of_the_shell_ends_the_prompt(self):
        shell = self.open_shell("/bin/sh", "-i")
        pid = self.start_in(shell)
        os.kill(shell.pid, signal.SIGKILL)
        terminal.wait_for("the end of the prompt", lambda: not os.path.exists(f"/proc/{pid}/stat") or state_of(pid) == "Z")


class JobControl(OnATerminal):
    """dash leaves the terminal as a job left it; bash repairs it."""

    SHELLS = (("/bin/sh", "-i"), ("/bin/bash", "--norc", "--noediting", "-i"))

    def stop(self, shell, pid):
        shell.type(b"\x1a")
        shell.wait_until("the stop", lambda: state_of(pid) == "T")
        shell.wait_until("the echo", shell.has_echo)

    def go_on(self, shell, pid):
        at = len(shell.seen)
        shell.type("fg\n")
        shell.wait_for(PROMPT, at)
        shell.wait_until("hiding", lambda: not shell.has_echo() and shell.foreground() == pid)

    def finish(self, shell):
        at = len(shell.seen)
        shell.type("s3cr3t-token\n")
        shell.wait_for("latchkey: ", at)
        shell.wait_until("the echo", shell.has_echo)
        self.assertNotIn("s3cr3t", shell.seen)

    def test_a_stopped_prompt_shows_what_is_typed_and_hides_again_after_fg(self):
        for command in self.SHELLS:
            with self.subTest(command[0]):
                shell = self.open_shell(*command)
                pid = self.start_in(shell)
                for _ in range(2):
                    self.stop(shell, pid)
                    at = len(shell.seen)
                    shell.type("echo visi''ble\n")
                    shell.wait_for("visible\r\n", at)
                    self.assertIn("echo visi", shell.seen[at:])
                    self.go_on(shell, pid)
                self.finish(shell)

    def test_a_stop_by_another_process_also_shows_what_is_typed(self):
        shell = self.open_shell("/bin/sh", "-i")
        pid = self.start_in(shell)
        os.kill(pid, signal.SIGTSTP)
        shell.wait_until("the stop", lambda: state_of(pid) == "T")
        self.assertTrue(shell.has_echo())
        self.go_on(shell, pid)
        self.finish(shell)

    def test_after_a_stop_that_cannot_be_handled_it_hides_again(self):
        shell = self.open_shell("/bin/sh", "-i")
        pid = self.start_in(shell)
        os.kill(pid, signal.SIGSTOP)
        shell.wait_until("the stop", lambda: state_of(pid) == "T")
        shell.wait_until("the shell", lambda: shell.foreground() == shell.pid)
        shell.type("stty echo\n")
        shell.wait_until("the echo", shell.has_echo)
        self.go_on(shell, pid)
        self.finish(shell)

    def test_a_job_in_the_background_waits_for_fg_and_leaves_the_terminal_alone(self):
        for command in self.SHELLS:
            with self.subTest(command[0]):
                shell = self.open_shell(*command)
                shell.type(f'"$LATCHKEY" {COMMAND} & echo "pid=$!."\n')
                shell.wait_until("the number", lambda: ".\r\n" in shell.seen.rpartition("\npid=")[2])
                pid = int(shell.seen.rpartition("\npid=")[2].partition(".")[0])
                shell.wait_until("the stop", lambda: state_of(pid) == "T")
                self.assertTrue(shell.has_echo())
                at = len(shell.seen)
                shell.type("bg\n")
                shell.wait_for("$ ", shell.wait_for("bg\r\n", at))
                shell.wait_until("the second stop", lambda: state_of(pid) == "T")
                self.assertTrue(shell.has_echo())
                self.go_on(shell, pid)
                self.finish(shell)


class Input(OnATerminal):
    def ends_with(self, keys, words):
        opened = self.open_prompt()
        opened.type(keys)
        self.assertEqual(os.waitstatus_to_exitcode(opened.wait_for_end()), 1)
        self.assertIn(words, opened.seen)
        self.assertTrue(opened.has_echo())

    def test_what_is_no_token_is_told(self):
        for name, keys, words in (
                ("end of input", b"\x04", "No token came"),
                ("an empty line", b"\n", "No token came"),
                ("blanks", b"  \n", "No token came"),
                ("a line that the terminal cuts", b"x" * 5000 + b"\n", "This is not a token"),
                ("a null", b"tok\0en\n", "This is not a token"),
                ("two words", b"tok en\n", "This is not a token"),
                ("an escape sequence", b"\x1b[A\n", "This is not a token"),
                ("beyond ASCII", "tök\n".encode(), "This is not a token"),
                ("end of input after some letters", b"tok\x04\x04", "not found")):
            with self.subTest(name):
                self.ends_with(keys, words)

    def test_the_rest_of_what_was_pasted_is_not_run_by_the_shell(self):
        shell = self.open_shell("/bin/sh", "-i")
        self.start_in(shell)
        at = len(shell.seen)
        shell.type("token\necho pas''ted\necho pas''ted again\n")
        shell.wait_for("$ ", at)
        shell.type("echo e''nd\n")
        shell.wait_for("end\r\n", at)
        self.assertNotIn("pasted", shell.seen)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()

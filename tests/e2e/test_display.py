# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the window without a display that can be used, and takes one away.

test_display.py LATCHKEY [CASE]; under tests/support/with-keyring. Brings its own display.
"""

import os
import pathlib
import resource
import socket
import subprocess
import sys
import tempfile
import unittest

import oauth_server
import terminal

PROGRAM = ""


def allow_core_files():
    resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)


class Display(unittest.TestCase):
    def setUp(self):
        self.latchkey = terminal.Latchkey(PROGRAM)
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = temporary.name

    def environment(self, **variables):
        environment = self.latchkey.environment()
        environment.pop("QT_QPA_PLATFORM")
        return {**environment, **variables}

    def test_without_a_display_a_sentence_names_the_command(self):
        for variables, words in (({}, "There is no display"),
                                 ({"DISPLAY": ""}, "There is no display"),
                                 ({"DISPLAY": ":4711"}, "“:4711”"),
                                 ({"DISPLAY": "nonsense"}, "“nonsense”"),
                                 ({"WAYLAND_DISPLAY": "wayland-4711"}, "“wayland-4711”"),
                                 ({"WAYLAND_DISPLAY": "wayland-4711", "QT_QPA_PLATFORM": "wayland"}, "“wayland-4711”"),
                                 ({"QT_QPA_PLATFORM": "xcb"}, "There is no display"),
                                 ({"QT_QPA_PLATFORM": "nonsense"}, "“nonsense”, which QT_QPA_PLATFORM names"),
                                 ({"QT_QPA_PLATFORM_PLUGIN_PATH": "/nowhere"}, "There is no display")):
            for arguments in ((), ("--demo",), ("--method", "browser")):
                with self.subTest(f"{variables} {arguments}"):
                    done = self.latchkey.run(*arguments, env=self.environment(**variables), cwd=self.folder,
                                             preexec_fn=allow_core_files)
                    self.assertEqual(done.returncode, 1)
                    self.assertEqual(done.stdout, "")
                    self.assertRegex(done.stderr, r"^latchkey: .*'latchkey sign-in'.*\n$")
                    self.assertIn(words, done.stderr)
                    self.assertEqual(list(pathlib.Path(self.folder).iterdir()), [])

    def test_what_qt_says_of_another_cause_comes_first(self):
        with tempfile.TemporaryDirectory() as libraries:
            (pathlib.Path(libraries) / "libQt6XcbQpa.so.6").touch()  # The platform plugin cannot load it.
            done = self.latchkey.run(env=self.environment(DISPLAY=":4711", LD_LIBRARY_PATH=libraries),
                                     preexec_fn=allow_core_files)
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"(?s)Could not load the Qt platform plugin.*\nlatchkey: .*'latchkey sign-in'.*\n$")

    def test_a_display_that_does_not_answer_is_told(self):
        path = pathlib.Path("/tmp/.X11-unix/X4712")
        path.parent.mkdir(exist_ok=True)
        path.unlink(missing_ok=True)
        with socket.socket(socket.AF_UNIX) as silent:
            silent.bind(str(path))
            self.addCleanup(path.unlink)
            silent.listen()
            done = self.latchkey.run(env=self.environment(DISPLAY=":4712"))
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"^latchkey: .*“:4712”.*'latchkey sign-in'.*\n$")

    def test_commands_need_no_display(self):
        for variables in ({}, {"DISPLAY": ":4711"}, {"QT_QPA_PLATFORM": "nonsense"}):
            done = self.latchkey.run("status", env=self.environment(**variables))
            self.assertIn(done.returncode, (0, 4))
            self.assertEqual(done.stderr, "")

    def test_a_display_that_dies_takes_no_sign_in_along(self):
        server = oauth_server.Server()
        self.addCleanup(server.close)
        terminal.write_provider(server.provider())
        signed_in = self.latchkey.run("sign-in", "--method", "device", "--provider", "acme")
        self.assertEqual(signed_in.returncode, 0, signed_in.stderr)
        reader, writer = os.pipe()
        display = subprocess.Popen(["Xvfb", "-displayfd", str(writer), "-nolisten", "tcp"], pass_fds=(writer,),
                                   stderr=subprocess.DEVNULL)
        self.addCleanup(display.wait)
        self.addCleanup(display.kill)
        number = os.read(reader, 16).decode().strip()
        window = self.latchkey.start(env=self.environment(DISPLAY=f":{number}", QT_QPA_PLATFORM="xcb"), cwd=self.folder,
                                     preexec_fn=allow_core_files)
        self.addCleanup(window.kill)
        terminal.wait_for("a question for the profile", lambda: server.counts.get(oauth_server.USER, 0) > 1)
        display.kill()
        self.assertEqual(window.wait(terminal.PATIENCE), 1)
        window.stdout.close()
        window.stderr.close()
        self.assertEqual(list(pathlib.Path(self.folder).iterdir()), [])
        token = self.latchkey.run("token")
        self.assertEqual(token.returncode, 0, token.stderr)
        self.assertIn(token.stdout.strip(), server.grants)
        self.assertEqual(self.latchkey.run("sign-out").returncode, 0)
        self.assertEqual(server.grants, {})


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main()

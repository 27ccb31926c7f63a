# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs Latchkey's commands, and reads what they leave in the keychain and in files, without Latchkey's help.

Runs under tests/support/with-keyring. Needs no display.
"""

import base64
import json
import os
import pathlib
import re
import signal
import subprocess
import time

SERVICE = "io.github.latchkey.Latchkey"
PATIENCE = 60


class Latchkey:
    """The program under test."""

    def __init__(self, program):
        self.program = program

    def environment(self, **more):
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen", **more}
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            environment.pop(name, None)
        return environment

    def start(self, *arguments, **more):
        options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True,
                   "env": self.environment(), **more}
        return subprocess.Popen([self.program, *arguments], **options)

    def run(self, *arguments, text=None, **more):
        """Runs a command until it ends."""
        process = self.start(*arguments, **{"stdin": subprocess.PIPE, **more})
        output, errors = process.communicate(text, timeout=PATIENCE)
        return subprocess.CompletedProcess(arguments, process.returncode, output, errors)

    def accounts(self):
        return json.loads(self.run("status", "--json").stdout)["accounts"]


def folder(name):
    return pathlib.Path(os.environ[f"XDG_{name}_HOME"], "latchkey")


def write_provider(content):
    providers = folder("CONFIG") / "providers"
    providers.mkdir(parents=True, exist_ok=True)
    (providers / f"{content['id']}.json").write_text(json.dumps(content), encoding="utf-8")


def wait_for(what, look, patience=PATIENCE):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if look():
            return
        time.sleep(0.01)
    raise AssertionError(f"{what} did not happen within {patience} s")


class Keyring:
    """The keyring of this session."""

    def entries(self):
        """Latchkey's entries, by key."""
        done = subprocess.run(["secret-tool", "search", "--all", "--unlock", "server", SERVICE], capture_output=True,
                              text=True, timeout=PATIENCE)
        # secret-tool prints attributes to standard error and the rest to standard output, in the same order.
        secrets = [base64.b64decode(secret).decode() for secret in re.findall(r"^secret = (.*)$", done.stdout, re.MULTILINE)]
        keys = re.findall(r"^attribute\.user = (.*)$", done.stdout + done.stderr, re.MULTILINE)
        return dict(zip(keys, secrets))

    def clear(self):
        subprocess.run(["secret-tool", "clear", "server", SERVICE], check=False, timeout=PATIENCE)

    def process(self):
        done = subprocess.run(["gdbus", "call", "--session", "--dest", "org.freedesktop.DBus", "--object-path", "/",
                               "--method", "org.freedesktop.DBus.GetConnectionUnixProcessID", "org.freedesktop.secrets"],
                              capture_output=True, text=True, check=True)
        return int(re.search(r"uint32 (\d+)", done.stdout).group(1))

    def stop(self):
        """Suspends the keyring until go_on()."""
        self.stopped = self.process()
        os.kill(self.stopped, signal.SIGSTOP)

    def go_on(self):
        os.kill(self.stopped, signal.SIGCONT)

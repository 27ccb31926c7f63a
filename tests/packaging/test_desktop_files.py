# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed files are complete and valid, and agree with the program.

test_desktop_files.py BUILD-FOLDER
"""

import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

BUILD = pathlib.Path()
ID = "io.github.latchkey.Latchkey"
SIDES = (16, 24, 32, 48, 64, 128, 256, 512)

# A key of version 1.5 of the Desktop Entry Specification. Debian 12's validator does not know it yet.
NEWER_THAN_THE_VALIDATOR = 'file contains key "SingleMainWindow"'


def run(*command, **options):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=60, **options)


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.prefix = pathlib.Path(cls.folder.name) / "usr"
        outcome = run("cmake", "--install", BUILD, "--prefix", cls.prefix)
        assert outcome.returncode == 0, outcome.stderr
        cls.program = cls.prefix / "bin/latchkey"
        cls.share = cls.prefix / "share"
        cls.commands = cls.words("latchkey-has-no-such-command")
        cls.methods = cls.words("--method", "no-such-way")
        cls.options = set(re.findall(r"^  (?:-\w, )?(--[\w-]+)", run(cls.program, "--help").stdout, re.MULTILINE))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def words(cls, *wrong):
        """The words that the program lists when it gets an unknown one."""
        outcome = run(cls.program, *wrong)
        assert outcome.returncode == 2, outcome
        return set(re.search(r": ([\w-]+(?:, [\w-]+)*)\.$", outcome.stderr, re.MULTILINE).group(1).split(", "))

    def text(self, *parts):
        return self.share.joinpath(*parts).read_text(encoding="utf-8")


class Programs(Installed):
    def test_the_program_names_its_commands_ways_and_options(self):
        self.assertLessEqual({"status", "sign-out"}, self.commands)
        self.assertLessEqual({"embedded", "browser"}, self.methods)
        self.assertLessEqual({"--demo", "--provider", "--method", "--json", "--help", "--version"}, self.options)

    def test_the_login_view_is_where_the_program_looks_for_it(self):
        view = self.prefix / "libexec/latchkey/latchkey-login-view"
        if not (BUILD / "bin/latchkey-login-view").exists():
            self.skipTest("built without the login view")
        self.assertTrue(os.access(view, os.X_OK))
        looked_for = os.path.relpath(view.parent, self.program.parent).encode("utf-16-le")
        self.assertTrue(looked_for in self.program.read_bytes())

    def test_no_program_looks_for_libraries_where_it_was_built(self):
        for file in self.prefix.rglob("*"):
            if file.is_file() and file.read_bytes()[:4] == b"\x7fELF":
                self.assertNotRegex(run("objdump", "-p", file).stdout, "(?m)^ *(RPATH|RUNPATH)")


class DesktopFiles(Installed):
    def test_desktop_entry_is_valid(self):
        complaints = run("desktop-file-validate", self.share / f"applications/{ID}.desktop").stdout.splitlines()
        self.assertEqual([line for line in complaints if NEWER_THAN_THE_VALIDATOR not in line], [])

    def test_every_command_of_the_desktop_entry_is_understood(self):
        lines = re.findall(r"^Exec=latchkey *(.*)$", self.text("applications", f"{ID}.desktop"), re.MULTILINE)
        self.assertGreater(len(lines), 1)
        for line in lines:
            self.assertEqual(run(self.program, *line.split(), "--help").returncode, 0)
            words = set(line.split())
            self.assertLessEqual(words, self.commands | self.methods | self.options, line)

    def test_no_scheme_of_a_url_is_claimed(self):
        self.assertNotRegex(self.text("applications", f"{ID}.desktop"), "(?i)MimeType|x-scheme-handler")

    def test_every_action_of_the_desktop_entry_is_described(self):
        entry = self.text("applications", f"{ID}.desktop")
        actions = re.search(r"^Actions=(.*);$", entry, re.MULTILINE).group(1).split(";")
        self.assertEqual(re.findall(r"^\[Desktop Action (.*)\]$", entry, re.MULTILINE), actions)

    def test_metainfo_is_valid(self):
        outcome = run("appstreamcli", "validate", "--no-net", self.share / f"metainfo/{ID}.metainfo.xml")
        self.assertEqual(outcome.returncode, 0, outcome.stdout)

    def test_metainfo_tells_of_this_version(self):
        newest = ElementTree.fromstring(self.text("metainfo", f"{ID}.metainfo.xml")).find("releases/release")
        self.assertEqual(run(self.program, "--version").stdout, f"latchkey {newest.get('version')}\n")

    def test_icons_have_the_size_of_their_folder(self):
        icons = self.share / "icons/hicolor"
        for side in SIDES:
            header = (icons / f"{side}x{side}/apps/{ID}.png").read_bytes()[:24]
            self.assertEqual(struct.unpack(">II", header[16:24]), (side, side))
        self.assertEqual(ElementTree.parse(icons / f"scalable/apps/{ID}.svg").getroot().tag, "{http://www.w3.org/2000/svg}svg")


class Manual(Installed):
    def test_manual_is_valid(self):
        outcome = run("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", self.share / "man/man1/latchkey.1",
                      env={**os.environ, "LC_ALL": "C.UTF-8", "MANROFFSEQ": ""})
        self.assertEqual((outcome.returncode, outcome.stderr), (0, ""))
        self.assertIn("latchkey", outcome.stdout)

    def test_manual_has_every_command_way_and_option(self):
        manual = self.text("man", "man1", "latchkey.1").replace("\\-", "-")
        for word in self.commands | self.methods | self.options:
            self.assertRegex(manual, rf"(?<![\w-]){word}(?![\w-])")

    def test_manual_is_of_this_version(self):
        version = run(self.program, "--version").stdout.split()[1]
        self.assertIn(f'"Latchkey {version}"', self.text("man", "man1", "latchkey.1"))


class Completions(Installed):
    """Asks the real shells for their completions."""

    def bash(self, *words):
        script = self.share / "bash-completion/completions/latchkey"
        ask = '. "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _latchkey; printf "%s\\n" "${COMPREPLY[@]}"'
        return set(run("bash", "-c", ask, "bash", script, *words).stdout.split())

    def fish(self, line):
        script = self.share / "fish/vendor_completions.d/latchkey.fish"
        with tempfile.TemporaryDirectory() as home:
            answer = run("fish", "--no-config", "-c", f"source {script}; complete -C '{line}'",
                         env={**os.environ, "HOME": home}).stdout
        return {offer.split("\t")[0] for offer in answer.splitlines()}

    def test_bash_offers_what_the_program_knows(self):
        self.assertEqual(self.bash("latchkey", ""), self.commands)
        self.assertEqual(self.bash("latchkey", "-"), self.options)
        self.assertEqual(self.bash("latchkey", "--method", ""), self.methods)
        self.assertEqual(self.bash("latchkey", "stat"), {"status"})

    @unittest.skipUnless(shutil.which("fish"), "there is no fish")
    def test_fish_offers_what_the_program_knows(self):
        self.assertEqual(self.fish("latchkey "), self.commands)
        self.assertEqual(self.fish("latchkey --method "), self.methods)
        lines = ("latchkey -", "latchkey status -", "latchkey sign-out -")
        offered = {offer for line in lines for offer in self.fish(line) if offer.startswith("--")}
        self.assertEqual(offered, self.options)

    @unittest.skipUnless(shutil.which("zsh"), "there is no zsh")
    def test_zsh_offers_what_the_program_knows(self):
        script = self.share / "zsh/site-functions/_latchkey"
        specs = run("zsh", "-f", "-c", '_arguments() { print -rl -- "$@" }; . "$1"', "zsh", script).stdout
        self.assertEqual(set(re.findall(r"[(\s]([a-z-]+)\\:", specs)), self.commands)
        self.assertEqual(set(re.search(r":way:\((.*)\)", specs).group(1).split()), self.methods)
        self.assertEqual(set(re.findall(r"^(?:\([^)]*\))?(--[a-z-]+)\[", specs, re.MULTILINE)), self.options)


if __name__ == "__main__":
    BUILD = pathlib.Path(sys.argv.pop(1))
    unittest.main(verbosity=2)

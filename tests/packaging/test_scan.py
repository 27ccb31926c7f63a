# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The scan finds everything that no package may contain, and nothing else.

test_scan.py SOURCE-FOLDER
"""

import pathlib
import subprocess
import sys
import tempfile
import unittest

SOURCES = pathlib.Path()


class Scan(unittest.TestCase):
    def found(self, content):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "file").write_bytes(b"before" + content + b"after")
            scan = subprocess.run([sys.executable, SOURCES / "packaging/scan.py", folder, "/builder/"], check=False,
                                  capture_output=True, text=True)
        return scan.returncode, scan.stderr

    def test_secrets_are_found(self):
        token = "gho_" + "a" * 36
        for secret in (token, f'"client_secret": "{"s" * 8}"'):
            code, message = self.found(b"\0" + secret.encode())
            self.assertEqual((code, "looks like a secret" in message), (1, True))
            self.assertNotIn(secret, message)

    def test_paths_of_the_machine_are_found(self):
        for path in ("\0/builder/x", "-I/builder/x", "file:///builder/x", '"/builder/x'):
            for code in ("utf-8", "utf-16-le"):
                self.assertEqual(self.found(path.encode(code))[0], 1, (path, code))

    def test_what_only_looks_like_one_is_not_taken_for_it(self):
        for text in ("core/builder/builder.js", "/builders/x", '"client_secret": "…"', "gho_short"):
            for code in ("utf-8", "utf-16-le"):
                self.assertEqual(self.found(b"\0\0" + text.encode(code)), (0, ""), (text, code))


if __name__ == "__main__":
    SOURCES = pathlib.Path(sys.argv.pop(1))
    unittest.main(verbosity=2)

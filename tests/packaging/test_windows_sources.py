# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is for Windows alone compiles: its syntax and its types, with mingw-w64 and this system's headers of Qt.

test_windows_sources.py SOURCE-FOLDER; exits with 77 if there is no mingw-w64. Builds nothing: script/package msi does.
"""

import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCES = pathlib.Path()
COMPILER = "x86_64-w64-mingw32-g++-posix"

# As src/CMakeLists.txt has them.
DEFINED = ["QT_NO_CAST_FROM_ASCII", "QT_NO_CAST_TO_ASCII", "QT_NO_KEYWORDS", "QT_NO_CONTEXTLESS_CONNECT",
           "QT_WARN_DEPRECATED_UP_TO=0x060400", 'LATCHKEY_VERSION="0"', 'LATCHKEY_LIBEXEC_FROM_BIN="."']
# Headers of libraries that do not depend on the system.
LIBRARIES = ["qt6keychain", "qrcodegen"]


def of_qt(name):
    return pathlib.Path(subprocess.run(["qmake6", "-query", name], check=True, capture_output=True, text=True).stdout.strip())


def is_for_windows(source):
    return source.name.startswith("windowssettings") or "Q_OS_WIN" in source.read_text(encoding="utf-8")


class Sources(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.made = pathlib.Path(folder.name)
        for library in LIBRARIES:
            (self.made / library).symlink_to(f"/usr/include/{library}")
        headers = of_qt("QT_INSTALL_HEADERS")
        self.command = [COMPILER, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror",
                        *(f"-D{word}" for word in DEFINED), f"-I{SOURCES / 'src'}", f"-I{self.made}", f"-isystem{headers}",
                        *(f"-isystem{headers / module}" for module in ("QtCore", "QtGui", "QtNetwork", "QtWidgets"))]
        self.tools = of_qt("QT_HOST_LIBEXECS")

    def make(self, source):
        """What the build makes for this source: the parts of moc and uic that it includes."""
        text = source.read_text(encoding="utf-8")
        for name in re.findall(r'^#include "moc_(\w+)\.cpp"', text, re.MULTILINE):
            subprocess.run([self.tools / "moc", f"-I{SOURCES / 'src'}", source.with_name(f"{name}.h"), "-o", self.made / f"moc_{name}.cpp"],
                           check=True)
        for name in re.findall(r'^#include "ui_(\w+)\.h"', text, re.MULTILINE):
            form = next((SOURCES / "ui").rglob(f"{name}.ui"))
            subprocess.run([self.tools / "uic", form, "-o", self.made / f"ui_{name}.h"], check=True)

    def complaints(self, source):
        return subprocess.run([*self.command, source], capture_output=True, text=True).stderr

    def test_they_compile(self):
        sources = [source for source in sorted((SOURCES / "src").rglob("*.cpp")) if is_for_windows(source)]
        self.assertGreater(len(sources), 10)
        for source in sources:
            self.make(source)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for source, complaints in zip(sources, pool.map(self.complaints, sources)):
                with self.subTest(source.relative_to(SOURCES)):
                    self.assertEqual(complaints, "")


if __name__ == "__main__":
    SOURCES = pathlib.Path(sys.argv.pop(1)).resolve()
    if not shutil.which(COMPILER):
        print(f"skipped: there is no {COMPILER}; script/package msi installs it")
        sys.exit(77)
    unittest.main(verbosity=2)

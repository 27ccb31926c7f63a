# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies what a cross-built Latchkey needs beside it, so that it runs on a Windows without Qt.

deploy.py FOLDER PREFIX: the folder has the programs of Latchkey, the prefix the libraries for Windows.
"""

import pathlib
import re
import shutil
import subprocess
import sys

TARGET = "x86_64-w64-mingw32"

# Opened at run time, so no program links to them.
PLUGINS = ["platforms/qwindows.dll", "styles/qwindowsvistastyle.dll", "tls/qschannelbackend.dll",
           "imageformats/qgif.dll", "imageformats/qjpeg.dll"]

QT_CONF = """[Paths]
Prefix=.
Plugins=plugins
"""

# The licenses of what is bundled: Debian's copyright file, or the authors' if it is built from their source alone.
DEBIAN_RECORDS = {"Qt": "libqt6core6", "qrcodegen": "libqrcodegencpp-dev", "GCC": "gcc-mingw-w64-base",
                  "mingw-w64": "mingw-w64-common"}
RECORD_OF_QTKEYCHAIN = "qtkeychain/COPYING"


def output(*command):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True).stdout


def imports(file):
    """The names of the libraries that a Windows program or library links to."""
    return re.findall(r"^\s*DLL Name: (\S+)$", output(f"{TARGET}-objdump", "-p", file), re.MULTILINE)


def libraries_of_windows():
    """The libraries that come with Windows, in lower case and without an extension."""
    names = {file.stem.removeprefix("lib").lower() for file in pathlib.Path("/usr", TARGET, "lib").glob("lib*.a")}
    return names - {"winpthread-1", "stdc++-6"}


class Deployment:
    def __init__(self, folder, prefix):
        self.folder = pathlib.Path(folder)
        self.prefix = pathlib.Path(prefix)
        runtime = pathlib.Path(output(f"{TARGET}-g++-posix", "-print-file-name=libstdc++-6.dll").strip())
        self.places = [self.prefix / "bin", runtime.parent, pathlib.Path("/usr", TARGET, "lib")]
        self.of_windows = libraries_of_windows()

    def copy(self, source, target):
        target.parent.mkdir(parents=True, exist_ok=True)
        return pathlib.Path(shutil.copyfile(source, target))

    def is_of_windows(self, name):
        return name.lower().startswith("api-ms-win-") or pathlib.Path(name).stem.lower() in self.of_windows

    def find(self, name):
        found = [place / name for place in self.places if (place / name).exists()]
        if found:
            return found[0]
        if not self.is_of_windows(name):
            raise SystemExit(f"deploy.py: {name} is neither built nor a part of Windows")
        return None

    def copy_libraries(self):
        waiting = [file for file in self.folder.rglob("*") if file.suffix in (".exe", ".com", ".dll")]
        while waiting:
            for name in imports(waiting.pop()):
                source = self.find(name)
                if source and not (self.folder / name).exists():
                    waiting.append(self.copy(source, self.folder / name))

    def strip(self):
        for file in sorted(self.folder.rglob("*")):
            if file.suffix in (".exe", ".com", ".dll"):
                subprocess.run([f"{TARGET}-strip", "--strip-unneeded", file], check=True)

    def copy_licences(self):
        """Copies the licenses of what was bundled, with the texts that they refer to."""
        licences = self.folder / "licences"
        for name, package in DEBIAN_RECORDS.items():
            self.copy(pathlib.Path("/usr/share/doc", package, "copyright"), licences / f"{name}.txt")
        self.copy(self.prefix.parent / RECORD_OF_QTKEYCHAIN, licences / "QtKeychain.txt")
        texts = "".join(file.read_text(encoding="utf-8", errors="replace") for file in licences.iterdir())
        for name in sorted(set(re.findall(r"/usr/share/common-licenses/([A-Za-z]+-[\d.]*\d)", texts))):
            self.copy(pathlib.Path("/usr/share/common-licenses", name), licences / f"{name}.txt")

    def run(self):
        for name in PLUGINS:
            self.copy(self.prefix / "plugins" / name, self.folder / "plugins" / name)
        (self.folder / "qt.conf").write_text(QT_CONF, encoding="utf-8")
        self.copy_libraries()
        self.strip()
        self.copy_licences()


if __name__ == "__main__":
    Deployment(sys.argv[1], sys.argv[2]).run()

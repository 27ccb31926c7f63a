# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies what an installed Latchkey needs from this system beside it, so that it runs on other systems.

deploy.py APPDIR: the folder has Latchkey below usr/, with or without its login view.
"""

import pathlib
import re
import shutil
import subprocess
import sys

# Every desktop has these, in versions that fit its kernel, graphics driver or fonts. They are on the common exclude list of
# AppImages.
OF_THE_SYSTEM = re.compile(
    r"^(ld-linux.*|lib(c|m|dl|rt|pthread|resolv|util|anl|nss_.*|stdc\+\+|gcc_s|GL|EGL|GLX|GLdispatch|OpenGL|GLESv2|drm|gbm|glapi"
    r"|X11|X11-xcb|xcb|xcb-dri2|xcb-dri3|wayland-client|ICE|SM|asound|jack|pipewire-0\.3|fontconfig|freetype|harfbuzz"
    r"|fribidi|expat|z|com_err|gpg-error|uuid|usb-1\.0|gmp))\.so(\..*)?$")

# Opened at run time, so no program links to them: for Qt's TLS, QtKeychain and Chromium's certificates.
OPENED_LATER = ["libssl.so.3", "libcrypto.so.3", "libsecret-1.so.0"]
OPENED_LATER_BY_CHROMIUM = ["libsoftokn3.so", "libfreebl3.so", "libfreeblpriv3.so", "libnssckbi.so"]

# Both provide OpenGL's functions, and a desktop may have only the older one.
ANOTHER_NAME_FOR_THE_SAME = ["libOpenGL.so.0", "libGL.so.1"]

PLUGINS = ["platforms/libqxcb.so", "platforms/libqwayland-*.so", "platforms/libqoffscreen.so", "tls/*.so",
           "imageformats/libq{gif,ico,jpeg,svg,webp}.so", "iconengines/*.so", "platforminputcontexts/*.so",
           "xcbglintegrations/*.so", "networkinformation/*.so", "wayland-shell-integration/*.so",
           "wayland-graphics-integration-client/*.so", "wayland-decoration-client/*.so",
           "platformthemes/libqxdgdesktopportal.so"]

QT_CONF = """[Paths]
Prefix=..
Plugins=plugins
Libraries=lib
LibraryExecutables=libexec
Data=.
Translations=translations
"""


def output(*command):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True).stdout


def system_libraries():
    """The path of a library on this system."""
    lines = re.findall(r"^\s*(\S+) \(libc6,x86-64.*\) => (\S+)$", output("/sbin/ldconfig", "-p"), re.MULTILINE)
    return {name: pathlib.Path(path) for name, path in reversed(lines)}


def needed(file):
    return re.findall(r"^\s*NEEDED\s+(\S+)$", output("objdump", "-p", file), re.MULTILINE)


def is_elf(file):
    with open(file, "rb") as opened:
        return opened.read(4) == b"\x7fELF"


class Deployment:
    def __init__(self, appdir):
        self.appdir = pathlib.Path(appdir)
        self.usr = self.appdir / "usr"
        self.libraries = self.usr / "lib"
        self.libraries.mkdir(exist_ok=True)
        self.known = system_libraries()
        self.qt = pathlib.Path(output("qmake6", "-query", "QT_INSTALL_ARCHDATA").strip())
        self.origins = set()

    def copy(self, source, target):
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source.resolve(), target)
        self.origins.add(source.resolve())
        return target

    def copy_plugins(self):
        for pattern in PLUGINS:
            names = re.search(r"\{(.*)\}", pattern)
            for name in names.group(1).split(",") if names else [""]:
                one = re.sub(r"\{.*\}", name, pattern)
                for plugin in sorted((self.qt / "plugins").glob(one)):
                    self.copy(plugin, self.usr / "plugins" / plugin.relative_to(self.qt / "plugins"))

    def copy_chromium(self):
        data = pathlib.Path(output("qmake6", "-query", "QT_INSTALL_DATA").strip())
        translations = pathlib.Path(output("qmake6", "-query", "QT_INSTALL_TRANSLATIONS").strip())
        programs = pathlib.Path(output("qmake6", "-query", "QT_INSTALL_LIBEXECS").strip())
        self.copy(programs / "QtWebEngineProcess", self.usr / "libexec/QtWebEngineProcess")
        for source, target in ((data / "resources", "resources"), (translations / "qtwebengine_locales",
                                                                   "translations/qtwebengine_locales")):
            for file in sorted(source.glob("*.pak")):
                self.copy(file, self.usr / target / file.name)
        nss = self.known["libnss3.so"].parent
        for name in OPENED_LATER_BY_CHROMIUM:
            found = [folder / name for folder in (nss, nss / "nss") if (folder / name).exists()]
            self.copy(found[0], self.libraries / name)

    def copy_libraries(self):
        for name in OPENED_LATER:
            self.copy(self.known[name], self.libraries / name)
        # Qt first looks for the names without a version, and would find the host's.
        for name in ("libssl.so", "libcrypto.so"):
            (self.libraries / name).symlink_to(f"{name}.3")
        waiting = [file for file in self.usr.rglob("*") if file.is_file() and is_elf(file)]
        while waiting:
            for name in needed(waiting.pop()):
                target = self.libraries / name
                if OF_THE_SYSTEM.match(name) or target.exists():
                    continue
                waiting.append(self.copy(self.known[name], target))

    def point_to_libraries(self):
        """Sets RUNPATH. The browser would inherit an environment variable, and break."""
        for file in self.usr.rglob("*"):
            if file.is_symlink() or not file.is_file() or not is_elf(file):
                continue
            up = "/".join([".."] * (len(file.relative_to(self.usr).parts) - 1))
            folder = "$ORIGIN" if file.parent == self.libraries else f"$ORIGIN/{up}/lib"
            subprocess.run(["patchelf", "--set-rpath", folder, file], check=True)
            if ANOTHER_NAME_FOR_THE_SAME[0] in needed(file):
                subprocess.run(["patchelf", "--replace-needed", *ANOTHER_NAME_FOR_THE_SAME, file], check=True)

    def copy_licences(self):
        """Copies Debian's copyright file of each package that a file was taken from."""
        # dpkg knows some files by their path before /lib became /usr/lib, and fails for the other path.
        names = [name for origin in sorted(self.origins) for name in (str(origin), str(origin).removeprefix("/usr"))]
        owners = subprocess.run(["dpkg-query", "--search", *names], check=False, capture_output=True, text=True).stdout
        for package in sorted({line.split(":")[0] for line in owners.splitlines()}):
            record = pathlib.Path("/usr/share/doc", package, "copyright")
            if record.exists():
                self.copy(record, self.usr / "share/doc" / package / "copyright")

    def run(self):
        self.copy_plugins()
        places = [self.usr / "bin"]
        if (self.usr / "libexec/latchkey").exists():
            self.copy_chromium()
            places += [self.usr / "libexec", self.usr / "libexec/latchkey"]
        for place in places:
            conf = QT_CONF if place.name != "latchkey" else QT_CONF.replace("Prefix=..", "Prefix=../..")
            (place / "qt.conf").write_text(conf, encoding="utf-8")
        self.copy_libraries()
        self.point_to_libraries()
        self.copy_licences()


if __name__ == "__main__":
    Deployment(sys.argv[1]).run()

# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the target of a Windows shortcut.

shortcut.py FILE: the path is read from its link info ([MS-SHLLINK] §2.3).
"""

import pathlib
import struct
import sys

HAS_TARGET_LIST, HAS_LINK_INFO = 1, 2
HEADER = 76


def target(link):
    flags = struct.unpack_from("<I", link, 20)[0]
    if not flags & HAS_LINK_INFO:
        raise SystemExit("shortcut.py: the shortcut has no target")
    info = HEADER
    if flags & HAS_TARGET_LIST:
        info += 2 + struct.unpack_from("<H", link, HEADER)[0]
    path = info + struct.unpack_from("<I", link, info + 16)[0]
    return link[path:link.index(b"\0", path)].decode("cp1252")


if __name__ == "__main__":
    print(target(pathlib.Path(sys.argv[1]).read_bytes()))

# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds what no package may contain: tokens, secrets, and paths of the build machine.

scan.py FOLDER PATH …: looks through every file below FOLDER, an unpacked package, for tokens and for the paths.
"""

import pathlib
import re
import sys

# GitHub's tokens, and client secrets in provider files, other than an example's "…".
SECRETS = re.compile(rb"gh[opsur]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60}|\"client_secret\"\s*:\s*\"[A-Za-z0-9_.~+/=-]{8,}\"")


def findings(folder, paths):
    # As UTF-8 and as UTF-16, but not as the end of a relative path, such as core/root/root.js.
    forbidden = [re.compile(before + re.escape(path.encode(code))) for path in paths
                 for before, code in ((rb"(?<![a-z0-9_.-])", "utf-8"), (rb"(?<![a-z0-9_.-]\x00)", "utf-16-le"))]
    for file in sorted(pathlib.Path(folder).rglob("*")):
        if file.is_symlink() or not file.is_file():
            continue
        content = file.read_bytes()
        if SECRETS.search(content):
            yield f"{file}: looks like a secret"
        if any(path.search(content) for path in forbidden):
            yield f"{file}: a path of this machine"


if __name__ == "__main__":
    found = list(findings(sys.argv[1], sys.argv[2:]))
    print("\n".join(found), file=sys.stderr if found else sys.stdout)
    sys.exit(1 if found else 0)

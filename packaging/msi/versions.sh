# shellcheck shell=bash disable=SC2034,SC2154
# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What the Windows build is made of, and where it is kept between builds. To be sourced; needs $root.

qt_version=6.4.2
qtkeychain_version=0.15.0

windows_cache=${XDG_CACHE_HOME:-$HOME/.cache}/latchkey/windows

# A changed version or option is another set of libraries, beside the old one.
recipe_hash() {
    (cd "$root/packaging/msi" && cat configure-qt configure-qtkeychain mingw.cmake && echo "$qtkeychain_version") |
        sha256sum | cut -c 1-16
}
libraries=$windows_cache/qt-$qt_version-$(recipe_hash)
prefix=$libraries/prefix

# shellcheck shell=bash disable=SC2034,SC2154
# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What the Windows build is made of, and where it is kept between builds. To be sourced; needs $root.

qt_version=6.4.2
qtkeychain_version=0.15.0
qrcodegen_version=1.8.0

windows_cache=${XDG_CACHE_HOME:-$HOME/.cache}/latchkey/windows

# recipe_hash FILE …: what says how something was built.
recipe_hash() { (cd "$root/packaging/msi" && cat "$@") | sha256sum | cut -c 1-16; }

# A Qt built in another way is another set of libraries, beside the old one. The small ones in it are built anew.
libraries=$windows_cache/qt-$qt_version-$(recipe_hash configure-qt mingw.cmake)
prefix=$libraries/prefix

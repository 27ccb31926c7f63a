# shellcheck shell=bash disable=SC2034,SC2154
# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The parts of the Windows build, and where they are kept between builds. Sourced; needs $root.

qt_version=6.4.2
qtkeychain_version=0.15.0
qrcodegen_version=1.8.0

windows_cache=${XDG_CACHE_HOME:-$HOME/.cache}/latchkey/windows

# recipe_hash FILE …: a hash of the files that say how something is built.
recipe_hash() { (cd "$root/packaging/msi" && cat "$@") | sha256sum | cut -c 1-16; }

# A Qt that is built differently gets its own folder, and the small libraries are built again for it.
libraries=$windows_cache/qt-$qt_version-$(recipe_hash configure-qt mingw.cmake)
prefix=$libraries/prefix

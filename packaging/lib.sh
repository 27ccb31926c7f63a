# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What the packages share. To be sourced; sets $root, $version and SOURCE_DATE_EPOCH.

# shellcheck source=../script/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/../script/lib.sh"

version=$(sed -n 's/^project(latchkey VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")
# Packages of the same commit are the same, whenever they are built.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct)}
export SOURCE_DATE_EPOCH

# Where this machine has its Debian packages from.
debian_mirror() {
    apt-get indextargets --format '$(CODENAME) $(REPO_URI)' 'Created-By: Packages' | awk '$1 !~ /-/ { print $2; exit }'
}

# copy_sources FOLDER: what git knows of, in the state it is in.
copy_sources() {
    mkdir -p "$1"
    git -C "$root" ls-files -z | (cd "$root" && xargs -0 cp --parents --preserve=mode -t "$1")
}

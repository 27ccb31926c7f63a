# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by the packages. Sourced; sets $root, $version and SOURCE_DATE_EPOCH.

# shellcheck source=../script/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/../script/lib.sh"

version=$(sed -n 's/^project(latchkey VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")
# Packages of a commit are identical, whenever they are built.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct)}
export SOURCE_DATE_EPOCH

# The mirror from which this machine installs Debian packages.
debian_mirror() {
    apt-get indextargets --format '$(CODENAME) $(REPO_URI)' 'Created-By: Packages' | awk '$1 !~ /-/ { print $2; exit }'
}

# copy_sources FOLDER: copies the tracked files, with uncommitted changes.
copy_sources() {
    mkdir -p "$1"
    git -C "$root" ls-files -z | (cd "$root" && xargs -0 cp --parents --preserve=mode -t "$1")
}

# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by the scripts of this folder. Sourced; sets $root.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '\n==> %s\n' "$*"; }
fail() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

# stage NAME COMMAND …: runs a command and prints one line with its seconds. The command's output goes to build/logs, and is
# shown if it fails.
stage() {
    local name=$1 started=$SECONDS log
    shift
    mkdir -p "$root/build/logs"
    log=$root/build/logs/${name//[^A-Za-z0-9]/-}.log
    printf '%-50s ' "$name"
    if "$@" >"$log" 2>&1 </dev/null; then
        printf '%5d s\n' $((SECONDS - started))
    else
        printf 'failed after %d s\n\n' $((SECONDS - started))
        cat "$log" >&2
        fail "$name failed; see $log"
    fi
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "packages are missing and there is no sudo; run as root: $*"
    fi
}

# packages_of SECTION|FILE …: the packages in sections of script/packages.txt or in other lists.
packages_of() {
    local list
    for list in "$@"; do
        if [ -f "$list" ]; then
            grep -v -e '^#' -e '^$' "$list"
        else
            awk -v "section=$list" '/^#/ { in_it = $2 == section || $2 == section ":" } /^[^#]/ && in_it' "$root/script/packages.txt"
        fi
    done | sort -u
}

fetch_packages() {
    as_root apt-get update -q
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
}

# install_packages SECTION|FILE …: installs the packages that are missing.
install_packages() {
    local wanted missing=() installed package
    mapfile -t wanted < <(packages_of "$@")
    # dpkg-query fails if it does not know a package, as on most fresh machines.
    installed=" $(dpkg-query -W -f '${Package}:${db:Status-Status} ' "${wanted[@]}" 2>/dev/null || true) "
    for package in "${wanted[@]}"; do
        [[ $installed == *" $package:installed "* ]] || missing+=("$package")
    done
    # Debian's npm depends on hundreds of packages. Any npm will do.
    if [[ " $* " == *" test "* ]] && ! command -v npm >/dev/null; then missing+=(npm); fi
    [ ${#missing[@]} = 0 ] || stage "Installing ${#missing[@]} packages" fetch_packages "${missing[@]}"
}

# On a terminal, ninja shows its progress on one line.
run_build() {
    if [ -t 1 ]; then
        say "Building ($1)"
        (cd "$root" && cmake --build --preset "$@") || fail "building failed"
    else
        (cd "$root" && stage "Building ($1)" cmake --build --preset "$@")
    fi
}

# build PRESET [TARGET …]: builds a preset of CMakePresets.json. Warnings are errors in CI only.
build() {
    local preset=$1
    shift
    local settings=(-DLATCHKEY_WERROR="$([ -n "${CI:-}" ] && echo ON || echo OFF)")
    if command -v ccache >/dev/null; then
        settings+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
        export CCACHE_SLOPPINESS=pch_defines,time_macros # Otherwise it caches nothing that uses precompiled headers.
    fi
    (cd "$root" && stage "Configuring ($preset)" cmake --preset "$preset" "${settings[@]}")
    run_build "$preset" ${*:+--target "$@"}
}

# Chromium's sandbox does not work as root. Only the scripts disable it, never the application.
allow_root_for_chromium() {
    [ "$(id -u)" != 0 ] || export QTWEBENGINE_DISABLE_SANDBOX=1
}

# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What script/run and script/test share. To be sourced; sets $root.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '\n==> %s\n' "$*"; }
fail() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "packages are missing and there is no sudo; run as root: $*"
    fi
}

# install_packages [LIST …]: installs the packages of script/packages.txt, and of the lists, that are not there yet.
install_packages() {
    local wanted missing=()
    mapfile -t wanted < <(grep -hv -e '^#' -e '^$' "$root/script/packages.txt" "$@")
    local installed
    # Fails where it knows nothing of a package, which on a fresh machine is the rule.
    installed=" $(dpkg-query -W -f '${Package}:${db:Status-Status} ' "${wanted[@]}" 2>/dev/null || true) "
    local package
    for package in "${wanted[@]}"; do
        [[ $installed == *" $package:installed "* ]] || missing+=("$package")
    done
    # npm's own dependencies on Debian are hundreds of packages; where there is an npm already, it will do.
    command -v npm >/dev/null || missing+=(npm)
    [ ${#missing[@]} = 0 ] && return
    say "Installing ${missing[*]}"
    as_root apt-get update -q
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
}

# build PRESET [TARGET …]: builds a preset of CMakePresets.json. Warnings are errors in CI only.
build() {
    local preset=$1
    shift
    say "Building ($preset)"
    local settings=(-DLATCHKEY_WERROR="$([ -n "${CI:-}" ] && echo ON || echo OFF)")
    if command -v ccache >/dev/null; then
        settings+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
        export CCACHE_SLOPPINESS=pch_defines,time_macros # Without it, it keeps nothing that uses precompiled headers.
    fi
    mkdir -p "$root/build"
    local log=$root/build/$preset.configure.log
    (cd "$root" && cmake --preset "$preset" "${settings[@]}") >"$log" 2>&1 || {
        cat "$log" >&2
        fail "configuring failed"
    }
    (cd "$root" && cmake --build --preset "$preset" ${*:+--target "$@"}) || fail "building failed"
}

# As root Chromium does not start with its sandbox. Only here: the application never turns the sandbox off.
allow_root_for_chromium() {
    [ "$(id -u)" != 0 ] || export QTWEBENGINE_DISABLE_SANDBOX=1
}

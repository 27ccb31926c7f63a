# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A fresh Debian in a folder, for trying packages. Sourced by root, under tests/support/with-display. Needs $pictures and
# sets $system.

# shellcheck source=window.sh
. "$(dirname "${BASH_SOURCE[0]}")/window.sh"
[ "$(id -u)" = 0 ] || fail "a chroot needs root"
system=$(mktemp -d)
chmod 755 "$system"
window=
clean_up() {
    [ -z "$window" ] || kill "$window" 2>/dev/null || true
    umount "$system/proc" "$system/dev/shm" "$system/dev" 2>/dev/null || true
    rm -rf --one-file-system "$system"
}
trap clean_up EXIT

in_system() { chroot "$system" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
person=(chroot --userspec=person "$system" env HOME=/home/person LC_ALL=C.UTF-8 DISPLAY="$DISPLAY")
as_person() { "${person[@]}" "$@"; }

# start COMMAND …: runs it as the user, in the background. Its process ID is $window.
start() {
    "${person[@]}" "$@" &
    window=$!
}

# make_system SUITE: installs it from this machine's mirror, with a user whose browser passes its page to the outside.
make_system() {
    say "Making a Debian ($1)"
    debootstrap --variant=minbase "$1" "$system" "$(debian_mirror)" >/dev/null
    mount --bind /proc "$system/proc"
    mount --bind /dev "$system/dev"
    mount --bind /dev/shm "$system/dev/shm" # Chromium's processes share memory there.
    in_system useradd --create-home person
    in_system apt-get update -q >/dev/null
    printf '#!/bin/sh\nprintf "%%s" "$1" >/home/person/page\n' >"$system/usr/local/bin/xdg-open"
    chmod +x "$system/usr/local/bin/xdg-open"
}

# sign_in_with_browser PICTURE COMMAND …: starts the command, signs in, and leaves it running.
sign_in_with_browser() {
    local name=$1
    shift
    rm -f "$system/home/person/page"
    start "$@" --demo --method browser
    wait_for test -s "$system/home/person/page"
    /usr/bin/python3 "$root/tests/e2e/browser.py" "$(cat "$system/home/person/page")" >/dev/null
    wait_for is_open "$signed_in"
    picture "$name"
}

# sign_in_with_login_view PICTURE COMMAND …: starts the command, signs in, and leaves it running. Without Chromium's sandbox,
# which needs user namespaces; a chroot has none.
sign_in_with_login_view() {
    local name=$1
    shift
    start env QTWEBENGINE_DISABLE_SANDBOX=1 "$@" --demo --method embedded
    use_login_view "$name-form"
    picture "$name"
}

stop() {
    kill "$window"
    wait "$window" 2>/dev/null || true
    window=
}

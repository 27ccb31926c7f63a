# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A fresh Debian in a folder, to try packages in. To be sourced, by root, under tests/support/with-display; sets $system.

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

# start COMMAND …: as the person, in the background; the process itself is $window.
start() {
    "${person[@]}" "$@" &
    window=$!
}

# make_system SUITE: from where this machine has its packages. With a person, whose browser hands its page to a person outside.
make_system() {
    say "Making a Debian ($1)"
    debootstrap --variant=minbase "$1" "$system" "$(debian_mirror)" >/dev/null
    mount --bind /proc "$system/proc"
    mount --bind /dev "$system/dev"
    mount --bind /dev/shm "$system/dev/shm" # Where Chromium's processes meet.
    in_system useradd --create-home person
    in_system apt-get update -q >/dev/null
    printf '#!/bin/sh\nprintf "%%s" "$1" >/home/person/page\n' >"$system/usr/local/bin/xdg-open"
    chmod +x "$system/usr/local/bin/xdg-open"
}

wait_for() {
    local tries=600
    until "$@" >/dev/null 2>&1; do
        [ $((tries -= 1)) -gt 0 ] || { import -window root "${pictures:-$packages}/failure.png"; fail "did not happen: $*"; }
        sleep 0.1
    done
}

is_open() { xdotool search --onlyvisible --name "^$1\$"; }

# sign_in_with_browser PICTURE COMMAND …: leaves it running.
sign_in_with_browser() {
    local picture=$1
    shift
    rm -f "$system/home/person/page"
    start "$@" --demo --method browser
    wait_for test -s "$system/home/person/page"
    /usr/bin/python3 "$root/tests/e2e/browser.py" "$(cat "$system/home/person/page")" >/dev/null
    wait_for is_open 'ada-demo .+ Latchkey'
    import -window root "$picture"
}

# sign_in_with_login_view PICTURE COMMAND …: the form has the focus, and then the button: this person types and presses Enter.
# In a chroot nobody can have namespaces of their own, which Chromium's sandbox needs.
sign_in_with_login_view() {
    local picture=$1
    shift
    start env QTWEBENGINE_DISABLE_SANDBOX=1 "$@" --demo --method embedded
    wait_for is_open 'Sign-in page .+ Latchkey'
    wait_for is_page_drawn
    sleep 3 # Until what is drawn also takes keys.
    xdotool type --delay 60 ada-demo
    xdotool key Tab
    xdotool type --delay 60 'open sesame'
    xdotool key Return
    wait_for press_enter_until_signed_in
    import -window root "$picture"
}

# Black on white letters, and the frame around the fields: more colours than an empty window has.
is_page_drawn() {
    local id
    id=$(is_open 'Sign-in page .+ Latchkey' | tail -n 1)
    [ "$(import -window "$id" -crop 100%x70%+0+150 -format %k info:)" -gt 60 ]
}

press_enter_until_signed_in() {
    is_open 'ada-demo .+ Latchkey' && return
    xdotool key Return
    sleep 1
    is_open 'ada-demo .+ Latchkey'
}

stop() {
    kill "$window"
    wait "$window" 2>/dev/null || true
    window=
}

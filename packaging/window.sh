# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sees and clicks like a person while a package is tried. Sourced, under tests/support/with-display. Needs $pictures.

# Window titles, as regular expressions.
gate='Sign in .+ Latchkey' signed_in='ada-demo .+ Latchkey' sign_in_page='Sign-in page .+ Latchkey'

# wait_for COMMAND …: repeats it until it succeeds.
wait_for() {
    local tries=600
    until "$@" >/dev/null 2>&1; do
        [ $((tries -= 1)) -gt 0 ] || { picture failure; fail "did not happen: $*"; }
        sleep 0.1
    done
}

picture() { import -window root "$pictures/$1.png"; }

is_open() { xdotool search --onlyvisible --name "^$1\$"; }

# Text and frames have more colors than an empty window.
is_page_drawn() {
    local id
    id=$(is_open "$sign_in_page" | tail -n 1)
    [ "$(import -window "$id" -crop 100%x70%+0+150 -format %k info:)" -gt 60 ]
}

press_enter_until_signed_in() {
    is_open "$signed_in" && return
    xdotool key Return
    sleep 1
    is_open "$signed_in"
}

# use_login_view PICTURE: takes a picture of the form, which is filled in, and presses Enter, on the next button as well.
use_login_view() {
    wait_for is_open "$sign_in_page"
    wait_for is_page_drawn
    sleep 3 # What is drawn may not take keys yet.
    picture "$1"
    xdotool key Return
    wait_for press_enter_until_signed_in
}

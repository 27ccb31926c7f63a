# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of latchkey(1) for bash.

_latchkey() {
    local commands='status sign-in sign-out token git-credential diagnose'
    local methods='embedded browser device token'
    local options='--demo --temporary --provider --method --account --everywhere --json --help --version'
    local word=${COMP_WORDS[COMP_CWORD]}
    COMPREPLY=()
    case ${COMP_WORDS[COMP_CWORD - 1]} in
        --account) ;;
        --method) mapfile -t COMPREPLY < <(compgen -W "$methods" -- "$word") ;;
        --provider)
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -f -X '!*.json' -- "$word"; compgen -d -- "$word")
            ;;
        *)
            case $word in
                -*) mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word") ;;
                *) mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$word") ;;
            esac
            ;;
    esac
}
complete -F _latchkey latchkey

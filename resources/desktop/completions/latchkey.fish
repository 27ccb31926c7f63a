# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of latchkey(1) for fish.

complete -c latchkey -f
complete -c latchkey -n __fish_use_subcommand -a status -d 'Show who is signed in where'
complete -c latchkey -n __fish_use_subcommand -a sign-in -d 'Sign in from the terminal'
complete -c latchkey -n __fish_use_subcommand -a token -d 'Print a valid access token'
complete -c latchkey -n __fish_use_subcommand -a git-credential -d 'Answer Git as its credential helper'
complete -c latchkey -n __fish_use_subcommand -a diagnose -d 'Check what a sign-in needs'
complete -c latchkey -n __fish_use_subcommand -a sign-out -d 'Revoke the access and forget it'
complete -c latchkey -l demo -d 'Use the built-in demo provider'
complete -c latchkey -l temporary -d 'With --demo: keep nothing after it ends'
complete -c latchkey -l provider -r -F -d 'Use the provider with this ID or in this file'
complete -c latchkey -l method -x -a 'embedded browser device token' -d 'Start to sign in this way'
complete -c latchkey -n '__fish_seen_subcommand_from token sign-out' -l account -x -d 'Use the account with this login or ID'
complete -c latchkey -n '__fish_seen_subcommand_from sign-out' -l everywhere -d 'Sign out of all accounts'
complete -c latchkey -n '__fish_seen_subcommand_from status' -l json -d 'Print JSON'
complete -c latchkey -s h -l help -d 'Show the help'
complete -c latchkey -s v -l version -d 'Show the version'

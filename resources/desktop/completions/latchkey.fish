# SPDX-FileCopyrightText: 2026 The Latchkey authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of latchkey(1) for fish.

complete -c latchkey -f
complete -c latchkey -n __fish_use_subcommand -a status -d 'Who is signed in where'
complete -c latchkey -n __fish_use_subcommand -a sign-in -d 'Sign in from the terminal'
complete -c latchkey -n __fish_use_subcommand -a token -d 'Print a valid access token'
complete -c latchkey -n __fish_use_subcommand -a git-credential -d 'Answer Git, as its credential.helper'
complete -c latchkey -n __fish_use_subcommand -a diagnose -d 'What works and what does not'
complete -c latchkey -n __fish_use_subcommand -a sign-out -d 'Take the access back and forget it'
complete -c latchkey -l demo -d 'Use the built-in demo provider'
complete -c latchkey -l provider -r -F -d 'Use the provider with this id, or from this file'
complete -c latchkey -l method -x -a 'embedded browser device token' -d 'Start with this way of signing in'
complete -c latchkey -n '__fish_seen_subcommand_from token sign-out' -l account -x -d 'Of the account with this login or id'
complete -c latchkey -n '__fish_seen_subcommand_from sign-out' -l everywhere -d 'Sign out of all accounts'
complete -c latchkey -n '__fish_seen_subcommand_from status' -l json -d 'Print JSON'
complete -c latchkey -s h -l help -d 'Show the help'
complete -c latchkey -s v -l version -d 'Show the version'

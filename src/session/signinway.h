// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/provider.h"
#include "result/result.h"

#include <QList>

#include <optional>

/// The ways in which a person can sign in.
enum class SignInWay {
    LoginView, ///< The server's page in Latchkey's own login view (authorization code grant, RFC 6749 §4.1).
    Browser, ///< The same page in the person's browser (RFC 8252).
    Link, ///< The same page in any other browser: the person pastes the link there.
    DeviceCode, ///< A code that the person types on a page of the server, on any device (RFC 8628).
    Token, ///< A token that the person has made at the server, such as a personal access token of GitHub.
    GitHubCli, ///< The token with which GitHub CLI (`gh`) is signed in on this computer.
};

/// True for the ways that show the server's page, and so need a user agent.
bool isByPage(SignInWay way);

/// True for the ways that begin with a token, which is not ours to revoke.
bool isByToken(SignInWay way);

/// What keychain entries call it; reads that. Nothing for an unknown name.
QString nameOf(SignInWay way);
std::optional<SignInWay> signInWayNamed(const QString &name);

/// What this computer can show to the person who wants to sign in.
struct Machine
{
    bool hasWindow = true; ///< False in a terminal: there is no login view and no clipboard.
    bool hasLoginView = true; ///< False if the login view cannot start.
    bool hasBrowser = true;

    /// The browser is out of the person's sight, or cannot reach 127.0.0.1 here; see useragent/browserobstacle.h.
    bool hasBrowserObstacle = false;

    /// Who is signed in to GitHub CLI at the provider's host; empty if nobody is, or as long as it is not known.
    QString cliLogin = {};

    /// The machine as the person sees it after a user agent has failed with this error.
    Machine after(const Error &error) const;
};

/// What keeps a way from working.
enum class WayObstacle {
    NotRegistered, ///< Latchkey has no client id at the server.
    NoClientSecret, ///< Pages of this server need a client secret.
    NotAtServer, ///< The server has nothing of the kind.
    NoWindow,
    NoLoginView,
    NoBrowser,
    NoCliSignIn, ///< Nobody is signed in to GitHub CLI at this server.
};

/// A way to sign in and what keeps it from working, if anything.
struct WayState
{
    SignInWay way;
    std::optional<WayObstacle> obstacle;

    /// True if the way works, or would on another machine with a window.
    bool isOffered() const { return !obstacle || *obstacle == WayObstacle::NoLoginView || *obstacle == WayObstacle::NoBrowser; }
};

/// All ways to sign in at this provider on this machine, the preferred one first. Ways with an obstacle are listed in their
/// place among the others.
QList<WayState> waysFor(const Provider &provider, const Machine &machine);

/// The way to start with; nothing if no way works. Never one with a token: the person must have chosen that.
std::optional<SignInWay> bestWay(const Provider &provider, const Machine &machine);

/// The way to sign in again, or to be granted more scopes: the one that the person has used, or bestWay() if that is not known
/// or does not work. GitHub CLI gives the token that it has, with the same scopes.
std::optional<SignInWay> wayAgain(const Provider &provider, const Machine &machine, std::optional<SignInWay> used);

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/device/deviceauthorization.h"
#include "session/session.h"

namespace cli {

/// Why a command did not work, and what to do.
QString errorText(const Error &error, const Provider &provider);

/// Why nobody is signed in after a sign-in, and what to do.
QString signInError(const Error &error, const Provider &provider);

/// Why a sign-out was not complete, and what to do.
QString signOutError(const Error &error, const Provider &provider);

/// Says that a token is good, but that the one for the next refresh is lost.
QString renewedButNotStored(const Error &error);

/// Why Git gets no answer, and what to do.
QString noAnswerForGit(const Error &error, const Provider &provider);

/// True if the keychain does not answer, whatever it is asked.
bool isKeychainHung(const Error &error);

/// Says that the account is forgotten, but that the server was not told.
QString forgottenWithoutTelling(const Provider &provider);

/// Says why the session has just ended, or that nobody is signed in, and what to do.
QString hasEnded(const Session &session);
QString nobodySignedInAt(const Provider &provider);

/// Names the keys of a provider file that nobody knows.
QString ignoredKeys(const Provider &provider);

/// Says that there is no client ID, and where to write it.
QString notRegistered(const Provider &provider);

/// Says where to enter the code, and never to enter the code of somebody else.
QString deviceInstructions(const oauth::DeviceAuthorization &authorization);

/// "Signed in to GitHub (github.com) as ada. Scopes: read:user."
QString signedIn(const Account &account);

} // namespace cli

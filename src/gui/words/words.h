// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/provider.h"
#include "result/result.h"
#include "session/account.h"
#include "session/signin.h"
#include "session/storage/accountregistry.h"

#include <QString>

#include <chrono>

/// Sentences of the windows. Those about errors come from errortext.
namespace words {

/// Why a sign-in or a restore did not work, and what to do. Empty if the person canceled.
QString signInError(const Error &error, const Provider &provider);

/// Why there is no fresh data, and what to do.
QString resourceError(const Error &error, const Provider &provider);

/// Says that the answers leave out organizations.
QString organizationsLeftOut(int count, const Provider &provider);

/// Why a way of showing the sign-in page does not work, and what to do.
QString userAgentError(const Error &error);

/// True if unlocking the keychain and trying again may help.
bool isCuredByUnlocking(const Error &error);

/// Why the sign-in cannot be renewed, and until when it works.
QString renewalObstacle(const Error &error, const Account &account);

/// Why the sign-in will be forgotten, and what to do.
QString storageError(const Error &error);

/// "Page 7 of 12", "Pages 3, 7, 8, … of 12".
QString pagesOf(const QList<int> &pages, int pageCount);

/// "owner/name" without the owner if that is `login`.
QString repositoryName(const QString &fullName, const QString &login);

/// Why a sign-out was not complete, and what to do.
QString signOutError(const Error &error, const Provider &provider);

/// Says that a server was asked for a month to revoke the tokens of an earlier session, and what to do.
QString revocationGivenUp(const QString &host);

/// Why nobody is signed in any more. Empty if the person signed out, and if an error says it already.
QString sessionEnd(const SessionEnd &end, const Provider &provider);

/// A sentence about an account that is not the one that is shown.
QString ofAccount(const AccountRecord &account, const QString &sentence);

/// Says that another account has signed in than was requested, and that both are signed in.
QString wrongAccount(const AccountRecord &asked, const AccountRecord &got);

/// Says which scopes are requested in addition to the granted ones.
QString scopesWanted(const QStringList &scopes, const Provider &provider);

/// Says that the person has declined to grant more.
QString declined(const Provider &provider);

/// Says which of them have not been granted.
QString scopesMissing(const QStringList &granted, const QStringList &missing, const Provider &provider);

/// Why a registration was not accepted, and what to do.
QString registrationError(const Error &error, const Provider &provider);

/// How to register Latchkey at a server: the first step, and what to do with the callback URL.
QString connectAdvice(const Provider &provider);
QString callbackAdvice(const Provider &provider);

/// The kinds of registration, and what each allows. Empty if there is only one.
QString registrationKinds(const Provider &provider);

/// "Expires in 14 minutes". Below two minutes in seconds.
QString timeLeft(std::chrono::seconds left);

QString signInStep(SignIn::Step step, const Provider &provider);

/// "just now", "3 minutes ago", "on 4 May 2026".
QString age(const QDateTime &then, const QDateTime &now);

} // namespace words

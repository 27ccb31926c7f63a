// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/provider.h"
#include "result/result.h"
#include "session/storage/accountregistry.h"
#include "session/signin.h"

#include <QString>

#include <chrono>

/// What errors, ends and steps are called in front of people: a sentence on what happened, and one on what to do.
namespace words {

/// Why a sign-in or a restore did not work.
QString signInError(const Error &error, const Provider &provider);

/// Why fresh data could not be had.
QString resourceError(const Error &error, const Provider &provider);

/// That organizations leave nothing of theirs in the answers.
QString organizationsLeftOut(int count, const Provider &provider);

/// Why the login view cannot be used, in one sentence.
QString userAgentError(const Error &error);

/// True where the keychain may give in when it is asked again.
bool isCuredByUnlocking(const Error &error);

/// Why the sign-in will be forgotten.
QString storageError(const Error &error);

/// "★ 1,284", and "1 fork" or "88 forks".
QString stars(qint64 count);
QString forks(qint64 count);

/// Why a sign-out was not complete.
QString signOutError(const Error &error, const Provider &provider);

/// Why nobody is signed in any more. Empty if the person signed out, and if an error says it already.
QString sessionEnd(const SessionEnd &end, const Provider &provider);

/// What is said of an account that is not the one that is shown.
QString ofAccount(const AccountRecord &account, const QString &sentence);

/// That another account has signed in than was asked for, and that both are there.
QString wrongAccount(const AccountRecord &asked, const AccountRecord &got);

/// Which scopes are asked for beside those that are granted.
QString scopesWanted(const QStringList &scopes, const Provider &provider);

/// Which of them have not been granted.
QString scopesMissing(const QStringList &granted, const QStringList &missing, const Provider &provider);

/// True where another client id or secret may help.
bool isAboutRegistration(const Error &error);

/// Why a registration was not taken.
QString registrationError(const Error &error, const Provider &provider);

/// How to register Latchkey at a server, in a sentence or two.
QString connectAdvice(const Provider &provider);

/// Which kinds of registration there are, and what each allows; empty where there is only one.
QString registrationKinds(const Provider &provider);

/// What a token by hand is.
QString tokenAdvice(const Provider &provider);

/// "Good for 14 minutes"; what is below a minute, in seconds.
QString timeLeft(std::chrono::seconds left);

QString signInStep(SignIn::Step step, const Provider &provider);

/// "just now", "3 minutes ago", "on 4 May 2026".
QString age(const QDateTime &then, const QDateTime &now);

} // namespace words

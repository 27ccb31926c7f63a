// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/signin/signinpurpose.h"
#include "session/sessionlist.h"

#include <QPointer>

#include <functional>
#include <optional>

/// Something to tell the person, with at most one thing to do about it.
struct Notice
{
    QString text;
    QUrl page = {}; ///< To open; empty if there is none.
    std::function<void()> tryAgain = {}; ///< Empty if there is nothing to try again.
};

/// What a person does with accounts, apart from windows: adds one, asks for more scopes, signs out. Reports the outcome.
/// Knows the purpose of the sign-in at hand.
class AccountTasks : public QObject
{
    Q_OBJECT

public:
    explicit AccountTasks(SessionList &sessions);

    /// Shows a session for another account at the current provider.
    void addAccount();

    /// Shows a session for a sign-in to the current account that asks for these scopes as well. False if nobody is signed
    /// in.
    bool requestScopes(const QStringList &scopes);

    /// Shows a session for a sign-in to the current account, which stays signed in meanwhile. False if nobody is signed in.
    bool requestSignInAgain();

    /// Signs the current account out, and shows another account if there is one.
    void signOut();

    /// Drops the purpose, and shows the previous account again. If the person has declined at the server, noticed() says so.
    void goBack();

    /// Drops the purpose: the next sign-in is for anybody.
    void forgetPurpose() { m_purpose.reset(); }

    /// What the sign-in at hand is for; nothing: anybody may sign in.
    const std::optional<SignInPurpose> &purpose() const { return m_purpose; }

    /// An attempt has begun.
    void noteAttempt();

    /// True if the person has declined, so that the previous account goes on as it is.
    bool isGivenUp() const;

    /// True while the sign-in at hand is for an account that stays signed in meanwhile.
    bool keepsAccount() const { return m_purpose && m_purpose->keepsAccount; }

    /// Ends the purpose, since the account has signed in. What to tell the person about it; nothing if all went as asked.
    std::optional<Notice> finish(const Account &account);

Q_SIGNALS:
    /// Something is to be told, whichever window is shown.
    void noticed(const Notice &notice);

    /// The current session has ended, and the sign-in that follows is for its account.
    void purposeChanged();

private:
    void begin(const SignInPurpose &purpose);
    void signInAgain(const SignInPurpose &purpose, bool leavesCurrent);
    void leave(Session &session);
    void noteEnd(const AccountRecord &account, EndReason reason, const Session &session);

    SessionList &m_sessions;
    std::optional<SignInPurpose> m_purpose;
    QPointer<Session> m_attempting; ///< The session that the purpose is for.
};

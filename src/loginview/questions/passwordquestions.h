// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QHash>
#include <QUrl>

#include <optional>

class QWidget;

/// A server or a proxy that wants a user name and a password (RFC 9110 §11).
struct PasswordChallenge
{
    QUrl request;
    QString origin; ///< Who gets the password: of the request's URL, or the proxy. Never a word of the server.
    QString realm; ///< The server's words.
    bool isProxy = false;
    bool isEncrypted = false;

    /// True if this asks once more for what `other` asked for.
    bool repeats(const PasswordChallenge &other) const
    {
        return request == other.request && origin == other.origin && isProxy == other.isProxy;
    }
};

struct Credentials
{
    QString user;
    QString password;
};

/// Asks for the user name and the password of HTTP authentication. They go to Qt WebEngine and are not kept here.
class PasswordQuestions
{
    Q_DECLARE_TR_FUNCTIONS(PasswordQuestions)

public:
    /// The person's answer, or nothing: they canceled, or three tries at this origin have failed. Qt WebEngine stands still
    /// meanwhile, so there is one question at a time.
    std::optional<Credentials> ask(const PasswordChallenge &challenge, QWidget *window);

    /// A page is on its way: its origin has all tries again.
    void beginPage();

    /// The person has opened or reloaded a page: they may be asked again although they canceled.
    void reset();

    bool isOpen() const { return m_isOpen; }

private:
    std::optional<Credentials> show(const PasswordChallenge &challenge, QWidget *window);

    QHash<QString, int> m_tries; ///< By origin, of this page.
    std::optional<PasswordChallenge> m_last;
    int m_cancels = 0;
    bool m_isOpen = false;
};

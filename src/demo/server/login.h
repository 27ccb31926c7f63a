// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loopback/httpmessage.h"

#include <QHash>
#include <QUrl>

#include <optional>

namespace demo {

/// The login form, and the browser sessions that are logged in.
class Login
{
public:
    /// The accounts, and the password that they share. The form has the first one filled in, and a button for the other.
    static QStringList userNames();
    static QString userName() { return userNames().first(); }
    static QString password();

    /// A browser in which somebody is logged in.
    struct BrowserSession
    {
        QString login;
        QString csrfToken; ///< Its forms must carry it.
    };

    /// The form. After the login, the browser goes on to `returnTo`.
    static loopback::Response form(const QUrl &returnTo, const QString &typedLogin = {}, const QString &error = {});

    /// Answers the submitted form, and the link to it for choosing another account.
    loopback::Response logIn(const loopback::Request &request);

    /// Nothing if nobody is logged in.
    std::optional<BrowserSession> sessionOf(const loopback::Request &request) const;

private:
    QHash<QString, BrowserSession> m_sessions; ///< By cookie.
};

} // namespace demo

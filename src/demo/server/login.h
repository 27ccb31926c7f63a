// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loopback/httpmessage.h"

#include <QHash>
#include <QUrl>

namespace demo {

/// The login form, and the browser sessions that are logged in.
class Login
{
public:
    /// The one account's credentials. The form shows them.
    static QString userName();
    static QString password();

    /// The form. After the login, the browser goes on to `returnTo`.
    static loopback::Response form(const QUrl &returnTo, const QString &typedLogin = {}, const QString &error = {});

    /// Answers the submitted form.
    loopback::Response logIn(const loopback::Request &request);

    /// The CSRF token that this browser session's forms must carry; empty if it is not logged in.
    QString csrfTokenOf(const loopback::Request &request) const;

private:
    QHash<QString, QString> m_csrfTokens; ///< By browser session.
};

} // namespace demo

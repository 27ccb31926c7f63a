// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loopback/httpmessage.h"

#include <QHash>
#include <QUrl>

namespace demo {

/// Who is logged in at the demo's pages, and the form that gets them there.
class Login
{
public:
    static QString userName();
    static QString password();

    /// The form, which leads on to `returnTo`.
    static loopback::Response form(const QUrl &returnTo, const QString &typedLogin = {}, const QString &error = {});

    /// The form comes back here.
    loopback::Response logIn(const loopback::Request &request);

    /// What the forms of the person who is logged in must bring along; empty where nobody is.
    QString csrfTokenOf(const loopback::Request &request) const;

private:
    QHash<QString, QString> m_csrfTokens; ///< By browser session.
};

} // namespace demo

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <QObject>
#include <QUrl>

namespace oauth {

/// Takes the person to the authorization endpoint (RFC 8252 §4). The answer does not come back through it, but arrives
/// at the redirect URI.
class UserAgent : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Prepares for show() if that takes time. May already emit failed().
    virtual void prepare() {}

    /// Shows the authorization request. Emits failed() if it cannot.
    virtual void show(const QUrl &authorizationRequest) = 0;

    /// Ends the display: the attempt is over.
    virtual void dismiss() = 0;

Q_SIGNALS:
    /// The person has closed the page.
    void canceled();

    /// The person has closed the page and wants their own browser to show the same request. The attempt goes on.
    void browserRequested();

    /// The page cannot be shown, or no longer. Error::Kind::NoUserAgent.
    void failed(const Error &error);
};

} // namespace oauth

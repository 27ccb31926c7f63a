// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <QObject>
#include <QUrl>

namespace oauth {

/// Takes the person to the authorization endpoint (RFC 8252 §4). The answer does not come back this way: it arrives
/// at the redirect URI.
class UserAgent : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Gets ready ahead of show(), where that takes time. May report by failed() already.
    virtual void prepare() {}

    /// Shows the authorization request. Reports by failed() when it cannot.
    virtual void show(const QUrl &authorizationRequest) = 0;

    /// The attempt is over: nothing needs to be shown any more.
    virtual void dismiss() = 0;

Q_SIGNALS:
    /// The person closed it.
    void canceled();

    /// It cannot show the page, or no longer; Error::Kind::NoUserAgent.
    void failed(const Error &error);
};

} // namespace oauth

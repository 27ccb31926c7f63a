// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractOAuthReplyHandler>
#include <QNetworkReply>

namespace oauth {

/// The reply handler of a flow that only asks the token endpoint: it has no redirect URI.
class TokenReplyHandler : public QAbstractOAuthReplyHandler
{
    Q_OBJECT

public:
    QString callback() const override { return {}; }

Q_SIGNALS:
    /// The token endpoint has answered. The reply deletes itself.
    void tokenReplyFinished(QNetworkReply *reply);

protected:
    void networkReplyFinished(QNetworkReply *reply) override
    {
        reply->deleteLater();
        Q_EMIT tokenReplyFinished(reply);
    }
};

} // namespace oauth

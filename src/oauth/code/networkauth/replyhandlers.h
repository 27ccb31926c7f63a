// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkReply>
#include <QOAuthHttpServerReplyHandler>

#include <functional>

namespace oauth {

/// Receives the reply of the token endpoint.
using TokenReplyReceiver = std::function<void(QNetworkReply &reply)>;

/// One of Qt's reply handlers, changed to pass on token replies unread. Qt 6.4 itself only logs the errors in them.
template<typename Base>
class RawReplyHandler : public Base
{
public:
    template<typename... Arguments>
    explicit RawReplyHandler(TokenReplyReceiver receiver, Arguments &&...arguments)
        : Base(std::forward<Arguments>(arguments)...), m_receiver(std::move(receiver))
    {}

protected:
    void networkReplyFinished(QNetworkReply *reply) override
    {
        reply->deleteLater();
        m_receiver(*reply);
    }

private:
    const TokenReplyReceiver m_receiver;
};

/// Qt's reply handler for a redirect URI, with its listener closed. LoopbackRedirect listens instead: Qt's listener
/// loses callbacks and has no limits (Qt 6.4 to 6.11).
class LoopbackReplyHandler : public RawReplyHandler<QOAuthHttpServerReplyHandler>
{
public:
    LoopbackReplyHandler(const QString &redirectUri, TokenReplyReceiver receiver)
        : RawReplyHandler(std::move(receiver), QHostAddress(QHostAddress::LocalHost), quint16(0)), m_redirectUri(redirectUri)
    {
        close();
    }

    QString callback() const override { return m_redirectUri; }

private:
    const QString m_redirectUri;
};

/// The reply handler of a flow that only asks the token endpoint, without a redirect URI.
class TokenReplyHandler : public RawReplyHandler<QAbstractOAuthReplyHandler>
{
public:
    using RawReplyHandler::RawReplyHandler;

    QString callback() const override { return {}; }
};

} // namespace oauth

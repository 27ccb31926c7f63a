// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/authorizationserver.h"
#include "oauth/clientregistration.h"
#include "oauth/device/deviceauthorization.h"
#include "oauth/tokenrequest.h"
#include "result/answering.h"

#include <QDeadlineTimer>

#include <optional>

namespace oauth {

/// One attempt to obtain tokens by the device authorization grant (RFC 8628): the person types a short code on a page,
/// on any device, while the server is polled. Deleting it abandons the attempt.
class DeviceGrant : public QObject
{
    Q_OBJECT

public:
    /// `second` is how long a second lasts; tests shorten it.
    DeviceGrant(const AuthorizationServer &server, const ClientRegistration &client,
                const http::AnswerLimits &limits = {}, std::chrono::milliseconds second = std::chrono::seconds(1));

    /// True if the server has a device authorization endpoint.
    static bool isPossible(const AuthorizationServer &server) { return !server.deviceAuthorizationEndpoint.isEmpty(); }

    /// Answers when the attempt is over. Denied: "expired_token", nobody typed the code in time;
    /// "device_flow_unsupported", the server has no endpoint for it; or the server's error code, such as
    /// "access_denied" and GitHub's "device_flow_disabled". Unreachable: the server gave no code. Once there is a code,
    /// neither a lost connection nor an answer that is not one of the protocol ends the attempt (RFC 8628 §3.5). If such answers
    /// go on until the code expires, the last one is the error.
    void start(QObject *context, Receiver<TokenSet> receiver);

    /// The code and its page; nothing before authorizationReceived().
    const std::optional<DeviceAuthorization> &authorization() const { return m_authorization; }

    /// True while the server is being asked for tokens.
    bool isAsking() const { return m_isAsking; }

    /// Makes the poll under way the last one. It ends as Canceled unless it brings tokens, which the caller must
    /// revoke.
    void abandon() { m_isAbandoned = true; }

    /// The current time between two polls; the server may have raised it.
    std::chrono::seconds interval() const { return m_interval; }

Q_SIGNALS:
    void authorizationReceived(const oauth::DeviceAuthorization &authorization);

    /// The server has issued these tokens, which may still be refused here.
    void issued(const oauth::TokenSet &tokens);

private:
    void requestCode();
    void readAuthorization(QNetworkReply &reply);
    void wait(std::chrono::seconds time);
    void expire();
    void poll();
    void readPoll(const Result<TokenSet> &answer);
    void readTokens(TokenSet tokens);
    void backOff(const Error &error);
    void finish(const Result<TokenSet> &result);

    const AuthorizationServer m_server;
    const ClientRegistration m_client;
    const std::chrono::milliseconds m_second;
    http::StrictAccessManager m_network;
    ClientAuthentication m_authentication;
    TokenRequest m_tokenRequest;
    std::optional<DeviceAuthorization> m_authorization;
    QString m_deviceCode;
    QDeadlineTimer m_deadline;
    std::chrono::seconds m_interval{0};
    std::chrono::seconds m_backOff{0}; ///< Replaces the interval while the server does not answer sensibly.
    std::optional<Error> m_lastRefusal; ///< Of the last poll, if that was answered outside of the protocol.
    bool m_isAsking = false;
    bool m_isAbandoned = false;
    Answering<TokenSet> m_answering;
};

} // namespace oauth

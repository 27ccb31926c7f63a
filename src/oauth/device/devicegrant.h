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

/// One attempt to obtain tokens by the device authorization grant (RFC 8628): the person types a short code on a page
/// that they open where they like, and the server is asked now and then whether they have. Deleting it abandons the
/// attempt.
class DeviceGrant : public QObject
{
    Q_OBJECT

public:
    /// `second` is how long a second lasts; a test has shorter ones.
    DeviceGrant(const AuthorizationServer &server, const ClientRegistration &client, const http::AnswerLimits &limits = {},
                std::chrono::milliseconds second = std::chrono::seconds(1));

    /// True where the server has a device authorization endpoint at all.
    static bool isPossible(const AuthorizationServer &server) { return !server.deviceAuthorizationEndpoint.isEmpty(); }

    /// Answers when it is over. Denied: "expired_token", when nobody has typed the code in time, so that a new one is in
    /// order; "device_flow_unsupported", where the server has no endpoint for it; or the server's error code, such as
    /// "access_denied" and GitHub's "device_flow_disabled". Unreachable: no code could be had. After that a lost
    /// connection ends nothing.
    void start(QObject *context, Receiver<TokenSet> receiver);

    /// What the person needs; nothing before authorizationReceived().
    const std::optional<DeviceAuthorization> &authorization() const { return m_authorization; }

    /// True while the server is being asked for tokens.
    bool isAsking() const { return m_isAsking; }

    /// Makes a question under way the last one: "canceled" unless it brings tokens, which are to be given back.
    void abandon() { m_isAbandoned = true; }

    /// Between two questions, as things stand: the server may have asked for patience.
    std::chrono::seconds interval() const { return m_interval; }

Q_SIGNALS:
    void authorizationReceived(const oauth::DeviceAuthorization &authorization);

    /// The server has issued these, which may be refused yet.
    void issued(const oauth::TokenSet &tokens);

private:
    void readAuthorization(QNetworkReply &reply);
    void wait(std::chrono::seconds time);
    void poll();
    void readTokens(const Result<TokenSet> &tokens);
    void finish(const Result<TokenSet> &result);

    const AuthorizationServer m_server;
    const ClientRegistration m_client;
    const std::chrono::milliseconds m_second;
    http::StrictAccessManager m_network;
    TokenRequest m_tokenRequest;
    std::optional<DeviceAuthorization> m_authorization;
    QString m_deviceCode;
    QDeadlineTimer m_deadline;
    std::chrono::seconds m_interval{0};
    std::chrono::seconds m_backOff{0}; ///< In place of the interval while the server cannot be reached.
    bool m_isAsking = false;
    bool m_isAbandoned = false;
    Answering<TokenSet> m_answering;
};

} // namespace oauth

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/openid/discovery.h"
#include "oauth/tokenrequest.h"
#include "provider/provider.h"
#include "result/answering.h"

#include <memory>

/// What a server says about a registration.
struct CheckedRegistration
{
    Provider provider; ///< With discovered endpoints, and the authentication method that works.
    bool givesCodes = false; ///< The server gives device codes to this client id.
};

/// Asks a server whether it knows a client id and its secret, without signing anybody in: requests a device code that
/// nobody will type, and tokens for an authorization code that does not exist. Deleting it abandons the question.
class RegistrationCheck : public QObject
{
    Q_OBJECT

public:
    explicit RegistrationCheck(const Provider &provider, const http::AnswerLimits &limits = {});
    ~RegistrationCheck() override;

    /// Errors: Denied "unknown_client" or "wrong_secret", those of oauth::Discovery, and Unreachable. Any other refusal
    /// counts as known: the sign-in will tell.
    void start(QObject *context, Receiver<CheckedRegistration> receiver);

private:
    void askForDeviceCode();
    void readDeviceAnswer(QNetworkReply &reply);
    void askForTokens();
    void readTokenAnswer(const Error &error);
    void accept();
    void finish(const Result<CheckedRegistration> &result);

    CheckedRegistration m_checked;
    http::StrictAccessManager m_network;
    oauth::ClientAuthentication m_authentication;
    std::unique_ptr<oauth::Discovery> m_discovery;
    std::unique_ptr<oauth::TokenRequest> m_tokenRequest;
    Answering<CheckedRegistration> m_answering;
};

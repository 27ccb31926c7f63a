// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/strictaccessmanager.h"
#include "oauth/authorizationserver.h"
#include "result/answering.h"

#include <QJsonObject>

namespace oauth {

/// Fetches an issuer's metadata (OpenID Connect Discovery §4), once. Deleting it abandons the request.
class Discovery : public QObject
{
    Q_OBJECT

public:
    explicit Discovery(const AuthorizationServer &known, const http::AnswerLimits &limits = {});

    /// Answers with the known server, completed from the issuer's metadata. Malformed "wrong_issuer": metadata of
    /// another issuer. Malformed "discovery": an endpoint is missing or not safe. Else as http::readAnswer().
    void start(QObject *context, Receiver<AuthorizationServer> receiver);

private:
    const AuthorizationServer m_known;
    http::StrictAccessManager m_network;
    Answering<AuthorizationServer> m_answering;
};

/// Completes `known` from a metadata document (RFC 8414 §2). Known endpoints stay. Errors as for Discovery::start().
Result<AuthorizationServer> completed(const AuthorizationServer &known, const QJsonObject &metadata);

} // namespace oauth

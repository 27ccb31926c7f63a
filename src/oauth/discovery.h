// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/authorizationserver.h"
#include "http/strictaccessmanager.h"
#include "result/answering.h"

#include <QJsonObject>

namespace oauth {

/// Asks an issuer for its metadata (OpenID Connect Discovery §4), once.
class Discovery : public QObject
{
    Q_OBJECT

public:
    explicit Discovery(const AuthorizationServer &known, const http::AnswerLimits &limits = {});

    /// Answers with what was known, completed by what the issuer says. Malformed: not its metadata ("wrong_issuer"), or
    /// an endpoint that is missing or not safe.
    void start(QObject *context, Receiver<AuthorizationServer> receiver);

private:
    const AuthorizationServer m_known;
    http::StrictAccessManager m_network;
    Answering<AuthorizationServer> m_answering;
};

/// Completes `known` from a metadata document (RFC 8414 §2); what is known stays.
Result<AuthorizationServer> completed(const AuthorizationServer &known, const QJsonObject &metadata);

} // namespace oauth

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

    /// Answers with the known server, completed from the issuer's metadata. Malformed "wrong_issuer": metadata of another
    /// issuer, which the detail names. Malformed "other_issuer": the same, but that issuer has the same origin and can be used:
    /// the detail is its URL. Malformed "discovery": the issuer or a required endpoint is missing or not safe; the detail
    /// names it. Else as http::readAnswer().
    void start(QObject *context, Receiver<AuthorizationServer> receiver);

private:
    const AuthorizationServer m_known;
    http::StrictAccessManager m_network;
    Answering<AuthorizationServer> m_answering;
};

/// Completes `known` from a metadata document (RFC 8414 §2). Known endpoints stay, and optional ones that are not safe to ask
/// are left out. The issuer becomes that of the metadata, which may differ by a slash at its end: ID tokens and responses
/// spell it the same way. Errors as for Discovery::start().
Result<AuthorizationServer> completed(const AuthorizationServer &known, const QJsonObject &metadata);

} // namespace oauth

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/authorizationserver.h"
#include "oauth/clientregistration.h"
#include "oauth/parameters.h"
#include "oauth/pkce.h"

#include <QOAuth2AuthorizationCodeFlow>

namespace oauth {

/// Qt's authorization code flow for one attempt (a grant or a refresh), with what Qt leaves open closed: state of 256
/// bits, PKCE S256, and parameters that survive the trip. All differences between Qt versions are in here.
class CodeFlow : public QOAuth2AuthorizationCodeFlow
{
    Q_OBJECT

public:
    CodeFlow(const AuthorizationServer &server, const ClientRegistration &client, QNetworkAccessManager &network,
             QAbstractOAuthReplyHandler &replyHandler, const Parameters &extraParameters = {});

    /// The code as it came, decoded. Qt encodes it once too often (QTBUG-81624), so the token request takes it from
    /// here.
    void setCode(const QString &code) { m_code = code; }

private:
    void writeParameters(Stage stage, QMultiMap<QString, QVariant> *parameters) const;
    Parameters parametersOf(Stage stage) const;

    const ClientRegistration m_client;
    const Parameters m_extraParameters;
    const Pkce m_pkce;
    QString m_code;
};

} // namespace oauth

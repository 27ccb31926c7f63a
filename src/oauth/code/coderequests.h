// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/parameters.h"
#include "http/strictaccessmanager.h"
#include "oauth/authorizationserver.h"
#include "oauth/clientauthentication.h"
#include "oauth/tokenset.h"
#include "result/result.h"

#include <QUrl>

#include <memory>

namespace oauth {

/// Sends the requests of one CodeFlow, whose parameters are complete and not yet encoded. Deleting it abandons the
/// request in flight.
class CodeRequests
{
public:
    struct Subject
    {
        AuthorizationServer server;
        QString clientId;
        QString state;
        QString requestedScope;
        http::AnswerLimits limits;
    };

    virtual ~CodeRequests() = default;

    virtual QUrl authorization(const http::Parameters &parameters, const QString &redirectUri) = 0;
    virtual void keepConnected() = 0;
    virtual void redeem(const AuthenticatedForm &form, QObject *context, Receiver<TokenSet> receiver) = 0;
    virtual void refresh(const AuthenticatedForm &form, QObject *context, Receiver<TokenSet> receiver) = 0;
};

/// One of two implementations, chosen when linking: with Qt Network Authorization (`networkauth`) or without (`plain`).
std::unique_ptr<CodeRequests> makeCodeRequests(const CodeRequests::Subject &subject);

} // namespace oauth

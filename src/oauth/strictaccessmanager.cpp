// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/strictaccessmanager.h"

#include "oauth/httpanswer.h"

#include <QNetworkReply>
#include <QTimer>

namespace oauth {

StrictAccessManager::StrictAccessManager(const AnswerLimits &limits, QObject *parent)
    : QNetworkAccessManager(parent), m_limits(limits)
{
    setTransferTimeout(int(limits.silence.count()));
}

void StrictAccessManager::answerNoChallenges()
{
    disconnect(this, &QNetworkAccessManager::authenticationRequired, nullptr, nullptr);
}

QNetworkReply *StrictAccessManager::createRequest(Operation operation, const QNetworkRequest &original, QIODevice *body)
{
    QNetworkRequest request(original);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Latchkey/" LATCHKEY_VERSION));
    if (!request.hasRawHeader("Accept"))
        request.setRawHeader("Accept", "application/json");
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    if (!request.attribute(QNetworkRequest::RedirectPolicyAttribute).isValid())
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);

    QNetworkReply *reply = QNetworkAccessManager::createRequest(operation, request, body);
    QTimer::singleShot(m_limits.total, reply, &QNetworkReply::abort);
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply, limit = m_limits.bytes](qint64 received) {
        if (received > limit) {
            markTooLarge(*reply);
            reply->abort();
        }
    });
    return reply;
}

} // namespace oauth

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/faultyprovider.h"
#include "oauth/useragent.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QUrlQuery>

/// A person at the demo provider's pages, without a window: logs in and authorizes.
class DemoUserAgent : public oauth::UserAgent
{
public:
    void show(const QUrl &authorizationRequest) override
    {
        showCount += 1;
        m_request = authorizationRequest;
        if (!isAway)
            logIn();
    }
    /// The last authorization request.
    QString request() const { return m_request.toString(QUrl::FullyEncoded); }

    void dismiss() override { dismissCount += 1; }

    bool isAway = false; ///< Does nothing with the page.
    bool declines = false;
    int showCount = 0;
    int dismissCount = 0;

private:
    void logIn()
    {
        const QString returnTo = m_request.path() + QLatin1Char('?') + m_request.query(QUrl::FullyEncoded);
        post(m_request.resolved(QUrl(QStringLiteral("/login"))),
             {{"return_to", returnTo}, {"login", demo::DemoProvider::userName()}, {"password", demo::DemoProvider::password()}},
             [this](const QByteArray &consentPage) { decide(consentPage); });
    }

    void decide(const QByteArray &consentPage)
    {
        static const QRegularExpression csrfToken(QStringLiteral("name=\"authenticity_token\" value=\"([^\"]+)\""));
        post(m_request,
             {{"authenticity_token", csrfToken.match(QString::fromUtf8(consentPage)).captured(1)},
              {"authorize", declines ? QStringLiteral("0") : QStringLiteral("1")}},
             [](const QByteArray &) {});
    }

    void post(const QUrl &url, const QList<std::pair<const char *, QString>> &fields,
              const std::function<void(const QByteArray &)> &then)
    {
        QByteArray body;
        for (const auto &[name, value] : fields)
            body += (body.isEmpty() ? "" : "&") + QByteArray(name) + '=' + QUrl::toPercentEncoding(value);
        QNetworkRequest request(url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
        QNetworkReply *reply = m_network.post(request, body);
        connect(reply, &QNetworkReply::finished, this, [reply, then] {
            reply->deleteLater();
            then(reply->readAll());
        });
    }

    QNetworkAccessManager m_network;
    QUrl m_request;
};

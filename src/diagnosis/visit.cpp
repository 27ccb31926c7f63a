// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/visit.h"

#include "http/httpdate.h"
#include "http/proxy/proxyproblem.h"
#include "result/printabletext.h"

#include <QNetworkReply>
#include <QSslConfiguration>

#include <memory>

namespace diagnosis {

namespace {

QString protocolName(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2: return QStringLiteral("TLS 1.2");
    case QSsl::TlsV1_3: return QStringLiteral("TLS 1.3");
    default: return QStringLiteral("TLS");
    }
}

/// The issuer of the certificate: the name of the organization if it has one. Anybody can write anything into a certificate.
QString issuerOf(const QSslCertificate &certificate)
{
    const QStringList organizations = certificate.issuerInfo(QSslCertificate::Organization);
    constexpr qsizetype longest = 100;
    return startOf(printableText(organizations.isEmpty() ? certificate.issuerDisplayName() : organizations.first()), longest);
}

/// Records what a finished reply no longer tells.
void watch(QNetworkReply *reply, const std::shared_ptr<Visit> &visit)
{
    QObject::connect(reply, &QNetworkReply::encrypted, reply, [reply, visit] {
        const QSslConfiguration tls = reply->sslConfiguration();
        visit->isEncrypted = true;
        visit->protocol = protocolName(tls.sessionProtocol());
        visit->certificateIssuer = issuerOf(tls.peerCertificate());
    });
    QObject::connect(reply, &QNetworkReply::sslErrors, reply, [visit](const QList<QSslError> &errors) {
        visit->tlsErrors = errors;
        visit->certificateIssuer = issuerOf(errors.first().certificate());
    });
}

} // namespace

bool Visit::hasProxyError() const
{
    return !answer && http::isProxyFailure(answer.error().code);
}

void visit(const QUrl &url, Manner manner, const QNetworkProxy &proxy, const http::AnswerLimits &limits,
           QObject *context, std::function<void(const Visit &)> receiver)
{
    auto *network = new http::StrictAccessManager(limits, context);
    network->setProxy(proxy);
    const QNetworkRequest request(url);
    QNetworkReply *reply = manner == Manner::Head ? network->head(request) : network->get(request);
    const auto visit = std::make_shared<Visit>();
    visit->url = url;
    watch(reply, visit);
    QObject::connect(reply, &QNetworkReply::finished, context, [network, reply, visit, receiver] {
        network->deleteLater();
        visit->serverTime = http::readHttpDate(reply->rawHeader("Date"));
        visit->answer = http::readAnswer(*reply);
        receiver(*visit);
    });
}

} // namespace diagnosis

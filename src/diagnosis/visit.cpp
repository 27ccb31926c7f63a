// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/visit.h"

#include <QAuthenticator>
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

/// Who vouches for the server: the company's name where the certificate has one.
QString issuerOf(const QSslCertificate &certificate)
{
    const QStringList organizations = certificate.issuerInfo(QSslCertificate::Organization);
    return organizations.isEmpty() ? certificate.issuerDisplayName() : organizations.first();
}

/// Notes on the way what cannot be read from a finished reply.
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
    QObject::connect(reply->manager(), &QNetworkAccessManager::proxyAuthenticationRequired, reply,
                     [visit] { visit->isProxyClosed = true; });
}

} // namespace

void visit(const QUrl &url, Manner manner, const QNetworkProxy &proxy, const oauth::AnswerLimits &limits,
           QObject *context, std::function<void(const Visit &)> receiver)
{
    auto *network = new oauth::StrictAccessManager(limits, context);
    network->setProxy(proxy);
    const QNetworkRequest request(url);
    QNetworkReply *reply = manner == Manner::Head ? network->head(request) : network->get(request);
    const auto visit = std::make_shared<Visit>();
    visit->url = url;
    watch(reply, visit);
    QObject::connect(reply, &QNetworkReply::finished, context, [network, reply, visit, receiver] {
        network->deleteLater();
        visit->serverTime = reply->rawHeader("Date").isEmpty()
            ? QDateTime()
            : QDateTime::fromString(QString::fromLatin1(reply->rawHeader("Date")), Qt::RFC2822Date);
        visit->answer = oauth::readAnswer(*reply);
        receiver(*visit);
    });
}

} // namespace diagnosis

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTemporaryDir>

/// A self-signed certificate, made by the openssl command for a subject such as "IP:127.0.0.1" or "DNS:github.com".
struct Certificate
{
    explicit Certificate(const QString &alternativeName)
    {
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"),
                      {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                       QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
                       QStringLiteral("-keyout"), folder.filePath(QStringLiteral("key")), QStringLiteral("-out"),
                       folder.filePath(QStringLiteral("certificate")), QStringLiteral("-days"), QStringLiteral("30"),
                       QStringLiteral("-subj"), QStringLiteral("/O=Test Authority/CN=test"), QStringLiteral("-addext"),
                       QStringLiteral("subjectAltName=") + alternativeName});
        if (!openssl.waitForFinished() || openssl.exitCode() != 0)
            qFatal("openssl: %s", openssl.readAllStandardError().constData());
    }

    QSslCertificate certificate() const { return QSslCertificate(read(QStringLiteral("certificate"))); }

    /// The configuration of a server with this certificate.
    QSslConfiguration configuration() const
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(certificate());
        configuration.setPrivateKey(QSslKey(read(QStringLiteral("key")), QSsl::Ec));
        return configuration;
    }

    /// Makes this process trust the certificate, until the default configuration is restored.
    void trust() const
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.addCaCertificate(certificate());
        QSslConfiguration::setDefaultConfiguration(configuration);
    }

    QByteArray read(const QString &name) const
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
};

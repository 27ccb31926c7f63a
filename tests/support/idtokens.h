// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonDocument>
#include <QJsonObject>

/// An ID token with an invalid signature, which Latchkey does not check (OpenID Connect Core §3.1.3.7).
inline QString idTokenOf(const QJsonObject &header, const QJsonObject &claims)
{
    const auto encoded = [](const QJsonObject &object) {
        return QJsonDocument(object).toJson().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return QString::fromLatin1(encoded(header) + '.' + encoded(claims) + ".c2lnbmF0dXJl");
}

inline QString idTokenOf(const QJsonObject &claims)
{
    return idTokenOf({{QStringLiteral("alg"), QStringLiteral("RS256")}}, claims);
}

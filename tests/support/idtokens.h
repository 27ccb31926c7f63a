// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonDocument>
#include <QJsonObject>

/// An ID token with a signature that is none: nobody looks at it.
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

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <QJsonDocument>
#include <QJsonObject>

/// Reads a JSON object from an answer or a file. Malformed "not_json" if it is none.
inline Result<QJsonObject> readJsonObject(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return Error::malformed(QStringLiteral("not_json"), error.errorString());
    if (!document.isObject())
        return Error::malformed(QStringLiteral("not_json"), QStringLiteral("not an object"));
    return document.object();
}

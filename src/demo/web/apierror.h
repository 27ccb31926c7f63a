// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loopback/httpmessage.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace demo {

/// An error of GitHub's REST API.
inline loopback::Response apiError(int status, const char *message)
{
    const QJsonObject body{{QStringLiteral("message"), QLatin1String(message)},
                           {QStringLiteral("documentation_url"), QStringLiteral("https://docs.github.com/rest")},
                           {QStringLiteral("status"), QString::number(status)}};
    return {.status = status,
            .contentType = "application/json; charset=utf-8",
            .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

} // namespace demo

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/server/oauthanswer.h"

#include "demo/web/log.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace demo {

using loopback::Request;
using loopback::Response;

namespace {

bool isNumber(const QString &name)
{
    return name.endsWith(QLatin1String("expires_in")) || name == QLatin1String("interval");
}

Response asJson(const AnswerFields &fields)
{
    QJsonObject object;
    for (const auto &[name, text] : fields)
        object.insert(name, isNumber(name) ? QJsonValue(text.toLongLong()) : QJsonValue(text));
    return {.contentType = "application/json; charset=utf-8",
            .body = QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

Response asForm(const AnswerFields &fields)
{
    QByteArray body;
    for (const auto &[name, text] : fields)
        body += (body.isEmpty() ? "" : "&") + name.toLatin1() + '=' + QUrl::toPercentEncoding(text);
    return {.contentType = "application/x-www-form-urlencoded; charset=utf-8", .body = body};
}

} // namespace

AnswerFields errorFields(const char *code, const char *description)
{
    qCInfo(log) << "refused the token request:" << code;
    return {{QStringLiteral("error"), QLatin1String(code)},
            {QStringLiteral("error_description"), QLatin1String(description)},
            {QStringLiteral("error_uri"),
             QStringLiteral("https://docs.github.com/apps/oauth-apps/maintaining-oauth-apps/"
                            "troubleshooting-oauth-app-access-token-request-errors")}};
}

Response oauthAnswer(const Request &request, const AnswerFields &fields)
{
    return request.header("accept").contains("application/json") ? asJson(fields) : asForm(fields);
}

} // namespace demo

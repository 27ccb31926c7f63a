// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/readme.h"

#include "github/api/json.h"
#include "result/jsonobject.h"

namespace github {

namespace {

/// The file in base64, which is the answer to somebody who does not ask for a form, or whose form is not known.
Result<Readme> readFile(const QByteArray &body)
{
    const Result<QJsonObject> file = readJsonObject(body);
    if (!file || text(*file, "encoding") != QLatin1String("base64"))
        return Error::malformed(QStringLiteral("readme"));
    return Readme{QString::fromUtf8(QByteArray::fromBase64(file->value(u"content").toString().toLatin1())), true};
}

/// GitHub's rendering has its own media type; text/html comes from a captive portal.
Result<Readme> readReadme(const http::Answer &answer)
{
    const QByteArray type = answer.header("content-type").split(';').first().trimmed().toLower();
    if (type == "application/json" || type == "application/vnd.github+json")
        return readFile(answer.body);
    if (type.startsWith("application/vnd.github.") && type.contains("html"))
        return Readme{QString::fromUtf8(answer.body)};
    const bool isText = type.isEmpty() || type == "text/plain" || type == "text/markdown" || type.contains(".raw");
    return isText ? Result<Readme>(Readme{QString::fromUtf8(answer.body), true}) : Error::malformed(QStringLiteral("readme"));
}

} // namespace

Request<Readme> profileReadme(const QUrl &apiBaseUrl, const QString &login)
{
    QNetworkRequest request = gitHubRequest(apiBaseUrl, QStringLiteral("/repos/%1/%1/readme").arg(pathPart(login)));
    request.setRawHeader("Accept", "application/vnd.github.html+json");
    return {request, readReadme};
}

} // namespace github

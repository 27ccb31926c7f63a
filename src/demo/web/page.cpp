// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/web/page.h"

#include "demo/web/resource.h"

#include <QRegularExpression>

namespace demo {

namespace {

using Texts = QHash<QString, QString>;

QString templateOf(const QString &name)
{
    return QString::fromUtf8(resource(name + QStringLiteral(".html")));
}

/// Replaces all keys in one pass, so that inserted text is never read as a key.
QString fillIn(const QString &html, const Texts &markup)
{
    static const QRegularExpression key(QStringLiteral("@([A-Z_]+)@"));
    QString filled;
    qsizetype end = 0;
    for (const QRegularExpressionMatch &match : key.globalMatch(html)) {
        filled += QStringView(html).sliced(end, match.capturedStart() - end);
        filled += markup.value(match.captured(1));
        end = match.capturedEnd();
    }
    return filled.append(QStringView(html).sliced(end));
}

QString headingOf(const QString &html)
{
    static const QRegularExpression heading(QStringLiteral("<h1>(.*)</h1>"));
    return heading.match(html).captured(1);
}

} // namespace

/// The policy has no form-action: Chromium would also apply it to the redirect that leads back to the application.
loopback::Response page(int status, const QString &name, const Texts &texts, const Texts &markup)
{
    Texts all = markup;
    for (auto text = texts.begin(); text != texts.end(); ++text)
        all.insert(text.key(), text.value().toHtmlEscaped());
    const QString content = fillIn(templateOf(name), all);
    const QString html = fillIn(templateOf(QStringLiteral("frame")),
                                {{QStringLiteral("TITLE"), headingOf(content)}, {QStringLiteral("CONTENT"), content}});
    return {.status = status,
            .contentType = "text/html; charset=utf-8",
            .body = html.toUtf8(),
            .headers = {{"Content-Security-Policy",
                         "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; "
                         "frame-ancestors 'none'"}}};
}

} // namespace demo

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/page.h"

#include <QFile>

namespace demo {

namespace {

QString resource(const QString &name)
{
    QFile file(QStringLiteral(":/demo/%1.html").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the demo's page %s is not in the program", qPrintable(name));
    return QString::fromUtf8(file.readAll());
}

} // namespace

loopback::Response page(int status, const QString &name, const QHash<QString, QString> &texts,
                        const QHash<QString, QString> &markup)
{
    QString html = resource(QStringLiteral("frame")).replace(QLatin1String("@CONTENT@"), resource(name));
    for (auto it = markup.begin(); it != markup.end(); ++it)
        html.replace(QLatin1Char('@') + it.key() + QLatin1Char('@'), it.value());
    for (auto it = texts.begin(); it != texts.end(); ++it)
        html.replace(QLatin1Char('@') + it.key() + QLatin1Char('@'), it.value().toHtmlEscaped());
    return {.status = status,
            .contentType = "text/html; charset=utf-8",
            .body = html.toUtf8(),
            .headers = {{"Content-Security-Policy",
                         "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'"}}};
}

} // namespace demo

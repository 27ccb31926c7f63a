// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/pagelinks.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

namespace http {

namespace {

/// 0 if there is no usable number.
int pageNumber(const QString &address)
{
    bool isNumber = false;
    const int page = QUrlQuery(QUrl(address)).queryItemValue(QStringLiteral("page")).toInt(&isNumber);
    return isNumber && page > 0 ? page : 0;
}

/// A link may have several relations: rel="next last".
QStringList relationsOf(const QString &parameters)
{
    static const QRegularExpression relation(QStringLiteral("(?:^|[;\\s])rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,]+))"),
                                             QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = relation.match(parameters);
    const QString relations = match.captured(1) + match.captured(2);
    return relations.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

PageLinks pageLinks(const Answer &answer)
{
    static const QRegularExpression link(QStringLiteral("<([^<>]*)>([^<]*)"));
    PageLinks links;
    auto matches = link.globalMatch(QString::fromLatin1(answer.header("link")));
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const int page = pageNumber(match.captured(1));
        for (const QString &relation : relationsOf(match.captured(2))) {
            if (relation == QLatin1String("next")) {
                links.hasNext = true;
                links.next = page;
            } else if (relation == QLatin1String("last")) {
                links.last = page;
            } else if (relation != QLatin1String("first") && relation != QLatin1String("prev")) {
                continue;
            }
            links.areGiven = true;
        }
    }
    return links;
}

} // namespace http

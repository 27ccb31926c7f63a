// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "richtext/badge.h"

#include "result/printabletext.h"

#include <QHash>
#include <QRegularExpression>
#include <QUrlQuery>

namespace richtext {

namespace {

constexpr qsizetype longestText = 120;
constexpr qsizetype longestSvg = 64 * 1024; // A badge has 1 KB.

QString cut(const QString &text)
{
    return cutTo(printableText(text).trimmed(), longestText - 1);
}

/// The names of shields.io, beside those of CSS.
QColor colorOf(const QString &name)
{
    static const QHash<QString, QColor> names{
        {QStringLiteral("brightgreen"), 0x44cc11}, {QStringLiteral("green"), 0x97ca00},
        {QStringLiteral("yellowgreen"), 0xa4a61d}, {QStringLiteral("yellow"), 0xdfb317},
        {QStringLiteral("orange"), 0xfe7d37},      {QStringLiteral("red"), 0xe05d44},
        {QStringLiteral("blue"), 0x007ec6},        {QStringLiteral("lightgrey"), 0x9f9f9f},
        {QStringLiteral("success"), 0x44cc11},     {QStringLiteral("important"), 0xfe7d37},
        {QStringLiteral("critical"), 0xe05d44},    {QStringLiteral("informational"), 0x007ec6},
        {QStringLiteral("inactive"), 0x9f9f9f},
    };
    static const QRegularExpression hex(QStringLiteral("^#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})$"));
    if (const auto match = hex.match(name); match.hasMatch())
        return QColor(u'#' + match.captured(1));
    if (names.contains(name))
        return names.value(name);
    static const QRegularExpression word(QStringLiteral("^[a-z]{3,20}$"));
    return word.match(name).hasMatch() ? QColor(name) : QColor();
}

/// In these addresses a doubled - or _ means itself, a single - separates, and a single _ is a space.
QString textOfPart(QString part)
{
    const QChar dash(0xe000);
    const QChar line(0xe001);
    part.replace(QLatin1String("__"), line).replace(u'_', u' ').replace(line, u'_').replace(dash, u'-');
    return cut(part);
}

Badge badgeOfShield(const QUrl &url)
{
    QString path = url.path(QUrl::FullyDecoded).sliced(int(qstrlen("/badge/")));
    path.replace(QLatin1String("--"), QString(QChar(0xe000)));
    const QStringList parts = path.split(u'-');
    if (parts.size() < 2 || parts.size() > 3)
        return {};
    QString color = parts.last();
    if (color.endsWith(QLatin1String(".svg")) || color.endsWith(QLatin1String(".png")))
        color.chop(4);
    const QUrlQuery query(url);
    const QString other = query.queryItemValue(QStringLiteral("color"));
    const QString label = query.hasQueryItem(QStringLiteral("label")) ? query.queryItemValue(QStringLiteral("label"), QUrl::FullyDecoded)
                                                                      : parts.size() == 3 ? textOfPart(parts[0]) : QString();
    return {cut(label), textOfPart(parts[parts.size() - 2]), colorOf((other.isEmpty() ? color : other).toLower())};
}

} // namespace

bool isBadgeWithText(const QString &address)
{
    const QUrl url(address, QUrl::TolerantMode);
    return url.host() == QLatin1String("img.shields.io") && url.path().startsWith(QLatin1String("/badge/"))
        && !badgeOfShield(url).message.isEmpty();
}

Badge badgeOf(const QString &alternative, const QString &address)
{
    const QUrl url(address, QUrl::TolerantMode);
    if (isBadgeWithText(address))
        return badgeOfShield(url);
    const QString text = cut(alternative);
    if (!text.isEmpty())
        return {{}, text, {}};
    const QString file = url.fileName(QUrl::FullyDecoded).section(u'.', 0, 0);
    return {{}, cut(file), {}};
}

bool isSvg(const QByteArray &image)
{
    const QByteArray start = image.left(1024).trimmed();
    return start.startsWith('<') && start.contains("<svg");
}

Badge badgeOfSvg(const QByteArray &svg)
{
    const QString text = QString::fromUtf8(svg.left(longestSvg));
    static const QRegularExpression title(QStringLiteral("<title[^<>]*>([^<]{1,200})</title>"));
    static const QRegularExpression label(QStringLiteral("<svg[^>]{0,600}aria-label=\"([^\"]{1,200})\""));
    static const QRegularExpression fill(QStringLiteral("<(?:rect|path)[^>]{0,200}fill=\"(#[0-9a-fA-F]{3,6})\""));
    auto said = title.match(text);
    if (!said.hasMatch())
        said = label.match(text);
    if (!said.hasMatch())
        return {};
    const QString words = cut(said.captured(1));
    Badge badge{{}, words, {}};
    if (const qsizetype colon = words.indexOf(QLatin1String(": ")); colon > 0)
        badge = {words.left(colon), words.sliced(colon + 2), {}};
    QStringList fills;
    for (auto matches = fill.globalMatch(text); matches.hasNext() && fills.size() < 4;)
        fills.append(matches.next().captured(1));
    if (!badge.label.isEmpty() && fills.size() >= 2)
        badge.color = colorOf(fills[1]);
    return badge;
}

} // namespace richtext

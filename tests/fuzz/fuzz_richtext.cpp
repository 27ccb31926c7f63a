// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "richtext/badge.h"
#include "richtext/richtext.h"

#include <QRegularExpression>

namespace fuzz_richtext {

/// The value of each attribute with this name. One after the other, because a value may look like an attribute.
QStringList valuesOf(const QString &html, const QString &name)
{
    static const QRegularExpression attribute(QStringLiteral(" ([a-z]+)=\"([^\"]*)\""));
    QStringList values;
    for (auto found = attribute.globalMatch(html); found.hasNext();) {
        const auto match = found.next();
        if (match.captured(1) == name)
            values.append(match.captured(2));
    }
    return values;
}

void lookAtHtml(const QString &html)
{
    for (const QString &href : valuesOf(html, QStringLiteral("href"))) {
        const bool isAllowed = href.startsWith(u'#') || href.startsWith(QLatin1String("http://")) || href.startsWith(QLatin1String("https://"))
            || href.startsWith(QLatin1String("mailto:")) || href.startsWith(QLatin1String("details:"));
        REQUIRE(isAllowed);
    }
    for (const QString &src : valuesOf(html, QStringLiteral("src")))
        REQUIRE(src.startsWith(QLatin1String("picture:")) || src.startsWith(QLatin1String("glyph:")));
    const QString lower = html.toLower();
    for (const char *bad : {"<script", "<style", "<iframe", "<object", "<link", "<meta", "<base", "<form", "<input", "<svg"})
        REQUIRE(!lower.contains(QLatin1String(bad)));
    REQUIRE(html.count(u'<') == html.count(u'>'));
    REQUIRE(html.size() < 4 * 1024 * 1024);
}

/// A README as a server sends it.
void look(const QByteArray &input)
{
    const richtext::Place place{QUrl(QStringLiteral("https://github.com/ada/ada/blob/HEAD/")),
                                QUrl(QStringLiteral("https://github.com/ada/ada/raw/HEAD/")),
                                [](const QUrl &url) { return url.host() == QLatin1String("github.com"); }};
    const richtext::Options options{.style = {.text = Qt::black, .secondaryText = Qt::gray, .link = Qt::blue, .border = Qt::gray,
                                              .code = Qt::lightGray, .success = Qt::green, .attention = Qt::yellow, .danger = Qt::red,
                                              .done = Qt::magenta, .codeFont = QStringLiteral("Mono"), .isDark = input.size() % 2 == 1},
                                    .toggledDetails = {0, 2}};
    const richtext::Document document = richtext::sanitized(QString::fromUtf8(input), place, options);
    lookAtHtml(document.html);
    for (const richtext::Picture &picture : document.pictures) {
        REQUIRE(picture.url.isEmpty() || picture.url.host() == QLatin1String("github.com"));
        REQUIRE(picture.share > 0 && picture.share <= 1);
        REQUIRE(picture.width.amount >= 0 && picture.height.amount >= 0);
        REQUIRE(picture.badge.text().size() < 300);
    }
    REQUIRE(richtext::badgeOfSvg(input).text().size() < 300);
}

} // namespace fuzz_richtext

FUZZ_TARGET(richtext)

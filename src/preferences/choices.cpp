// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preferences/choices.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <utility>

namespace {

template<typename Value>
struct Names;

template<>
struct Names<Choices::CloneProtocol>
{
    static constexpr std::array all{std::pair(Choices::CloneProtocol::Https, "https"), std::pair(Choices::CloneProtocol::Ssh, "ssh")};
};

template<>
struct Names<Choices::Scheme>
{
    static constexpr std::array all{std::pair(Choices::Scheme::System, "system"), std::pair(Choices::Scheme::Light, "light"),
                                    std::pair(Choices::Scheme::Dark, "dark")};
};

template<>
struct Names<Choices::Contrast>
{
    static constexpr std::array all{std::pair(Choices::Contrast::System, "system"), std::pair(Choices::Contrast::Normal, "normal"),
                                    std::pair(Choices::Contrast::More, "more")};
};

template<>
struct Names<Choices::Density>
{
    static constexpr std::array all{std::pair(Choices::Density::Comfortable, "comfortable"),
                                    std::pair(Choices::Density::Compact, "compact")};
};

template<>
struct Names<bool>
{
    static constexpr std::array all{std::pair(true, "true"), std::pair(false, "false")};
};

template<typename Value>
QString toText(Value value)
{
    for (const auto &[known, name] : Names<Value>::all) {
        if (known == value)
            return QLatin1String(name);
    }
    return {};
}

template<typename Value>
void read(const QString &text, Value &value)
{
    for (const auto &[known, name] : Names<Value>::all) {
        if (text == QLatin1String(name))
            value = known;
    }
}

void readStartPage(const QString &text, PageId &page)
{
    const auto known = pageWithKey(text);
    if (known && *known != PageId::Account)
        page = *known;
}

void readAccent(const QString &text, Choices &choices)
{
    const bool isOwn = text == QLatin1String("latchkey");
    const bool isColor = text.startsWith(QLatin1Char('#')) && QColor::isValidColor(text);
    if (!isOwn && !isColor)
        return;
    choices.usesDesktopAccent = false;
    choices.accent = isColor ? QColor(QColor(text).rgb()) : QColor();
}

void readLanguage(const QString &text, QString &language)
{
    if (QLocale(text).language() != QLocale::C)
        language = text;
}

void readZoom(const QString &text, int &zoom)
{
    bool isNumber = false;
    const int percent = text.toInt(&isNumber);
    if (isNumber)
        zoom = std::clamp(percent, Choices::smallestZoom, Choices::largestZoom);
}

} // namespace

ChoiceTexts toTexts(const Choices &choices)
{
    const QString system = QStringLiteral("system");
    const QString own = choices.accent.isValid() ? choices.accent.name() : QStringLiteral("latchkey");
    return {{QStringLiteral("start_page"), keyOf(choices.startPage)},
            {QStringLiteral("language"), choices.language.isEmpty() ? system : choices.language},
            {QStringLiteral("browser"), choices.browser.isEmpty() ? system : choices.browser},
            {QStringLiteral("clone_protocol"), toText(choices.cloneProtocol)},
            {QStringLiteral("restore_window"), toText(choices.restoresWindow)},
            {QStringLiteral("color_scheme"), toText(choices.scheme)},
            {QStringLiteral("accent"), choices.usesDesktopAccent ? system : own},
            {QStringLiteral("contrast"), toText(choices.contrast)},
            {QStringLiteral("density"), toText(choices.density)},
            {QStringLiteral("zoom"), QString::number(choices.zoom)}};
}

Choices choicesFrom(const ChoiceTexts &texts)
{
    Choices choices;
    readStartPage(texts.value(QStringLiteral("start_page")), choices.startPage);
    readLanguage(texts.value(QStringLiteral("language")), choices.language);
    const QString browser = texts.value(QStringLiteral("browser")).trimmed();
    choices.browser = browser == QLatin1String("system") ? QString() : browser;
    read(texts.value(QStringLiteral("clone_protocol")), choices.cloneProtocol);
    read(texts.value(QStringLiteral("restore_window")), choices.restoresWindow);
    read(texts.value(QStringLiteral("color_scheme")), choices.scheme);
    readAccent(texts.value(QStringLiteral("accent")), choices);
    read(texts.value(QStringLiteral("contrast")), choices.contrast);
    read(texts.value(QStringLiteral("density")), choices.density);
    readZoom(texts.value(QStringLiteral("zoom")), choices.zoom);
    return choices;
}

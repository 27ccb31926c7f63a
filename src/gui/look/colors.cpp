// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/colors.h"

#include <QApplication>
#include <QEvent>
#include <QPixmapCache>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace look {

namespace {

constexpr double readable = 4.5;
constexpr double tintShare = 0.14;

Colors lightColors()
{
    return {.canvas = "#f6f8fa",
            .sidebar = "#eef1f4",
            .surface = "#ffffff",
            .cardBorder = "#d8dee4",
            .controlBorder = "#818b98",
            .text = "#1f2328",
            .secondaryText = "#59636e",
            .link = "#0b5fcc",
            .accent = "#1b6681",
            .onAccent = "#ffffff",
            .selection = "#dcecf1",
            .onSelection = "#1f2328",
            .hover = "#f3f6f8",
            .success = "#187834",
            .attention = "#8a5d00",
            .danger = "#c41e2a",
            .done = "#7a48d0",
            .calendar = {"#ebeef1", "#b5dbe6", "#6bb3c9", "#2f8aa6", "#134f66"}};
}

Colors darkColors()
{
    return {.canvas = "#16191d",
            .sidebar = "#121518",
            .surface = "#1d2126",
            .cardBorder = "#2f353c",
            .controlBorder = "#656c76",
            .text = "#e6edf3",
            .secondaryText = "#9aa4ae",
            .link = "#6cb2ff",
            .accent = "#5fb7d1",
            .onAccent = "#0d1418",
            .selection = "#203a44",
            .onSelection = "#e6edf3",
            .hover = "#23282e",
            .success = "#3fb950",
            .attention = "#d8a63c",
            .danger = "#f9736b",
            .done = "#b48cf8",
            .calendar = {"#262b31", "#16404e", "#1f6a82", "#3a9ab6", "#8fdcf0"},
            .isDark = true};
}

/// WCAG 2.1, "relative luminance".
double luminance(const QColor &color)
{
    const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// `color` with the lightness changed until it can be read on `background`.
QColor readableOn(const QColor &background, QColor color)
{
    const float step = luminance(background) > 0.5 ? -0.01F : 0.01F;
    float hue = 0;
    float saturation = 0;
    float lightness = 0;
    color.getHslF(&hue, &saturation, &lightness);
    while (contrast(color, background) < readable && lightness + step > 0 && lightness + step < 1) {
        lightness += step;
        color.setHslF(std::max(hue, 0.0F), saturation, lightness);
    }
    return color;
}

void useAccent(Colors &colors, const QColor &accent)
{
    colors.accent = readableOn(colors.isDark ? colors.surface : colors.sidebar, accent);
    const QColor dark("#0d1418");
    colors.onAccent = contrast(Qt::white, colors.accent) >= contrast(dark, colors.accent) ? QColor(Qt::white) : dark;
}

/// No tints, no pale borders or texts; the selection is solid.
void raiseContrast(Colors &colors)
{
    colors.text = colors.isDark ? Qt::white : Qt::black;
    colors.secondaryText = colors.text;
    colors.canvas = colors.isDark ? Qt::black : Qt::white;
    colors.sidebar = colors.canvas;
    colors.surface = colors.canvas;
    colors.cardBorder = colors.text;
    colors.controlBorder = colors.text;
    colors.selection = colors.accent;
    colors.onSelection = colors.onAccent;
    colors.isHighContrast = true;
}

Colors &inUse()
{
    static Colors colors = lightColors();
    return colors;
}

} // namespace

Colors colorsFor(const Appearance &appearance)
{
    Colors colors = appearance.isDark ? darkColors() : lightColors();
    if (appearance.accent.isValid())
        useAccent(colors, appearance.accent);
    if (appearance.isHighContrast)
        raiseContrast(colors);
    return colors;
}

QPalette paletteOf(const Colors &colors)
{
    QPalette palette(colors.surface, colors.canvas);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, colors.text);
    palette.setColor(QPalette::Base, colors.surface);
    palette.setColor(QPalette::AlternateBase, colors.hover);
    palette.setColor(QPalette::ToolTipBase, colors.surface);
    palette.setColor(QPalette::PlaceholderText, colors.secondaryText);
    palette.setColor(QPalette::Link, colors.link);
    palette.setColor(QPalette::LinkVisited, colors.link);
    palette.setColor(QPalette::Highlight, colors.selection);
    palette.setColor(QPalette::HighlightedText, colors.onSelection);
    palette.setColor(QPalette::BrightText, colors.danger);
    palette.setColor(QPalette::Mid, colors.cardBorder);
    palette.setColor(QPalette::Dark, colors.controlBorder);
#if QT_VERSION >= QT_VERSION_CHECK(6, 6, 0)
    palette.setColor(QPalette::Accent, colors.accent);
#endif
    const QColor disabled = mixed(colors.text, colors.canvas, 0.45);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    return palette;
}

const Colors &colors()
{
    return inUse();
}

void use(const Colors &colors)
{
    inUse() = colors;
    QPixmapCache::clear(); // Fusion keeps controls there, by the palette alone.
    const QPalette palette = paletteOf(colors);
    if (QApplication::palette() != palette)
        return QApplication::setPalette(palette);
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        QEvent change(QEvent::PaletteChange);
        QApplication::sendEvent(widget, &change);
        widget->update();
    }
}

QColor tint(const QColor &color)
{
    return colors().isHighContrast ? colors().surface : mixed(color, colors().surface, tintShare);
}

QColor mixed(const QColor &front, const QColor &back, double share)
{
    const auto part = [share](float one, float other) { return float(one * share + other * (1 - share)); };
    return QColor::fromRgbF(part(front.redF(), back.redF()), part(front.greenF(), back.greenF()),
                            part(front.blueF(), back.blueF()));
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace look

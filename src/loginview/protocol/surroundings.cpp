// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/protocol/surroundings.h"

#include <QRegularExpression>

#include <algorithm>

namespace {

const QString xKey = QStringLiteral("x");
const QString yKey = QStringLiteral("y");
const QString widthKey = QStringLiteral("width");
const QString heightKey = QStringLiteral("height");
const QString idKey = QStringLiteral("id");
const QString darkKey = QStringLiteral("dark");
const QString contrastKey = QStringLiteral("high_contrast");
const QString accentKey = QStringLiteral("accent");
const QString zoomKey = QStringLiteral("zoom");

/// More than all screens together.
constexpr int farthest = 100'000;

constexpr double smallestZoom = 0.5;
constexpr double largestZoom = 3;

int coordinate(const QJsonObject &object, const QString &key)
{
    return std::clamp(object.value(key).toInt(), -farthest, farthest);
}

} // namespace

QJsonObject toJson(const Surroundings &surroundings)
{
    const QRect &opener = surroundings.opener;
    return {{xKey, opener.x()},
            {yKey, opener.y()},
            {widthKey, opener.width()},
            {heightKey, opener.height()},
            {idKey, qint64(surroundings.openerId)},
            {darkKey, surroundings.isDark},
            {contrastKey, surroundings.isHighContrast},
            {accentKey, surroundings.accent},
            {zoomKey, surroundings.zoom}};
}

Surroundings surroundingsFrom(const QJsonObject &object)
{
    static const QRegularExpression color(QStringLiteral("^#[0-9a-fA-F]{6}$"));
    const QString accent = object.value(accentKey).toString();
    return {.opener = QRect(coordinate(object, xKey), coordinate(object, yKey), std::max(0, coordinate(object, widthKey)),
                            std::max(0, coordinate(object, heightKey))),
            .openerId = quint64(std::max<qint64>(0, object.value(idKey).toInteger())),
            .isDark = object.value(darkKey).toBool(),
            .isHighContrast = object.value(contrastKey).toBool(),
            .accent = color.match(accent).hasMatch() ? accent : QString(),
            .zoom = std::clamp(object.value(zoomKey).toDouble(1), smallestZoom, largestZoom)};
}

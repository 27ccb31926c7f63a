// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

/// A browser of this computer.
struct FoundBrowser
{
    QString name;
    QString command; ///< Program and arguments, for setBrowser().

    bool operator==(const FoundBrowser &) const = default;
};

/// The programs that say they open pages of https, by name: desktop entries on Linux, the registry on Windows.
QList<FoundBrowser> foundBrowsers();

/// Reads a desktop entry (Desktop Entry Specification 1.5). An empty command if it is no browser, or not to be shown.
FoundBrowser browserOf(const QByteArray &desktopEntry);

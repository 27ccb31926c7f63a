// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPalette>

class QDBusVariant;

/// Follows the desktop's light or dark color scheme. Qt 6.4 does not, and newer versions do so on some desktops only. Asks
/// the XDG desktop portal, and sets a dark palette if the desktop is dark and Qt's palette is light.
class ColorScheme : public QObject
{
    Q_OBJECT

public:
    /// Waits for the portal's answer, at most 100 ms, so that the first window already has its colors. If the portal does
    /// not run or answer, the palette stays.
    explicit ColorScheme(QObject *parent = nullptr);

    /// The portal's last answer.
    bool isDark() const { return m_isDark; }

    static QPalette darkPalette();

private Q_SLOTS:
    void readChange(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void follow(uint scheme);

    const QPalette m_palette; ///< Qt's own.
    bool m_isDark = false;
};

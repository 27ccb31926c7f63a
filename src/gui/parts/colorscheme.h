// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPalette>

class QDBusVariant;

/// Follows the light or dark scheme of the desktop, which Qt 6.4 does not, and newer ones not on every desktop: asks the
/// portal, and gives the application dark colors of its own where the desktop is dark and Qt has stayed light.
class ColorScheme : public QObject
{
    Q_OBJECT

public:
    /// Asks at once, so that the first window has its colors; a portal that does not run or answer is done without.
    explicit ColorScheme(QObject *parent = nullptr);

    /// As the portal said last.
    bool isDark() const { return m_isDark; }

    static QPalette darkPalette();

private Q_SLOTS:
    void readChange(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void follow(uint scheme);

    const QPalette m_palette; ///< Of the desktop, as Qt has it.
    bool m_isDark = false;
};

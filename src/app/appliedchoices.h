// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/look/theme.h"
#include "preferences/preferences.h"

/// Lets the process look and behave as the person has chosen, from before its first window on: colors, zoom, the height of
/// rows, the language of dates and numbers, and the browser.
class AppliedChoices : public QObject
{
    Q_OBJECT

public:
    /// `desktopMemory` is the file with the desktop's last colors.
    AppliedChoices(const Preferences &preferences, const QString &desktopMemory);

    look::Theme &theme() { return m_theme; }

Q_SIGNALS:
    /// Windows may look otherwise now: the person has chosen something, or the desktop has changed.
    void lookChanged();

private:
    void apply();

    const Preferences &m_preferences;
    look::Theme m_theme;
};

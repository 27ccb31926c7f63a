// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/settings/settingspage.h"

class AccentButton;
class SchemeSwatch;

/// Colors, contrast, the height of rows, and zoom.
class AppearancePage : public SettingsPage
{
    Q_OBJECT

public:
    explicit AppearancePage(Preferences &preferences);

    /// The accent of the desktop, or an invalid color if it has none.
    void setDesktopAccent(const QColor &accent);

private:
    void addScheme();
    void addAccent();
    void addSizes();
    void show();
    void change(const std::function<void(Choices &)> &how);

    Preferences &m_preferences;
    QList<SchemeSwatch *> m_swatches;
    AccentButton *m_desktopAccent = nullptr;
    QList<std::pair<QColor, AccentButton *>> m_accents;
    ChoiceBox *m_contrast;
    ChoiceBox *m_density;
    ChoiceBox *m_zoom;
};

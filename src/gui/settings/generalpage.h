// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/settings/settingspage.h"

#include <optional>

class QCheckBox;
class QLineEdit;

/// What the window opens with, in which language, and how pages and repositories are opened.
class GeneralPage : public SettingsPage
{
    Q_OBJECT

public:
    explicit GeneralPage(Preferences &preferences);

private:
    void addStart();
    void addLinks();
    void show();
    void showBrowser(const QString &command);
    void chooseBrowser();
    void change(const std::function<void(Choices &)> &how);

    Preferences &m_preferences;
    ChoiceBox *m_page;
    QCheckBox *m_restores;
    ChoiceBox *m_language;
    ChoiceBox *m_browser;
    QLineEdit *m_command;
    std::optional<QString> m_shownBrowser; ///< Another choice that changes must not touch what the person types.
    ChoiceBox *m_clone;
};

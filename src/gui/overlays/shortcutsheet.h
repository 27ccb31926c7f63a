// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/overlays/sheet.h"

class QAction;

/// All keys of the main window.
class ShortcutSheet : public Sheet
{
    Q_OBJECT

public:
    explicit ShortcutSheet(QWidget *window);

    /// Adds a section with the actions that have a shortcut.
    void addActions(const QString &heading, const QList<QAction *> &actions);

    /// Adds a section with the keys that work in lists.
    void addListKeys();

    /// Adds the button that closes the sheet.
    void addClose();

private:
    void addSection(const QString &heading, const QList<std::pair<QString, QString>> &keys);
};

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/overlays/popover.h"
#include "gui/palette/palettemodel.h"

class PaletteList;
class QLabel;
class QLineEdit;

/// A search for everything in the window: pages, repositories, what waits in the inbox, and commands. The cursor stays in the
/// search field; the arrow keys choose, Enter does it.
class Palette : public Popover
{
    Q_OBJECT

public:
    explicit Palette(QWidget *window);

    /// Opens it with an empty search.
    void open();

    /// What is to be found, also while it is open: the entry that the person has moved to stays chosen.
    void setEntries(const QList<PaletteEntry> &entries);

Q_SIGNALS:
    /// A text is on the clipboard now.
    void copied(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addSearch();
    void arrange();
    void find();
    void select(int row);
    void move(int rows);
    const PaletteEntry *current() const;
    void run();
    void copy();
    void showHints();
    bool actOn(const QKeyEvent &event);

    PaletteModel m_model;
    QLineEdit *m_search;
    PaletteList *m_list;
    QLabel *m_nothing;
    QLabel *m_hints;
    bool m_hasMoved = false; ///< By the arrow keys, since the last letter.
};

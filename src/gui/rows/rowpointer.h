// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPoint>
#include <QString>

#include <optional>

class QHelpEvent;
class QMouseEvent;
class QModelIndex;
class RowDelegate;
class RowList;

/// The pointer above a list: shows the buttons of the row below it, presses them, and says in tooltips what is there.
class RowPointer
{
public:
    /// Both must outlive this object.
    RowPointer(RowList &list, RowDelegate &delegate) : m_list(list), m_delegate(delegate) {}

    void moveTo(const QPoint &position);
    void leave();

    /// Other rows may have come below it.
    void lookAgain();

    /// True if a button is pressed: then the event means nothing to the row. The second press of a double click does nothing if
    /// another row has come below the pointer meanwhile.
    bool press(const QMouseEvent &event);

    /// The same at the end. Does what the button is for, if the pointer is still on it.
    bool release(const QMouseEvent &event);

    /// False if there is nothing to say.
    bool showToolTip(const QHelpEvent &event) const;

private:
    void showButtons(const QPoint &position);
    QString keyAt(const QPoint &position) const;
    int buttonBelow(const QPoint &position, const QModelIndex &index) const;

    RowList &m_list;
    RowDelegate &m_delegate;
    std::optional<QPoint> m_position; ///< Nothing: it is elsewhere.
    int m_row = -1; ///< Its buttons are shown.
    int m_pressed = -1; ///< A button of that row.
    QString m_pressedKey; ///< Of the row whose button was pressed last.
};

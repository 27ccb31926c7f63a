// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>

class QAction;

/// A row of a popover that looks like an action: its icon, its text and its shortcut.
class ActionRow : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ActionRow(QAction &action, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_hint;
};

/// Moves the focus to the next button of the same parent for Down, to the one before for Up, and clicks for Enter. False for
/// another key.
bool movedOrPressed(QAbstractButton &button, QKeyEvent &event);

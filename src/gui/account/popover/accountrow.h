// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/storage/accountregistry.h"

#include <QAbstractButton>
#include <QImage>

/// A row of the account popover: a signed-in account.
class AccountRow : public QAbstractButton
{
    Q_OBJECT

public:
    /// `shortcut` switches to the account; may be empty.
    AccountRow(const AccountRecord &account, const QImage &picture, const QString &shortcut, QWidget *parent = nullptr);

    /// Marks the account that the window shows.
    void setCurrent(bool isCurrent);

    /// The number of unread notifications; 0 shows none.
    void setUnread(int count);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void describe();
    void paintUnread(QPainter &painter, QRect &words) const;

    const QString m_caption;
    const QImage m_picture;
    const QString m_shortcut;
    bool m_isCurrent = false;
    int m_unread = 0;
};

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/controls/paintedbutton.h"

#include <QImage>

/// Says whose account the window shows, and opens the account popover when it is pressed.
class AccountButton : public PaintedButton
{
    Q_OBJECT

public:
    explicit AccountButton(QWidget *parent = nullptr);

    /// `login` is on the second line, with the server's name. Without a name the login is on the first line.
    void setPerson(const QString &name, const QString &login, const QString &server);

    /// Null: the person's initials are shown.
    void setPicture(const QImage &picture);

    void setCompact(bool isCompact);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRect placed(const QRect &area) const;
    void paintWords(QPainter &painter, const QRect &area) const;

    QString m_name;
    QString m_caption;
    QImage m_picture;
    bool m_isCompact = false;
};

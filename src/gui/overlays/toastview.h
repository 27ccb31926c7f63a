// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;

/// One message of Toast.
class ToastView : public QFrame
{
    Q_OBJECT

public:
    ToastView(const QString &text, const QString &actionText, QWidget *window);

    QString text() const;

    /// The size for a window with this much room: one line if it fits.
    QSize sizeFor(int room) const;

    /// Shows it. A changed name and a label that appears are what screen readers hear of on all versions of Qt.
    void announce();

    /// Hides it, and deletes it later.
    void close();
    bool isClosed() const { return m_isClosed; }

Q_SIGNALS:
    void actionRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeButton(const QString &actionText);
    void closeUnlessInUse();

    QLabel *m_label;
    QTimer m_timer{this};
    bool m_isClosed = false;
};

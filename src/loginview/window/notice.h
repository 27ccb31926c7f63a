// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;

/// Tells the person about the page, above it. Hidden while there is nothing to say.
class Notice : public QFrame
{
    Q_OBJECT

public:
    explicit Notice(QWidget *parent);

    void say(const QString &text);

    /// The same, with buttons to reload the page and to go on in the browser.
    void offerWaysOut(const QString &text);

Q_SIGNALS:
    void reloadRequested();
    void browserRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_label;
    QWidget *m_waysOut;
};

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

/// One of several steps: its number in a circle, what to do, and below that the controls for it.
class NumberedStep : public QWidget
{
    Q_OBJECT

public:
    NumberedStep(int number, const QString &text, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const;
    QLabel *label() const { return m_label; }

    /// Shows that the step is done, by a check mark in place of the number.
    void setDone(bool isDone);

    /// What stands below the text.
    QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void useZoom();

    const int m_number;
    bool m_isDone = false;
    QLabel *m_label;
    QVBoxLayout *m_body;
};

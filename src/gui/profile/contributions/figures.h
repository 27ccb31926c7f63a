// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QGridLayout;

/// A number and what it counts.
struct Figure
{
    QString number;
    QString words;
};

/// Figures beside each other, in as many rows as they need.
class Figures : public QWidget
{
    Q_OBJECT

public:
    explicit Figures(QWidget *parent = nullptr);

    void show(const QList<Figure> &figures);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QGridLayout *m_grid;
    QList<QWidget *> m_figures;
    int m_columns = 0;
};

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/profile/contributions/figures.h"

#include "gui/controls/labels.h"
#include "gui/controls/wrappinglabel.h"
#include "gui/look/measures.h"

#include <QGridLayout>
#include <QLabel>

Figures::Figures(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(look::zoomed(look::space2));
    m_grid->setVerticalSpacing(look::zoomed(look::space2));
}

void Figures::show(const QList<Figure> &figures)
{
    qDeleteAll(m_figures);
    m_figures.clear();
    for (const Figure &figure : figures) {
        auto *one = new QWidget(this);
        one->setAccessibleName(figure.number + QLatin1Char(' ') + figure.words);
        auto *row = new QHBoxLayout(one);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(look::zoomed(look::space1));
        auto *number = new QLabel(figure.number, one);
        useText(number, look::Text::Strong);
        auto *words = new WrappingLabel(figure.words, one); // A number may be as wide as the window.
        useSecondaryText(words);
        number->setTextFormat(Qt::PlainText);
        row->addWidget(number);
        row->addWidget(words);
        row->addStretch(1);
        one->show();
        m_figures.append(one);
    }
    m_columns = 0;
    arrange();
}

/// As wide as the widest, so that a window may be narrower than all of them.
QSize Figures::minimumSizeHint() const
{
    QSize size;
    for (const QWidget *figure : m_figures)
        size = size.expandedTo(figure->minimumSizeHint());
    return {size.width(), m_grid->minimumSize().height()};
}

void Figures::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void Figures::arrange()
{
    int widest = 1;
    int all = -m_grid->horizontalSpacing();
    for (const QWidget *figure : m_figures) {
        widest = std::max(widest, figure->sizeHint().width());
        all += figure->sizeHint().width() + m_grid->horizontalSpacing();
    }
    const int count = int(m_figures.size());
    const int fitting = std::max(1, (width() + m_grid->horizontalSpacing()) / (widest + m_grid->horizontalSpacing()));
    const int columns = all <= width() ? count : std::min(fitting, count);
    if (columns == m_columns || count == 0)
        return;
    m_columns = columns;
    for (int column = 0; column < m_grid->columnCount(); ++column)
        m_grid->setColumnStretch(column, 0);
    // In one row the gaps are alike, in several the columns.
    const int step = columns == count ? 2 : 1;
    for (int i = 0; i < count; ++i)
        m_grid->addWidget(m_figures[i], i / columns, i % columns * step);
    for (int column = step - 1; column < columns * step - step + 1; column += step)
        m_grid->setColumnStretch(column, 1);
    updateGeometry();
}

#include "moc_figures.cpp"

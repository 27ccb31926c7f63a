// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/account/budgetbar.h"

#include "gui/look/colors.h"
#include "gui/look/measures.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

BudgetBar::BudgetBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BudgetBar::setShare(qreal share)
{
    m_share = std::clamp(share, 0.0, 1.0);
    setAccessibleName(tr("%1 % left").arg(int(m_share * 100)));
    update();
}

QSize BudgetBar::sizeHint() const
{
    return {look::zoomed(120), look::zoomed(8)};
}

void BudgetBar::paintEvent(QPaintEvent *)
{
    const look::Colors &colors = look::colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = height() / 2.0;
    painter.setPen(colors.isHighContrast ? QPen(colors.text, 1) : QPen(Qt::NoPen));
    painter.setBrush(colors.calendar[0]);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_share < 0.1 ? colors.danger : colors.accent);
    const QRect filled(0, 0, std::max(height(), int(width() * m_share)), height());
    if (m_share > 0)
        painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), filled), radius, radius);
}

#include "moc_budgetbar.cpp"

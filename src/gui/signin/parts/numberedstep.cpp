// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/parts/numberedstep.h"

#include "gui/controls/wrappinglabel.h"
#include "gui/look/colors.h"
#include "gui/look/glyphs.h"
#include "gui/look/measures.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace {

constexpr int circleSide = 24; ///< At 100 %.

} // namespace

NumberedStep::NumberedStep(int number, const QString &text, QWidget *parent)
    : QWidget(parent), m_number(number), m_label(new WrappingLabel(this)), m_body(new QVBoxLayout)
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_label);
    layout->addLayout(m_body);
    setText(text);
    useZoom();
}

void NumberedStep::useZoom()
{
    const int side = look::zoomed(circleSide);
    const int indent = side + look::zoomed(look::space3);
    layout()->setContentsMargins(isRightToLeft() ? 0 : indent, 0, isRightToLeft() ? indent : 0, 0);
    layout()->setSpacing(look::zoomed(look::space2));
    m_body->setSpacing(look::zoomed(look::space2));
    m_label->setMinimumHeight(side);
    m_label->setAlignment(Qt::AlignVCenter);
}

void NumberedStep::setText(const QString &text)
{
    m_label->setText(text);
    m_label->setAccessibleName(tr("%1. %2").arg(m_number).arg(text));
}

QString NumberedStep::text() const
{
    return m_label->text();
}

void NumberedStep::setDone(bool isDone)
{
    m_isDone = isDone;
    update();
}

void NumberedStep::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        useZoom();
    QWidget::changeEvent(event);
}

void NumberedStep::paintEvent(QPaintEvent *)
{
    const look::Colors &colors = look::colors();
    const int side = look::zoomed(circleSide);
    const QRect circle = QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, side, side));
    const QColor color = m_isDone ? colors.success : colors.accent;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.isHighContrast ? QPen(color) : QPen(Qt::NoPen));
    painter.setBrush(look::tint(color));
    painter.drawEllipse(QRectF(circle).adjusted(0.5, 0.5, -0.5, -0.5));
    if (m_isDone)
        return look::paintGlyph(painter, look::Glyph::Check, circle.adjusted(side / 6, side / 6, -side / 6, -side / 6), color);
    painter.setFont(look::font(look::Text::Micro));
    painter.setPen(color);
    painter.drawText(circle, Qt::AlignCenter, locale().toString(m_number));
}

#include "moc_numberedstep.cpp"

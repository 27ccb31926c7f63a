// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/profile/repositoryfacts.h"

#include "gui/controls/labels.h"
#include "gui/look/colors.h"
#include "gui/look/glyphs.h"
#include "gui/look/measures.h"
#include "gui/parts/pill.h"
#include "gui/words/numbers.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace {

constexpr int dotSide = 10;

/// From left to right as far as there is room; mirrored where people read from right to left.
class LinePainter
{
public:
    LinePainter(QPainter &painter, const QWidget &widget) : m_painter(painter), m_widget(widget) {}

    void dot(const QColor &color)
    {
        const int side = look::zoomed(dotSide);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color);
        m_painter.drawEllipse(QRectF(next(side, look::zoomed(6))).adjusted(0.5, 0.5, -0.5, -0.5));
    }

    void glyph(look::Glyph glyph)
    {
        const int side = look::zoomed(look::glyphSide);
        look::paintGlyph(m_painter, glyph, next(side, look::zoomed(look::space1)), look::colors().secondaryText);
    }

    void text(const QString &text)
    {
        const QFontMetrics metrics = m_painter.fontMetrics();
        const QString shown = metrics.elidedText(text, Qt::ElideRight, std::max(0, m_widget.width() - m_at));
        m_painter.setPen(look::colors().secondaryText);
        m_painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight); // Else C++ reads ++C.
        const QRect area = next(metrics.horizontalAdvance(shown), look::zoomed(look::space4), metrics.height());
        m_painter.drawText(area, Qt::AlignVCenter | Qt::AlignAbsolute | Qt::AlignLeft | Qt::TextDontClip, shown);
    }

    void pill(const QString &text)
    {
        const QSize size = pillSize(text);
        const QRect area = next(size.width(), look::zoomed(look::space2), size.height());
        paintPill(m_painter, {area.left(), area.center().y()}, text, look::colors().secondaryText);
    }

private:
    QRect next(int width, int gap, int height = 0)
    {
        height = height ? height : width;
        const QRect area(m_at, (m_widget.height() - height) / 2, width, height);
        m_at += width + gap;
        return QStyle::visualRect(m_widget.layoutDirection(), m_widget.rect(), area);
    }

    QPainter &m_painter;
    const QWidget &m_widget;
    int m_at = 0;
};

} // namespace

RepositoryFacts::RepositoryFacts(const github::PinnedItem &item, QWidget *parent) : QWidget(parent), m_item(item)
{
    setAccessibleName(inWords());
    setToolTip(tooltip(inWords()));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QString RepositoryFacts::inWords() const
{
    QStringList facts;
    if (!m_item.language.isEmpty())
        facts.append(m_item.language);
    if (m_item.stars > 0)
        facts.append(words::stars(m_item.stars));
    if (m_item.forks > 0)
        facts.append(words::forks(m_item.forks));
    if (m_item.isPrivate)
        facts.append(tr("Private"));
    if (m_item.isArchived)
        facts.append(tr("Archived"));
    return facts.join(QStringLiteral(", "));
}

QSize RepositoryFacts::sizeHint() const
{
    return {look::zoomed(160), std::max(look::zoomed(20), QFontMetrics(look::font(look::Text::Caption)).height())};
}

QSize RepositoryFacts::minimumSizeHint() const
{
    return {look::zoomed(60), sizeHint().height()};
}

void RepositoryFacts::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void RepositoryFacts::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(look::font(look::Text::Caption));
    LinePainter line(painter, *this);
    if (!m_item.language.isEmpty()) {
        if (m_item.languageColor.isValid())
            line.dot(m_item.languageColor);
        line.text(m_item.language);
    }
    if (m_item.stars > 0) {
        line.glyph(look::Glyph::Star);
        line.text(words::shortCount(m_item.stars));
    }
    if (m_item.forks > 0) {
        line.glyph(look::Glyph::Fork);
        line.text(words::shortCount(m_item.forks));
    }
    if (m_item.isPrivate)
        line.pill(tr("Private"));
    if (m_item.isArchived)
        line.pill(tr("Archived"));
}

#include "moc_repositoryfacts.cpp"

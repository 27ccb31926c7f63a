// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/controls/wrappinglabel.h"

#include "browser/openpage.h"

#include <QAbstractTextDocumentLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QTextDocument>
#include <QUrl>

#include <algorithm>
#include <cmath>
#include <utility>

namespace {

constexpr int narrowest = 8; // Characters.
constexpr int widest = 80; // As QLabel has it for text of short words.
constexpr qsizetype mostHeights = 64; // A window that is being resized has more.

} // namespace

WrappingLabel::WrappingLabel(QWidget *parent) : WrappingLabel(QString(), parent) {}

WrappingLabel::WrappingLabel(const QString &text, QWidget *parent) : QLabel(text, parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    connect(this, &QLabel::linkActivated, this, [this](const QString &link) { openPage(QUrl(link), this); });
}

QSize WrappingLabel::sizeHint() const
{
    const QSize hint = QLabel::sizeHint();
    const int most = widest * fontMetrics().averageCharWidth();
    return hint.width() <= most ? hint : QSize(most, heightForWidth(most));
}

QSize WrappingLabel::minimumSizeHint() const
{
    const QSize hint = QLabel::minimumSizeHint();
    return {std::min(hint.width(), narrowest * fontMetrics().averageCharWidth()), hint.height()};
}

/// The base class's minimum is the width of the longest word.
bool WrappingLabel::fits(int width) const
{
    return QLabel::minimumSizeHint().width() <= width;
}

/// Layouts ask for the same few widths again and again, and the base class lays the text out each time.
int WrappingLabel::heightForWidth(int width) const
{
    ensurePolished();
    const Content content{text(), font(), contentsMargins(), textFormat()};
    if (content != m_measured || m_heights.size() > mostHeights) {
        m_measured = content;
        m_heights.clear();
    }
    const auto known = m_heights.constFind(width);
    return known != m_heights.cend() ? *known : m_heights[width] = measuredHeight(width);
}

int WrappingLabel::measuredHeight(int width) const
{
    if (fits(width))
        return QLabel::heightForWidth(width);
    const QMargins margins = contentsMargins();
    const int textWidth = width - margins.left() - margins.right();
    return int(std::ceil(laidOut(textWidth)->size().height())) + margins.top() + margins.bottom();
}

std::unique_ptr<QTextDocument> WrappingLabel::laidOut(int width) const
{
    auto document = std::make_unique<QTextDocument>();
    document->setDocumentMargin(0);
    document->setDefaultFont(font());
    QTextOption option(alignment());
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document->setDefaultTextOption(option);
    if (textFormat() == Qt::RichText)
        document->setHtml(text());
    else
        document->setPlainText(text());
    document->setTextWidth(std::max(1, width));
    return document;
}

QPoint WrappingLabel::textCorner(const QTextDocument &document) const
{
    const QRect area = contentsRect();
    const int room = area.height() - int(document.size().height());
    return alignment() & Qt::AlignVCenter ? area.topLeft() + QPoint(0, std::max(0, room / 2)) : area.topLeft();
}

void WrappingLabel::paintEvent(QPaintEvent *event)
{
    if (fits(width()))
        return QLabel::paintEvent(event);
    const auto document = laidOut(contentsRect().width());
    QPainter painter(this);
    painter.setClipRect(contentsRect());
    painter.translate(textCorner(*document));
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = palette();
    context.palette.setColor(QPalette::Text, palette().color(foregroundRole()));
    document->documentLayout()->draw(&painter, context);
}

/// The base class would look in its own layout.
QString WrappingLabel::linkAt(const QPoint &position) const
{
    const auto document = laidOut(contentsRect().width());
    return document->documentLayout()->anchorAt(position - textCorner(*document));
}

void WrappingLabel::mousePressEvent(QMouseEvent *event)
{
    if (fits(width()))
        return QLabel::mousePressEvent(event);
    m_pressedLink = event->button() == Qt::LeftButton ? linkAt(event->pos()) : QString();
    event->setAccepted(!m_pressedLink.isEmpty());
}

void WrappingLabel::mouseMoveEvent(QMouseEvent *event)
{
    if (fits(width()))
        return QLabel::mouseMoveEvent(event);
    setCursor(linkAt(event->pos()).isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

void WrappingLabel::mouseReleaseEvent(QMouseEvent *event)
{
    if (fits(width()))
        return QLabel::mouseReleaseEvent(event);
    const QString link = std::exchange(m_pressedLink, {});
    if (event->button() == Qt::LeftButton && !link.isEmpty() && link == linkAt(event->pos()))
        Q_EMIT linkActivated(link);
}

#include "moc_wrappinglabel.cpp"

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/window/originlabel.h"

#include "gui/look/colors.h"
#include "gui/look/glyphs.h"
#include "gui/look/measures.h"
#include "loginview/protocol/command.h"

#include <QPainter>
#include <QStyle>

namespace {

constexpr int space = 6;
constexpr int smallestWidth = 120;

int glyphRoom()
{
    return space + look::zoomed(look::glyphSide) + space;
}

} // namespace

OriginLabel::OriginLabel(QWidget *parent) : QLabel(parent)
{
    setObjectName(QStringLiteral("originLabel"));
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setIndent(0);
    useZoom();
}

void OriginLabel::useZoom()
{
    setFont(look::font(look::Text::Strong));
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    setContentsMargins(isMirrored ? space : glyphRoom(), space, isMirrored ? glyphRoom() : space, space);
    fit();
}

void OriginLabel::showPage(const QUrl &url)
{
    const bool isSecure = url.scheme() == QLatin1String("https");
    show(isSecure ? Safety::Secure : Safety::ThisComputer, originText(url));
}

void OriginLabel::showNoPage(const QUrl &url)
{
    show(Safety::NoPage, originText(url));
}

QSize OriginLabel::minimumSizeHint() const
{
    return {smallestWidth, QLabel::minimumSizeHint().height()};
}

void OriginLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    fit();
}

void OriginLabel::show(Safety safety, const QString &origin)
{
    m_safety = safety;
    m_origin = origin;
    const QString whole = origin.isEmpty() ? QString() : explanation().arg(origin);
    setToolTip(whole);
    setAccessibleName(whole);
    fit();
    update();
}

QString OriginLabel::explanation() const
{
    switch (m_safety) {
    case Safety::Secure: return tr("Secure connection to %1");
    case Safety::ThisComputer: return tr("On this computer: %1");
    case Safety::NoPage: break;
    }
    return tr("No page from %1");
}

/// The lock says that the connection is secure. Everything else is said in words, as long as there is room for them.
void OriginLabel::fit()
{
    if (m_origin.isEmpty())
        return clear();
    const int width = contentsRect().width();
    const QString wanted = m_safety == Safety::Secure ? m_origin : explanation().arg(m_origin);
    const bool isFitting = fontMetrics().horizontalAdvance(wanted) <= width;
    setText(isFitting ? wanted : fontMetrics().elidedText(m_origin, Qt::ElideLeft, width));
}

void OriginLabel::paintEvent(QPaintEvent *event)
{
    QLabel::paintEvent(event);
    if (m_origin.isEmpty())
        return;
    const int side = look::zoomed(look::glyphSide);
    const QRect place = QStyle::visualRect(layoutDirection(), rect(), QRect(space, (height() - side) / 2, side, side));
    const look::Colors &colors = look::colors();
    QPainter painter(this);
    switch (m_safety) {
    case Safety::Secure: return look::paintGlyph(painter, look::Glyph::Lock, place, colors.success);
    case Safety::ThisComputer: return look::paintGlyph(painter, look::Glyph::Window, place, colors.secondaryText);
    case Safety::NoPage: return look::paintGlyph(painter, look::Glyph::Alert, place, colors.attention);
    }
}

#include "moc_originlabel.cpp"

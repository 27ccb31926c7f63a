// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/pages/steadypage.h"

#include "gui/look/measures.h"

#include <QEvent>
#include <QPointer>
#include <QScrollArea>
#include <QVBoxLayout>

namespace {

constexpr int textWidth = 400; ///< At 100 %.
constexpr int narrowestMargin = 16;
constexpr int smallestBody = 120; ///< Below that, everything scrolls.

} // namespace

int pageMargin(int width)
{
    return std::max(look::zoomed(narrowestMargin), (width - look::zoomed(textWidth)) / 2);
}

SteadyPage::SteadyPage(QWidget *parent)
    : QWidget(parent), m_topPart(new QWidget(this)), m_bottomPart(new QWidget(this)), m_area(new QScrollArea(this)),
      m_top(new QVBoxLayout(m_topPart)), m_body(new QVBoxLayout), m_bottom(new QVBoxLayout(m_bottomPart))
{
    auto *contents = new QWidget;
    m_scrolled = new QVBoxLayout(contents);
    m_scrolled->setContentsMargins(0, 0, 0, 0);
    m_scrolled->setSpacing(0);
    m_scrolled->addLayout(m_body);
    m_scrolled->addStretch();
    m_area->setWidget(contents);
    m_area->setWidgetResizable(true);
    for (QWidget *part : {m_area->viewport(), contents})
        part->setAutoFillBackground(false); // A sheet has another background than a window.
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_topPart);
    m_layout->addWidget(m_area, 1);
    m_layout->addWidget(m_bottomPart);
    m_topPart->installEventFilter(this);
    m_bottomPart->installEventFilter(this);
    useZoom();
}

void SteadyPage::useZoom()
{
    const int side = pageMargin(width());
    m_top->setContentsMargins(side, look::space1, side, 0);
    m_body->setContentsMargins(side, look::space1, side, look::space1);
    m_bottom->setContentsMargins(side, look::zoomed(look::space2), side, look::zoomed(look::space4));
    for (QVBoxLayout *part : {m_top, m_body, m_bottom})
        part->setSpacing(look::zoomed(10));
    m_topPart->setVisible(m_top->count() > 0);
    m_bottomPart->setVisible(m_bottom->count() > 0);
}

void SteadyPage::take(QWidget *heading, QWidget *alerts)
{
    m_top->insertWidget(0, heading);
    heading->show();
    takeAlerts(alerts);
    useZoom();
    placeParts();
}

void SteadyPage::takeAlerts(QWidget *alerts)
{
    m_body->insertWidget(0, alerts);
    alerts->show();
}

QSize SteadyPage::sizeHint() const
{
    return {look::zoomed(480), look::zoomed(480)};
}

QSize SteadyPage::minimumSizeHint() const
{
    return {look::zoomed(160), look::zoomed(80)};
}

bool SteadyPage::isLow() const
{
    const auto heightOf = [this](const QVBoxLayout *part) {
        return part->count() == 0 ? 0 : part->hasHeightForWidth() ? part->totalHeightForWidth(width()) : part->totalSizeHint().height();
    };
    return height() - heightOf(m_top) - heightOf(m_bottom) < look::zoomed(smallestBody);
}

/// Moving a widget takes the focus away from it, so it is given back.
void SteadyPage::placeParts()
{
    const bool isScrolled = m_scrolled->indexOf(m_topPart) >= 0;
    if (!isVisible() || isScrolled == isLow())
        return;
    const QPointer<QWidget> focus = window()->focusWidget();
    if (isScrolled) {
        m_layout->insertWidget(0, m_topPart);
        m_layout->addWidget(m_bottomPart);
    } else {
        m_scrolled->insertWidget(0, m_topPart);
        m_scrolled->insertWidget(2, m_bottomPart);
    }
    m_topPart->setVisible(m_top->count() > 0);
    m_bottomPart->setVisible(m_bottom->count() > 0);
    if (focus && isAncestorOf(focus))
        focus->setFocus();
}

void SteadyPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    useZoom();
    placeParts();
}

void SteadyPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    placeParts();
}

void SteadyPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        useZoom();
    QWidget::changeEvent(event);
}

/// The parts may have become higher.
bool SteadyPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        placeParts();
    return QWidget::eventFilter(watched, event);
}

#include "moc_steadypage.cpp"

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/parts/inlinealert.h"

#include "browser/openpage.h"
#include "gui/controls/glyphbutton.h"
#include "gui/controls/glyphlabel.h"
#include "gui/controls/labels.h"
#include "gui/controls/wrappinglabel.h"
#include "gui/look/colors.h"
#include "gui/look/measures.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace {

constexpr int narrow = 420; ///< At 100 %. Below this, the button stands below the text.

QColor look::Colors::*colorOf(InlineAlert::Tone tone)
{
    switch (tone) {
    case InlineAlert::Tone::Info: return &look::Colors::link;
    case InlineAlert::Tone::Success: return &look::Colors::success;
    case InlineAlert::Tone::Attention: return &look::Colors::attention;
    case InlineAlert::Tone::Danger: return &look::Colors::danger;
    }
    return &look::Colors::link;
}

look::Glyph glyphOf(InlineAlert::Tone tone)
{
    switch (tone) {
    case InlineAlert::Tone::Info: return look::Glyph::Info;
    case InlineAlert::Tone::Success: return look::Glyph::CheckPassed;
    case InlineAlert::Tone::Attention:
    case InlineAlert::Tone::Danger: return look::Glyph::Alert;
    }
    return look::Glyph::Info;
}

} // namespace

InlineAlert::InlineAlert(QWidget *parent) : QFrame(parent)
{
    setVisible(false);
}

/// Windows have several alerts, and most of them never say anything.
void InlineAlert::addParts()
{
    m_glyph = new GlyphLabel(look::Glyph::Info, look::glyphSide, this);
    m_label = new WrappingLabel(this);
    m_label->setObjectName(QStringLiteral("noticeLabel"));
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_button = new QPushButton(this);
    m_button->setObjectName(QStringLiteral("noticeButton"));
    m_button->setAutoDefault(true); // Enter presses it.
    m_cross = new GlyphButton(look::Glyph::Cross, tr("Dismiss"), this);
    m_cross->setObjectName(QStringLiteral("dismissButton"));
    m_cross->setVisible(m_isDismissible);
    m_content = new QHBoxLayout;
    m_content->addWidget(m_label, 1);
    m_content->addWidget(m_button, 0, Qt::AlignVCenter);
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_glyph, 0, Qt::AlignTop);
    layout->addLayout(m_content, 1);
    layout->addWidget(m_cross, 0, Qt::AlignTop);
    useZoom();
    placeButton();
    connect(m_button, &QPushButton::clicked, this, [this] {
        // A copy, because the action may replace itself by offer().
        if (const auto action = m_action)
            action();
    });
    connect(m_cross, &GlyphButton::clicked, this, [this] {
        clear();
        Q_EMIT dismissed();
    });
}

void InlineAlert::useZoom()
{
    const int space = look::zoomed(look::space3);
    layout()->setContentsMargins(space, look::zoomed(look::space2), space, look::zoomed(look::space2));
    layout()->setSpacing(look::zoomed(look::space2));
    m_content->setSpacing(look::zoomed(look::space2));
    // The glyph stands beside the first line, and the text in the middle of the button.
    const int line = m_button->sizeHint().height();
    m_glyph->setFixedHeight(line);
    m_label->setMinimumHeight(line);
    m_cross->setFixedSize(m_cross->sizeHint().width(), line);
}

void InlineAlert::placeButton()
{
    const bool isNarrow = width() < look::zoomed(narrow);
    const auto direction = isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (m_content->direction() == direction)
        return;
    m_content->setDirection(direction);
    m_content->setAlignment(m_button, isNarrow ? Qt::AlignLeft : Qt::AlignVCenter);
}

void InlineAlert::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (m_label)
        placeButton();
}

void InlineAlert::changeEvent(QEvent *event)
{
    if (m_label && (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange))
        useZoom();
    QFrame::changeEvent(event);
}

void InlineAlert::say(const QString &text, Tone tone)
{
    if (!m_label)
        addParts();
    m_tone = tone;
    m_glyph->setGlyph(glyphOf(tone));
    m_glyph->setColor(colorOf(tone));
    m_label->setText(text);
    m_action = nullptr;
    m_button->hide();
    setVisible(true);
    update();
}

void InlineAlert::warn(const QString &text, const QUrl &page, const std::function<void()> &tryAgain)
{
    say(text, Tone::Attention);
    if (page.isEmpty())
        offer(tr("Try again"), tryAgain);
    else
        offerPage(page);
}

void InlineAlert::offer(const QString &buttonText, std::function<void()> action)
{
    Q_ASSERT(!text().isEmpty());
    m_action = std::move(action);
    m_button->setText(escapedForButton(buttonText));
    m_button->setAccessibleName(buttonText);
    m_button->show();
}

void InlineAlert::offerPage(const QUrl &page)
{
    offer(tr("Open the page"), [this, page] { openPage(page, this); });
}

void InlineAlert::setDismissible(bool isDismissible)
{
    m_isDismissible = isDismissible;
    if (m_cross)
        m_cross->setVisible(isDismissible);
}

void InlineAlert::clear()
{
    if (!m_label)
        return;
    m_label->clear();
    m_button->hide();
    m_action = nullptr;
    setVisible(false);
}

QString InlineAlert::text() const
{
    return m_label ? m_label->text() : QString();
}

void InlineAlert::paintEvent(QPaintEvent *)
{
    const QColor color = look::colors().*colorOf(m_tone);
    QColor border = color;
    border.setAlphaF(look::colors().isHighContrast ? 1.0F : 0.4F);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border);
    painter.setBrush(look::tint(color));
    const qreal radius = look::zoomed(look::cardRadius);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

#include "moc_inlinealert.cpp"

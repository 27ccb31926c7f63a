// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/parts/noticebar.h"

#include "browser/openpage.h"
#include "gui/parts/wrappinglabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

NoticeBar::NoticeBar(QWidget *parent) : QFrame(parent), m_label(new WrappingLabel(this)), m_button(new QPushButton(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_label->setObjectName(QStringLiteral("noticeLabel"));
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_button->setObjectName(QStringLiteral("noticeButton"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_button, 0, Qt::AlignTop);
    connect(m_button, &QPushButton::clicked, this, [this] {
        // A copy, because the action may replace itself by offer().
        if (const auto action = m_action)
            action();
    });
    clear();
}

void NoticeBar::say(const QString &text, Tone tone)
{
    // Mixing amber into the palette's own color suits light and dark schemes.
    const QColor base = palette().color(QPalette::Window);
    const QColor amber(255, 176, 32);
    const qreal share = tone == Tone::Warning ? 0.22 : 0.0;
    const auto mix = [&](int from, int to) { return int(from + (to - from) * share); };
    QPalette tinted = palette();
    tinted.setColor(backgroundRole(), QColor(mix(base.red(), amber.red()), mix(base.green(), amber.green()),
                                             mix(base.blue(), amber.blue())));
    setPalette(tone == Tone::Warning ? tinted : QPalette());
    m_label->setText(text);
    m_button->hide();
    setVisible(true);
}

void NoticeBar::warn(const QString &text, const QUrl &page, const std::function<void()> &tryAgain)
{
    say(text, Tone::Warning);
    if (page.isEmpty())
        offer(tr("Try again"), tryAgain);
    else
        offerPage(page);
}

void NoticeBar::offer(const QString &buttonText, std::function<void()> action)
{
    Q_ASSERT(!text().isEmpty());
    m_action = std::move(action);
    m_button->setText(buttonText);
    m_button->setAccessibleName(buttonText);
    m_button->show();
}

void NoticeBar::offerPage(const QUrl &page)
{
    offer(tr("Open the page"), [page] { openPage(page); });
}

void NoticeBar::clear()
{
    m_label->clear();
    m_button->hide();
    m_action = nullptr;
    setVisible(false);
}

QString NoticeBar::text() const
{
    return m_label->text();
}

#include "moc_noticebar.cpp"

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/parts/emptystate.h"

#include "gui/controls/glyphlabel.h"
#include "gui/controls/labels.h"
#include "gui/controls/wrappinglabel.h"
#include "gui/look/measures.h"

#include <QPushButton>
#include <QVBoxLayout>

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_glyph(new GlyphLabel(look::Glyph::Info, 32, this)), m_title(new WrappingLabel(this)),
      m_line(new WrappingLabel(this)), m_button(new QPushButton(this))
{
    m_title->setObjectName(QStringLiteral("emptyTitle"));
    m_line->setObjectName(QStringLiteral("emptyLine"));
    m_button->setObjectName(QStringLiteral("emptyButton"));
    m_button->setAutoDefault(true); // Enter presses it.
    useText(m_title, look::Text::Section);
    useSecondaryText(m_line);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(look::zoomed(look::space2));
    layout->addStretch(2);
    layout->addWidget(m_glyph, 0, Qt::AlignHCenter);
    layout->addSpacing(look::space1);
    for (QLabel *label : {m_title, m_line}) {
        label->setAlignment(Qt::AlignHCenter);
        layout->addWidget(label);
    }
    layout->addSpacing(look::space2);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, [this] {
        // A copy, because the action may replace itself by offer().
        if (const auto action = m_action)
            action();
    });
    m_button->hide();
}

void EmptyState::say(look::Glyph glyph, const QString &title, const QString &line)
{
    m_glyph->setGlyph(glyph);
    m_title->setText(title);
    m_line->setText(line);
    m_line->setVisible(!line.isEmpty());
    m_action = nullptr;
    m_button->hide();
}

void EmptyState::offer(const QString &text, std::function<void()> action)
{
    m_action = std::move(action);
    m_button->setText(escapedForButton(text));
    m_button->setAccessibleName(text);
    m_button->show();
}

QString EmptyState::title() const
{
    return m_title->text();
}

QString EmptyState::line() const
{
    return m_line->text();
}

#include "moc_emptystate.cpp"

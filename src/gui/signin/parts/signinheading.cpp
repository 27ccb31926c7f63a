// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/parts/signinheading.h"

#include "gui/controls/glyphlabel.h"
#include "gui/controls/labels.h"
#include "gui/controls/wrappinglabel.h"
#include "gui/look/measures.h"

#include <QVBoxLayout>

SignInHeading::SignInHeading(QWidget *parent)
    : QWidget(parent), m_glyph(new GlyphLabel(look::Glyph::Globe, 40, this)), m_title(new WrappingLabel(this)),
      m_line(new WrappingLabel(this))
{
    m_glyph->setColor(&look::Colors::text);
    m_title->setObjectName(QStringLiteral("headingLabel"));
    m_line->setObjectName(QStringLiteral("hostLabel"));
    m_line->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    useText(m_title, look::Text::Title);
    useSecondaryText(m_line);
    hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, look::space2);
    layout->setSpacing(look::space2);
    layout->addWidget(m_glyph, 0, Qt::AlignHCenter);
    for (QLabel *label : {m_title, m_line}) {
        label->setAlignment(Qt::AlignHCenter);
        layout->addWidget(label);
    }
}

void SignInHeading::say(look::Glyph glyph, const QString &title, const QString &line)
{
    m_glyph->setGlyph(glyph);
    m_title->setText(title);
    m_line->setText(line);
    m_line->setVisible(!line.isEmpty());
}

#include "moc_signinheading.cpp"

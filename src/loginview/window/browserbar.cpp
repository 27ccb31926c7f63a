// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/window/browserbar.h"

#include "gui/look/colors.h"
#include "gui/look/glyphs.h"
#include "gui/look/measures.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

BrowserBar::BrowserBar(QWidget *parent) : QWidget(parent)
{
    auto *reason = new QLabel(tr("Passkey or password manager?"), this);
    reason->setForegroundRole(QPalette::PlaceholderText);
    reason->setWordWrap(true);
    auto *button = new QPushButton(look::glyphIcon(look::Glyph::OpenOutside), tr("Continue in my browser instead"), this);
    button->setObjectName(QStringLiteral("continueInBrowserButton"));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, &BrowserBar::browserRequested);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(look::space4, look::space2, look::space3, look::space2);
    layout->addWidget(reason, 1);
    layout->addWidget(button);
}

void BrowserBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), look::colors().canvas);
    painter.fillRect(0, 0, width(), 1, look::colors().cardBorder);
}

#include "moc_browserbar.cpp"

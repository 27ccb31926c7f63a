// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/window/notice.h"

#include "gui/look/colors.h"
#include "gui/look/glyphs.h"
#include "gui/look/measures.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

Notice::Notice(QWidget *parent) : QFrame(parent), m_label(new QLabel(this)), m_waysOut(new QWidget(this))
{
    m_label->setObjectName(QStringLiteral("noticeLabel"));
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    auto *buttons = new QHBoxLayout(m_waysOut);
    buttons->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const char *name, const QString &text) {
        auto *button = new QPushButton(text, m_waysOut);
        button->setObjectName(QLatin1String(name));
        buttons->addWidget(button);
        return button;
    };
    connect(add("noticeReloadButton", tr("Reload")), &QPushButton::clicked, this, &Notice::reloadRequested);
    connect(add("noticeBrowserButton", tr("Continue in my browser")), &QPushButton::clicked, this, &Notice::browserRequested);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    const int glyphRoom = look::space4 + look::zoomed(look::glyphSide) + look::space2;
    layout->setContentsMargins(glyphRoom, look::space3, look::space4, look::space3);
    layout->addWidget(m_label);
    layout->addWidget(m_waysOut);
    hide();
}

void Notice::paintEvent(QPaintEvent *)
{
    const look::Colors &colors = look::colors();
    QPainter painter(this);
    painter.fillRect(rect(), look::tint(colors.attention));
    painter.fillRect(0, height() - 1, width(), 1, colors.cardBorder);
    const int side = look::zoomed(look::glyphSide);
    const int line = m_label->fontMetrics().height();
    const QRect place(look::space4, m_label->y() + (line - side) / 2, side, side);
    look::paintGlyph(painter, look::Glyph::Alert, QStyle::visualRect(layoutDirection(), rect(), place), colors.attention);
}

void Notice::say(const QString &text)
{
    m_label->setText(text);
    m_waysOut->hide();
    show();
}

void Notice::offerWaysOut(const QString &text)
{
    m_label->setText(text);
    m_waysOut->show();
    show();
}

#include "moc_notice.cpp"

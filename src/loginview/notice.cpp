// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/notice.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

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
    connect(add("noticeBrowserButton", tr("Use my browser instead")), &QPushButton::clicked, this, &Notice::browserRequested);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_label);
    layout->addWidget(m_waysOut);
    hide();
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

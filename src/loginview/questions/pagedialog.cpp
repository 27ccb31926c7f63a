// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/questions/pagedialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

namespace {

/// Wide enough for the title of an ordinary origin.
constexpr int textWidth = 360;

/// For the buttons, the window's frame and a panel of the desktop.
constexpr int otherHeight = 110;

} // namespace

PageDialog::PageDialog(const QString &origin, QWidget *window) : QDialog(window), m_content(new QWidget), m_area(new QScrollArea(this))
{
    setObjectName(QStringLiteral("pageDialog"));
    setWindowTitle(origin);
    setWindowFlag(Qt::WindowContextHelpButtonHint, false);
    m_area->setWidget(m_content);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    (new QVBoxLayout(m_content))->setContentsMargins(0, 0, 0, 0);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_area);
    layout->setSizeConstraint(QLayout::SetFixedSize);
}

void PageDialog::addText(const QString &name, const QString &text)
{
    auto *label = new QLabel(text, this);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    // A layout gives a text that wraps less room than it needs.
    label->setFixedSize(textWidth, label->heightForWidth(textWidth));
    add(label);
}

QLineEdit *PageDialog::addField(const QString &name, const QString &label)
{
    auto *caption = new QLabel(label, this);
    auto *field = new QLineEdit(this);
    field->setObjectName(name);
    caption->setBuddy(field);
    add(caption);
    add(field);
    return field;
}

void PageDialog::add(QWidget *widget)
{
    m_content->layout()->addWidget(widget);
}

void PageDialog::addButtons(const QString &accept, const QString &cancel)
{
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *acceptButton = buttons->addButton(accept, QDialogButtonBox::AcceptRole);
    acceptButton->setObjectName(QStringLiteral("acceptButton"));
    acceptButton->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    if (!cancel.isEmpty())
        buttons->addButton(cancel, QDialogButtonBox::RejectRole)->setObjectName(QStringLiteral("cancelButton"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
}

void PageDialog::fitToScreen()
{
    const QSize wanted(textWidth, m_content->sizeHint().height());
    const int room = screen()->availableGeometry().height() - otherHeight;
    const int scrollBar = wanted.height() > room ? style()->pixelMetric(QStyle::PM_ScrollBarExtent) : 0;
    m_content->setFixedSize(wanted);
    m_area->setFixedSize(textWidth + scrollBar, std::min(wanted.height(), room));
}

bool PageDialog::ask()
{
    fitToScreen();
    return exec() == Accepted;
}

#include "moc_pagedialog.cpp"

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/pagedialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

/// Wide enough for the title of an ordinary origin.
constexpr int textWidth = 360;

} // namespace

PageDialog::PageDialog(const QString &origin, QWidget *window) : QDialog(window), m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("pageDialog"));
    setWindowTitle(origin);
    setWindowFlag(Qt::WindowContextHelpButtonHint, false);
    m_layout->setSizeConstraint(QLayout::SetFixedSize);
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
    m_layout->addWidget(widget);
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
    add(buttons);
}

bool PageDialog::ask()
{
    return exec() == Accepted;
}

#include "moc_pagedialog.cpp"

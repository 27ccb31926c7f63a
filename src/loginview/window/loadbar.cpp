// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/window/loadbar.h"

#include "gui/look/colors.h"

#include <QPainter>
#include <QStyle>

namespace {

constexpr int thickness = 3;

} // namespace

LoadBar::LoadBar(QWidget *parent) : QProgressBar(parent)
{
    setTextVisible(false);
    setFixedHeight(thickness);
    setAccessibleName(tr("Loading"));
}

QSize LoadBar::sizeHint() const
{
    return {0, thickness};
}

void LoadBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), look::colors().canvas);
    if (value() <= minimum() || value() >= maximum())
        return;
    QRect done = rect();
    done.setWidth(width() * (value() - minimum()) / std::max(1, maximum() - minimum()));
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), done), look::colors().accent);
}

#include "moc_loadbar.cpp"

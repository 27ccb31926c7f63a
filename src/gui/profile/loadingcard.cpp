// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/profile/loadingcard.h"

#include "gui/look/measures.h"
#include "gui/parts/skeleton.h"

#include <QPainter>

LoadingCard::LoadingCard(QWidget *parent) : Card(parent)
{
    setAccessibleName(tr("Loading"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize LoadingCard::sizeHint() const
{
    return {look::zoomed(200), look::zoomed(100)};
}

void LoadingCard::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    QPainter painter(this);
    const int space = look::zoomed(look::space4);
    const int bar = look::zoomed(10);
    const int room = width() - 2 * space;
    paintSkeletonBar(painter, QRectF(space, space + 2, room * 0.45, bar));
    paintSkeletonBar(painter, QRectF(space, space + 2.4 * bar, room * 0.85, bar * 0.8));
    paintSkeletonBar(painter, QRectF(space, height() - space - bar, room * 0.3, bar * 0.8));
}

#include "moc_loadingcard.cpp"

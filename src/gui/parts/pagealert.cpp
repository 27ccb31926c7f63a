// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/parts/pagealert.h"

#include "browser/pagenotopened.h"
#include "result/printabletext.h"

#include <QClipboard>
#include <QGuiApplication>

namespace {

constexpr qsizetype mostShown = 120;

} // namespace

PageAlert::PageAlert(QWidget *window) : InlineAlert(window)
{
    setObjectName(QStringLiteral("pageAlert"));
    new PageNotOpenedFilter(window, [this](const QUrl &page) { tell(page); });
}

void PageAlert::tell(const QUrl &page)
{
    const QString address = page.toString(QUrl::FullyEncoded);
    say(tr("No browser could be opened. Copy the address instead: %1").arg(cutTo(address, mostShown)), Tone::Attention);
    setDismissible(true);
    offer(tr("Copy address"), [this, address] {
        QGuiApplication::clipboard()->setText(address);
        offer(tr("Copied"), [address] { QGuiApplication::clipboard()->setText(address); });
    });
}

#include "moc_pagealert.cpp"

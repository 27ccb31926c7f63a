// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "useragent/clipboarduseragent.h"

#include <QClipboard>
#include <QGuiApplication>

void ClipboardUserAgent::show(const QUrl &authorizationRequest)
{
    QGuiApplication::clipboard()->setText(authorizationRequest.toString(QUrl::FullyEncoded));
}

#include "moc_clipboarduseragent.cpp"

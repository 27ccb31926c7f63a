// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QNetworkProxy>
#include <QString>
#include <QUrl>

namespace http {

/// A proxy as processes of this program tell it each other: a URL, or "direct:".
QString toLine(const QNetworkProxy &proxy);

/// No proxy if the line is none.
QNetworkProxy proxyFromLine(const QByteArray &line);

/// The part of a URL that the choice of a proxy depends on.
QString originOf(const QUrl &url);

} // namespace http

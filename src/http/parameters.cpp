// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/parameters.h"

#include <QUrl>

namespace http {

QByteArray urlEncoded(const Parameters &parameters)
{
    QByteArray text;
    for (const auto &[name, value] : parameters) {
        if (!value.isEmpty())
            text += (text.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return text;
}

} // namespace http

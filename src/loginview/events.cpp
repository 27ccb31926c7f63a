// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/events.h"

#include <QJsonDocument>

#include <cstdio>

void tell(const QString &event, QJsonObject more)
{
    more.insert(QStringLiteral("event"), event);
    const QByteArray line = QJsonDocument(more).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stdout);
    std::fflush(stdout);
}

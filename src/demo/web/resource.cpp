// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/web/resource.h"

#include <QFile>

namespace demo {

QByteArray resource(const QString &name)
{
    QFile file(QStringLiteral(":/demo/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the demo's %s is not in the program", qPrintable(name));
    return file.readAll();
}

} // namespace demo

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/listeningsockets.h"

#include <QDir>
#include <QFile>
#include <QSet>

namespace {

/// The sockets of this process, as "socket:[4711]".
QSet<QString> ownSockets()
{
    QSet<QString> sockets;
    const QDir folder(QStringLiteral("/proc/self/fd"));
    const QStringList descriptors = folder.entryList(QDir::Files | QDir::System);
    for (const QString &descriptor : descriptors) {
        const QString target = QFile::symLinkTarget(folder.filePath(descriptor));
        sockets.insert(target.mid(target.lastIndexOf(QLatin1Char('/')) + 1));
    }
    return sockets;
}

} // namespace

QStringList listeningSockets()
{
    const QSet<QString> own = ownSockets();
    QStringList listening;
    for (const char *table : {"/proc/self/net/tcp", "/proc/self/net/tcp6"}) {
        QFile file(QString::fromLatin1(table));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QStringList lines = QString::fromLatin1(file.readAll()).split(QLatin1Char('\n'));
        for (const QString &line : lines) {
            const QStringList columns = line.simplified().split(QLatin1Char(' '));
            const bool isListening = columns.value(3) == QLatin1String("0A");
            if (isListening && own.contains(QStringLiteral("socket:[%1]").arg(columns.value(9))))
                listening.append(columns.value(1));
        }
    }
    return listening;
}

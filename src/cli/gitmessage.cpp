// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/gitmessage.h"

#include <QIODevice>

namespace cli {

namespace {

/// Git's own lines are far shorter; what is longer is not from Git.
constexpr qint64 maximumLine = 16 * 1024;
constexpr int maximumLines = 100;

} // namespace

GitMessage GitMessage::read(QIODevice &input)
{
    GitMessage message;
    for (int i = 0; i < maximumLines; ++i) {
        QByteArray line = input.readLine(maximumLine);
        if (line.endsWith('\n'))
            line.chop(1);
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.isEmpty())
            break;
        const auto equals = line.indexOf('=');
        const QByteArray key = line.left(qMax(equals, 0));
        const QString value = QString::fromUtf8(line.mid(equals + 1));
        if (key == "protocol")
            message.protocol = value;
        else if (key == "host")
            message.host = value;
        else if (key == "username")
            message.username = value;
        else if (key == "password")
            message.password = value;
    }
    return message;
}

} // namespace cli

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/protocol/events.h"

#include <QJsonDocument>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace {

FILE *ownOutput = nullptr;

} // namespace

void keepOutputForEvents()
{
#ifdef Q_OS_UNIX
    const int own = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    ownOutput = own < 0 ? nullptr : ::fdopen(own, "w");
    if (ownOutput)
        ::dup2(STDERR_FILENO, STDOUT_FILENO);
#endif
}

void tell(const QString &event, QJsonObject more)
{
    more.insert(QStringLiteral("event"), event);
    const QByteArray line = QJsonDocument(more).toJson(QJsonDocument::Compact) + '\n';
    FILE *output = ownOutput ? ownOutput : stdout;
    std::fwrite(line.constData(), 1, std::size_t(line.size()), output);
    std::fflush(output);
}

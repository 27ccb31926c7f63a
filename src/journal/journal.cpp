// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/journal.h"

#include "journal/redaction.h"
#include "result/printabletext.h"

#include <QtGlobal>

#include <atomic>

namespace journal {

namespace {

std::atomic<QtMessageHandler> writer = nullptr;

void writeRedacted(QtMsgType type, const QMessageLogContext &context, const QString &line)
{
    if (const QtMessageHandler write = writer)
        write(type, context, redacted(printableLines(line))); // An invisible character must not split a secret.
}

} // namespace

void install()
{
    const QtMessageHandler before = qInstallMessageHandler(writeRedacted);
    if (before != writeRedacted)
        writer = before;
}

} // namespace journal

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/keychain.h"

#include "diagnosis/translate.h"
#include "errortext/errortext.h"

#include <memory>

namespace diagnosis {

namespace {

/// The results of the three steps. The first error counts.
struct Steps
{
    Result<void> write;
    Result<QByteArray> read = QByteArray();
};

Finding failed(const Error &error)
{
    const errortext::Text text = textOf(error, errortext::Subject(), errortext::Surface::Terminal);
    return {State::Failed, text.happened,
            tr("%1 Until then, you stay signed in only as long as Latchkey runs.").arg(text.advice)};
}

Finding conclude(const Steps &steps, const QByteArray &secret, const Result<void> &removal)
{
    if (!steps.write)
        return failed(steps.write.error());
    if (!steps.read)
        return failed(steps.read.error());
    if (*steps.read != secret)
        return {State::Failed, tr("The keychain does not give back what it was given.")};
    if (!removal)
        return {State::Warning, tr("The keychain keeps what it was told to remove."),
                tr("Remove the entry that starts with “diagnosis/” there.")};
    return {State::Ok, tr("Keeps, gives back and forgets what it is told to.")};
}

} // namespace

void tryKeychain(TokenStore &store, QObject *context, Teller teller)
{
    // Always the same key: the next diagnosis removes the entry of one that was interrupted.
    const auto key = QStringLiteral("diagnosis/trial");
    const QByteArray secret = "not a secret";
    const auto steps = std::make_shared<Steps>();
    // All at once: the store keeps their order, and so removes the entry even if nobody waits any more.
    store.write(key, secret, context, [steps](const Result<void> &result) { steps->write = result; });
    store.read(key, context, [steps](const Result<QByteArray> &result) { steps->read = result; });
    store.remove(key, context, [steps, secret, teller](const Result<void> &removal) {
        teller(conclude(*steps, secret, removal));
    });
}

} // namespace diagnosis

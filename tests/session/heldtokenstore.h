// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/keychain/tokenstore.h"

#include <QHash>
#include <QPointer>

#include <optional>

/// A store in memory that a test can inspect, hold up and make refuse, like a keychain that asks for a password.
class HeldTokenStore : public TokenStore
{
public:
    QHash<QString, QByteArray> entries;
    std::optional<Error> refusal; ///< The answer to every request, if set. The entries stay unchanged.
    QString kind = QStringLiteral("memory"); ///< Its name().
    int writeCount = 0; ///< Write requests, including waiting and refused ones.

    /// Makes all further requests wait, in order, until letGo().
    void hold() { m_isHolding = true; }

    void letGo()
    {
        m_isHolding = false;
        for (const auto &request : std::exchange(m_waiting, {}))
            request();
    }

    qsizetype waitingCount() const { return m_waiting.size(); }

    void read(const QString &key, QObject *context, Receiver<QByteArray> receiver) override
    {
        run([this, key, context = QPointer(context), receiver] {
            const auto entry = entries.constFind(key);
            answer<QByteArray>(context, receiver, entry == entries.constEnd()
                                   ? Result<QByteArray>(Error{Error::Kind::Storage, QStringLiteral("entry_not_found")})
                                   : Result<QByteArray>(*entry));
        });
    }

    void write(const QString &key, const QByteArray &secret, QObject *context, Receiver<void> receiver) override
    {
        ++writeCount;
        run([this, key, secret, context = QPointer(context), receiver] {
            if (!refusal)
                entries.insert(key, secret);
            answer<void>(context, receiver, {});
        });
    }

    void remove(const QString &key, QObject *context, Receiver<void> receiver) override
    {
        run([this, key, context = QPointer(context), receiver] {
            if (!refusal)
                entries.remove(key);
            answer<void>(context, receiver, {});
        });
    }

    QString name() const override { return kind; }

private:
    void run(std::function<void()> request)
    {
        if (m_isHolding)
            m_waiting.append(std::move(request));
        else
            request();
    }

    template<typename T>
    void answer(const QPointer<QObject> &context, const Receiver<T> &receiver, const Result<T> &result)
    {
        const Result<T> outcome = refusal ? Result<T>(*refusal) : result;
        if (context)
            QMetaObject::invokeMethod(context, [receiver, outcome] { receiver(outcome); }, Qt::QueuedConnection);
    }

    QList<std::function<void()>> m_waiting;
    bool m_isHolding = false;
};

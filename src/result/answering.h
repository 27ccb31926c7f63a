// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <QMetaObject>
#include <QObject>
#include <QPointer>

#include <type_traits>

/// The answer that an operation owes to its caller. It is given at most once, and never after the context is gone.
/// An operation keeps one as a member, sets it when it is started, and ends with answerLater().
template<typename T>
class Answering
{
public:
    /// Nobody has asked.
    Answering() = default;
    /// `context` is the object on whose behalf `receiver` is called.
    Answering(QObject *context, Receiver<T> receiver) : m_context(context), m_receiver(std::move(receiver))
    {
        Q_ASSERT(m_context && m_receiver);
    }

    Answering(Answering &&other) noexcept : m_context(other.m_context), m_receiver(other.take()) {}
    Answering &operator=(Answering &&other) noexcept
    {
        m_context = other.m_context;
        m_receiver = other.take();
        return *this;
    }

    /// True if somebody has asked and no answer has been given or posted.
    bool isDue() const { return bool(m_receiver); }

    /// Posts the answer. `worker` is the object that has worked on it: it is still on the stack, so the receiver, which
    /// may delete it, is called from the event loop. Deleting `worker` before then withdraws the answer.
    void answerLater(QObject *worker, Result<T> result)
    {
        const auto deliver = [context = m_context, receiver = take(), result = std::move(result)] {
            if (context && receiver)
                receiver(result);
        };
        QMetaObject::invokeMethod(worker, deliver, Qt::QueuedConnection);
    }

    /// Calls the receiver from here, which may delete the owner of this object. Only for an operation that was asked in
    /// an earlier pass of the event loop.
    void answerNow(const Result<T> &result)
    {
        const QPointer<QObject> context = m_context;
        if (const Receiver<T> receiver = take(); context && receiver)
            receiver(result);
    }

private:
    Receiver<T> take() noexcept { return std::exchange(m_receiver, nullptr); }

    QPointer<QObject> m_context;
    Receiver<T> m_receiver;
};

/// Gives an answer that is known at once, but not from inside the asking call. Deleting `context` withdraws it.
template<typename T>
void answerLater(QObject *context, const Receiver<T> &receiver, std::type_identity_t<Result<T>> result)
{
    const auto deliver = [receiver, result = std::move(result)] { receiver(result); };
    QMetaObject::invokeMethod(context, deliver, Qt::QueuedConnection);
}

/// A receiver for an answer that changes nothing: `store.remove(key, this, ignore)`.
inline constexpr auto ignore = [](const auto &) {};

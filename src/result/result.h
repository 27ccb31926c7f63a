// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>
#include <utility>
#include <variant>

/// Why something did not work. There is a kind only if the application does something different for it.
struct Error
{
    enum class Kind {
        Canceled, ///< The person ended it: nothing to say.
        Unreachable, ///< No answer, or "not now" (5xx, 429): keep the session, try again later.
        Denied, ///< The server said no.
        Malformed, ///< An answer that cannot be read: report it, keep the session.
        Storage, ///< The keychain or a file failed: go on, say that nothing will be remembered.
        NoUserAgent, ///< The login page cannot be shown this way: offer another way.
    };

    Kind kind;
    /// An error code of RFC 6749 or of the server ("access_denied"), or one of ours in the same style.
    QString code;
    /// What happened, in technical English, for logs and reports. Never a token, code, state or secret.
    QString detail = {};
    /// How long the server asks to wait before the next try (RFC 9110 §10.2.3); 0 if it does not say.
    std::chrono::seconds retryAfter{0};
    /// The page that lets the person fix it; empty if there is none.
    QUrl page = {};
    /// The HTTP status of the answer, for an endpoint that gives or revokes tokens; 0 if there is none.
    int status = 0;

    static Error unreachable(const QString &code, const QString &detail = {}) { return {Kind::Unreachable, code, detail}; }
    static Error denied(const QString &code, const QString &detail = {}) { return {Kind::Denied, code, detail}; }
    static Error malformed(const QString &code, const QString &detail = {}) { return {Kind::Malformed, code, detail}; }
};

/// A value or an error. To become std::expected with C++23.
template<typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_outcome(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_outcome(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return m_outcome.index() == 0; }
    const T &operator*() const { return std::get<0>(m_outcome); }
    T &operator*() { return std::get<0>(m_outcome); }
    const T *operator->() const { return &std::get<0>(m_outcome); }
    T *operator->() { return &std::get<0>(m_outcome); }
    const Error &error() const { return std::get<1>(m_outcome); }

private:
    std::variant<T, Error> m_outcome;
};

/// Success without a value, or an error.
template<>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    explicit operator bool() const { return !m_error; }
    const Error &error() const
    {
        Q_ASSERT(m_error);
        return *m_error;
    }

private:
    std::optional<Error> m_error;
};

/// Receives the one answer to a request. See Answering for when it is called.
template<typename T>
using Receiver = std::function<void(const Result<T> &)>;

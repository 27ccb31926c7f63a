// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <variant>

/// A server that a person has named: `git.example.org`, with a port where it is not the usual one.
class HostName
{
public:
    /// Reads what was typed, or gives a sentence on what a host name must not have. White space around it does no harm,
    /// nor do capitals; letters beyond ASCII become their `xn--` form.
    static std::variant<HostName, QString> read(const QString &typed);

    /// As it stands in a URL and in the id of a provider.
    const QString &text() const { return m_text; }

    /// `https`, and `http` on this computer, where there is nobody in between (RFC 8252 §8.3).
    QString scheme() const;

private:
    explicit HostName(const QString &text) : m_text(text) {}

    QString m_text;
};

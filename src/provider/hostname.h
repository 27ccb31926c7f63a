// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <variant>

/// A server that a person named: `git.example.org`, with its port unless that is the default.
class HostName
{
public:
    /// Reads typed text, or returns a sentence that says what is wrong with it. Trims white space, lowers capitals, and
    /// encodes letters beyond ASCII as `xn--`.
    static std::variant<HostName, QString> read(const QString &typed);

    /// The form for URLs and for ids of providers.
    const QString &text() const { return m_text; }

    /// `https`, but `http` for this computer: loopback traffic cannot be intercepted on a network (RFC 8252 §8.3).
    QString scheme() const;

private:
    explicit HostName(const QString &text) : m_text(text) {}

    QString m_text;
};

/// What a person copies from the address bar of a browser, without the scheme and a slash at the end.
QString addressWithoutScheme(const QString &typed);

/// The same without path, query and fragment.
QString hostInAddress(const QString &typed);

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>
#include <utility>

/// Splits a stream into lines. After a line that exceeds the limit there are no more lines, and isOverlong() is true.
class LineBuffer
{
public:
    explicit LineBuffer(qsizetype maximumLine) : m_maximumLine(maximumLine) {}

    void append(const QByteArray &piece)
    {
        if (!m_isOverlong)
            m_bytes += piece;
    }

    /// The next complete line, without its end; nothing if there is none yet.
    std::optional<QByteArray> next()
    {
        const qsizetype end = m_bytes.indexOf('\n', m_start);
        const qsizetype size = (end < 0 ? m_bytes.size() : end) - m_start;
        if (size > m_maximumLine) {
            m_isOverlong = true;
            m_bytes.clear();
            m_start = 0;
            return std::nullopt;
        }
        if (end < 0) {
            m_bytes.remove(0, std::exchange(m_start, 0));
            return std::nullopt;
        }
        const QByteArray line = m_bytes.mid(m_start, size);
        m_start = end + 1;
        return line;
    }

    bool isOverlong() const { return m_isOverlong; }

private:
    qsizetype m_maximumLine;
    QByteArray m_bytes;
    qsizetype m_start = 0;
    bool m_isOverlong = false;
};

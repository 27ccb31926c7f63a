// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>

#include <memory>
#include <optional>

namespace processes {

/// Another process of this program and this user. It is held by a descriptor (pidfd_open(2)), so that its number cannot come to
/// mean another process before it is ended.
class OtherProcess
{
public:
    /// Nothing unless process `id` runs this program, for this user. Nothing at all where the system has no such descriptors:
    /// Linux before 5.3, and Windows.
    static std::optional<OtherProcess> find(qint64 id);

    qint64 id() const { return m_id; }

    /// Nothing if it is not known.
    std::optional<QDateTime> startedAt() const { return m_startedAt; }

    bool isRunning() const;

    /// Can be read from when the process has ended, for QSocketNotifier.
    int descriptor() const { return *m_descriptor; }

    /// Asks it to end, as SIGTERM does. A stopped process is continued, because it could not see that.
    void askToEnd() const;

    /// Ends it at once.
    void kill() const;

private:
    OtherProcess(qint64 id, std::shared_ptr<const int> descriptor);

    qint64 m_id;
    std::shared_ptr<const int> m_descriptor;
    std::optional<QDateTime> m_startedAt;
};

} // namespace processes

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <QSettings>

#include <functional>

/// A settings file that several processes change. A change is written and read back, or it fails as a whole. QSettings alone
/// repeats a failed write at a time of its choice.
class SettingsFile
{
public:
    using Change = std::function<void(QSettings &settings)>;

    explicit SettingsFile(const QString &path);

    /// Only for reading.
    QSettings &settings() const { return m_settings; }

    /// Storage "settings_not_written", or "settings_busy" if another process holds the file for too long.
    Result<void> change(const Change &how);

private:
    bool replaceFile(const Change &how);

    mutable QSettings m_settings; ///< Its groups are changed by reading.
};

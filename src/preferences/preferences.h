// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "preferences/choices.h"
#include "result/result.h"
#include "settings/settingsfile.h"

#include <QObject>

/// The person's choices, kept in the group `preferences` of the settings file.
class Preferences : public QObject
{
    Q_OBJECT

public:
    /// Reads the file.
    explicit Preferences(const QString &settingsFile);

    const Choices &choices() const { return m_choices; }

    /// Uses other choices at once, and keeps them. If the file cannot be written, they hold until the end of this run, and
    /// failed() says so.
    void choose(const Choices &choices);

Q_SIGNALS:
    void changed();
    void failed(const Error &error);

private:
    SettingsFile m_file;
    Choices m_choices;
};

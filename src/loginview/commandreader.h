// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loginview/command.h"

#include <QObject>

/// Reads commands from standard input. At its end, which is the end of the application that started us, so is ours.
class CommandReader : public QObject
{
    Q_OBJECT

public:
    /// Starts to read, in a thread of its own: there is no notifier for standard input that works everywhere.
    void start();

Q_SIGNALS:
    void received(const Command &command);

    /// A line was no command.
    void refused();

    /// Standard input has ended.
    void ended();
};

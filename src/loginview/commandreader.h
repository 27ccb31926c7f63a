// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loginview/protocol/command.h"
#include "loginview/protocol/linebuffer.h"

#include <QObject>

#include <memory>

/// Reads commands from standard input. Its end means that the application has ended, and ends the login view too.
class CommandReader : public QObject
{
    Q_OBJECT

public:
    CommandReader();

    void start();

Q_SIGNALS:
    void received(const Command &command);

    /// A line is not a command.
    void refused();

    /// Standard input has ended, or has a line that Latchkey never writes.
    void ended();

private:
    void readPiece();
    void readLines();
    void end();

    LineBuffer m_lines;
    std::unique_ptr<QObject> m_watch; ///< Signals that there is something to read.
};

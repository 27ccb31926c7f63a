// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loginview/linebuffer.h"
#include "loginview/command.h"

#include <QObject>

#include <memory>

/// Reads commands from standard input. At its end, which is the end of the application that started us, so is ours.
class CommandReader : public QObject
{
    Q_OBJECT

public:
    CommandReader();

    void start();

Q_SIGNALS:
    void received(const Command &command);

    /// A line was no command.
    void refused();

    /// Standard input has ended, or has a line that no application of ours writes.
    void ended();

private:
    void readPiece();
    void readLines();
    void end();

    LineBuffer m_lines;
    std::unique_ptr<QObject> m_watch; ///< Says when there is something to read.
};

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>

namespace processes {

/// A process that ends with this object. QProcess would print a warning.
class EndingProcess : public QProcess
{
public:
    using QProcess::QProcess;

    ~EndingProcess() override
    {
        disconnect();
        kill();
        waitForFinished();
    }
};

} // namespace processes

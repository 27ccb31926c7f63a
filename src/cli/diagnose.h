// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"
#include "diagnosis/diagnosis.h"

#include <functional>

namespace cli {

/// Prints what works and what does not.
class Diagnose : public QObject
{
    Q_OBJECT

public:
    explicit Diagnose(diagnosis::Diagnosis &diagnosis) : m_diagnosis(diagnosis) {}

    /// The report, and Done where nothing has failed.
    using Printer = std::function<void(const QString &report, ExitCode code)>;
    void start(Printer printer);

private:
    diagnosis::Diagnosis &m_diagnosis;
};

} // namespace cli

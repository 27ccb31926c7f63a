// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commands/command.h"
#include "diagnosis/diagnosis.h"

namespace cli {

/// Prints what works and what does not. Failed if one of the checks has failed.
class Diagnose : public Command
{
    Q_OBJECT

public:
    explicit Diagnose(diagnosis::Diagnosis &diagnosis) : m_diagnosis(diagnosis) {}

private:
    void start() override;

    diagnosis::Diagnosis &m_diagnosis;
};

} // namespace cli

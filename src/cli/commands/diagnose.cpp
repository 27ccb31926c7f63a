// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands/diagnose.h"

#include "diagnosis/report.h"

namespace cli {

void Diagnose::start()
{
    connect(&m_diagnosis, &diagnosis::Diagnosis::finished, this, [this] {
        finish({.out = diagnosis::reportText(m_diagnosis.provider(), m_diagnosis.checks()),
                .code = m_diagnosis.hasFailed() ? Failed : Done});
    });
    m_diagnosis.start();
}

} // namespace cli

#include "moc_diagnose.cpp"

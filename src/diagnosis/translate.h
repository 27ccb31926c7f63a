// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace diagnosis {

/// Translates a sentence of the report.
inline QString tr(const char *text)
{
    return QCoreApplication::translate("diagnosis", text);
}

} // namespace diagnosis

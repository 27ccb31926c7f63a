// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace cli {

/// A sentence for the terminal, in the person's language.
inline QString tr(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

} // namespace cli

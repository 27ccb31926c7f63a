// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace errortext {

/// A sentence about an error, in the person's language.
inline QString tr(const char *text)
{
    return QCoreApplication::translate("errortext", text);
}

} // namespace errortext

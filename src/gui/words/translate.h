// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace words {

/// A sentence for the windows, in the person's language.
inline QString tr(const char *text)
{
    return QCoreApplication::translate("words", text);
}

/// The same with "%n" and its plural; see EnglishPlurals.
inline QString tr(const char *text, int count)
{
    return QCoreApplication::translate("words", text, nullptr, count);
}

} // namespace words

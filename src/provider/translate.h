// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace provider {

/// A sentence about a bad provider file or host name, in the person's language.
inline QString tr(const char *text)
{
    return QCoreApplication::translate("ProviderFile", text);
}

} // namespace provider

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>

namespace provider {

/// What is wrong with a provider file or a host name, in the person's language.
inline QString tr(const char *text)
{
    return QCoreApplication::translate("ProviderFile", text);
}

} // namespace provider

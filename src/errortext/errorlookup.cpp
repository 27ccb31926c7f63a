// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "errortext/errorlookup.h"

#include <algorithm>

namespace errortext {

const Entry *findEntry(Error::Kind kind, const QString &code)
{
    const auto all = allEntries();
    const auto find = [kind, all](const QString &wanted) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const Entry &entry) {
            return entry.kind == kind && wanted == QLatin1String(entry.code);
        });
        return found == all.end() ? nullptr : &*found;
    };
    if (code.isEmpty())
        return nullptr;
    if (const Entry *exact = find(code))
        return exact;
    for (const char *family : {"http_", "proxy_"}) {
        if (code.startsWith(QLatin1String(family)))
            return find(QLatin1String(family) + QLatin1Char('*'));
    }
    return nullptr;
}

const Entry &fallbackEntry(Error::Kind kind)
{
    const auto all = allEntries();
    return *std::find_if(all.begin(), all.end(), [kind](const Entry &entry) {
        return entry.kind == kind && *entry.code == '\0';
    });
}

} // namespace errortext

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "richtext/syntaxcolors.h"

namespace richtext {

QColor colorOfSyntax(const QString &classes, const Style &style)
{
    const QString first = classes.section(u' ', 0, 0);
    const auto is = [&](std::initializer_list<const char *> names) {
        return std::any_of(names.begin(), names.end(), [&](const char *name) { return first == QLatin1String(name); });
    };
    if (is({"pl-c"}))
        return style.secondaryText;
    if (is({"pl-k", "pl-bu", "pl-md"}))
        return style.danger;
    if (is({"pl-s", "pl-pds", "pl-c1", "pl-sr"}))
        return style.link;
    if (is({"pl-en", "pl-e"}))
        return style.done;
    if (is({"pl-ent", "pl-mi1"}))
        return style.success;
    if (is({"pl-v", "pl-smw"}))
        return style.attention;
    return style.text;
}

} // namespace richtext

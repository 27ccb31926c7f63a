// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

/// Ends the run if a property does not hold, so that libFuzzer keeps the input.
#define REQUIRE(property)                                                                                              \
    do {                                                                                                               \
        if (!(property)) {                                                                                             \
            std::fprintf(stderr, "%s:%d: %s does not hold\n", __FILE__, __LINE__, #property);                          \
            std::abort();                                                                                              \
        }                                                                                                              \
    } while (false)

/// Makes a target known to the program: a function look() that looks at one input, in the namespace fuzz_<target>.
struct FuzzTarget
{
    FuzzTarget(const char *name, void (*look)(const QByteArray &input));
};

#define FUZZ_TARGET(name) static const FuzzTarget name##Target(#name, fuzz_##name::look);

/// True if an error code may be shown and logged.
inline bool isPlainCode(const QString &code)
{
    return !code.isEmpty() && code.size() <= 64
        && std::all_of(code.begin(), code.end(), [](QChar c) {
               return c.unicode() < 0x7f && (c.isLetterOrNumber() || QStringView(u"_.-").contains(c));
           });
}

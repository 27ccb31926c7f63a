// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

// fuzz TARGET [arguments of libFuzzer]

#include "fuzz.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

namespace {

using Look = void (*)(const QByteArray &input);

/// A function's static: targets register from other files, in an order that nobody knows.
std::map<std::string, Look> &targets()
{
    static std::map<std::string, Look> targets;
    return targets;
}

Look chosen = nullptr;

} // namespace

FuzzTarget::FuzzTarget(const char *name, Look look)
{
    targets().emplace(name, look);
}

/// libFuzzer calls it before it reads its arguments. Takes the target's name out of them.
extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    const auto target = targets().find(*argc > 1 ? (*argv)[1] : "");
    if (target == targets().end()) {
        std::fprintf(stderr, "usage: %s TARGET [arguments of libFuzzer]\n\nTargets:\n", (*argv)[0]);
        for (const auto &[name, look] : targets())
            std::fprintf(stderr, "  %s\n", name.c_str());
        std::exit(2);
    }
    chosen = target->second;
    (*argv)[1] = (*argv)[0];
    ++*argv;
    --*argc;
    return 0;
}

/// What libFuzzer calls for each input. Reads beyond the input's end are found, since the bytes are a copy of exactly that
/// size.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    chosen(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}

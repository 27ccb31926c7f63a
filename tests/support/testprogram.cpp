// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The main() of all test programs.

#include "support/test.h"

#include <cstdio>
#include <map>
#include <string>

namespace {

/// A function's static: registrations come from other files, in an order that nobody knows.
std::map<std::string, testprogram::Run> &tests()
{
    static std::map<std::string, testprogram::Run> tests;
    return tests;
}

} // namespace

testprogram::Registration::Registration(const char *name, Run run)
{
    tests().emplace(name, run);
}

int main(int argc, char *argv[])
{
    const auto test = tests().find(argc > 1 ? argv[1] : "");
    // Without its own name, what follows is what a program with this one test would be given.
    if (test != tests().end())
        return test->second(argc - 1, argv + 1);
    std::fprintf(stderr, "usage: %s TEST [arguments of QTest]\n\nTests:\n", argv[0]);
    for (const auto &[name, run] : tests())
        std::fprintf(stderr, "  %s\n", name.c_str());
    return 2;
}

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include <cstddef>
#include <cstdint>

/// What libFuzzer calls. Reads beyond the input's end are found, since the bytes are a copy of exactly that size.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    look(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}

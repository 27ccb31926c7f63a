// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/pagelinks.h"

#include <QList>

namespace github {

/// One page of a list.
template<typename T>
struct Page
{
    QList<T> entries;
    http::PageLinks links = {};
    bool isFull = false; ///< It has as many entries as were asked for, readable or not.
    qsizetype unreadable = 0; ///< The number of entries that are left out, because they cannot be read.
};

} // namespace github

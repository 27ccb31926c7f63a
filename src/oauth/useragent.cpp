// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/useragent.h"

#include "moc_useragent.cpp"

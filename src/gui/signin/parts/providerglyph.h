// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/look/glyphs.h"
#include "provider/provider.h"

/// What stands for a server. Not the mark of its maker.
look::Glyph glyphOf(const Provider &provider);

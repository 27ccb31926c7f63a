// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/parts/providerglyph.h"

look::Glyph glyphOf(const Provider &provider)
{
    if (provider.id == QLatin1String("github"))
        return look::Glyph::Repository;
    if (provider.id == QLatin1String("demo"))
        return look::Glyph::Flask;
    return provider.api == Provider::Api::GitHub ? look::Glyph::Server : look::Glyph::Globe;
}

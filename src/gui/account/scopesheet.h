// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/look/colors.h"
#include "gui/look/glyphs.h"
#include "gui/overlays/sheet.h"
#include "provider/provider.h"

/// Asks whether Latchkey may request more scopes: what each allows, and what Latchkey never does.
class ScopeSheet : public Sheet
{
    Q_OBJECT

public:
    ScopeSheet(const QStringList &scopes, const Provider &provider, QWidget *window);

Q_SIGNALS:
    /// The person wants to go on to the server. The sheet is closed.
    void accepted();

private:
    void addLine(look::Glyph glyph, QColor look::Colors::*color, const QString &text);
    void addButtons(const Provider &provider);
};

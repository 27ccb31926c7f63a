// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/parts/inlinealert.h"

#include <QUrl>

/// Says that a page of the window could not be opened, and lets the person copy its address. A window puts one above its
/// content, and then none of its buttons does nothing.
class PageAlert : public InlineAlert
{
    Q_OBJECT

public:
    /// Shows all pages that cannot be opened for `window` or its children (see openPage()).
    explicit PageAlert(QWidget *window);

private:
    void tell(const QUrl &page);
};

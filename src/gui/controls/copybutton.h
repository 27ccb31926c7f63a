// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/controls/glyphbutton.h"

#include <QTimer>

/// Copies something to the clipboard, and shows a check mark for a moment.
class CopyButton : public GlyphButton
{
    Q_OBJECT

public:
    explicit CopyButton(const QString &name, QWidget *parent = nullptr);

    /// Shows, and tells screen readers, that it is done.
    void confirm();

private:
    const QString m_name;
    QTimer m_back;
};

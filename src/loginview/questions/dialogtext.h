// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// Text of a page or a server for a dialog: printable, at most `maximum` characters on at most ten lines, with an ellipsis
/// where it was cut. Long words get invisible places to break at (U+200B), so that they widen no window.
QString dialogText(const QString &text, qsizetype maximum = 600);

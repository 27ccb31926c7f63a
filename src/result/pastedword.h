// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// A word that a person has copied from a page or a file: without the white space, the invisible characters (such as a byte order
/// mark, or a space of no width) and the quotes around it. What is inside it stays.
QString pastedWord(const QString &text);

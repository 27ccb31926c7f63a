// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// Text from a server or another program made fit for any output, on one line. Control characters (C0, DEL, C1) would act on a
/// terminal, and Unicode's bidirectional controls reorder what a person reads (UAX #9; CVE-2021-42574). Removes both, and other
/// invisible format characters; keeps the joiners that scripts and emoji need (U+200C, U+200D). Line breaks and tabs become
/// spaces, and runs of spaces one.
QString printableText(const QString &text);

/// The same for text of several lines that is laid out already: keeps line feeds and spaces.
QString printableLines(const QString &text);

/// The start of a text, without half of a character (a lone surrogate) at its end.
QString startOf(const QString &text, qsizetype size);

/// The same, with an ellipsis if something is missing.
QString cutTo(const QString &text, qsizetype size);

/// True if the text is the same after printableText().
bool isPrintable(const QString &text);

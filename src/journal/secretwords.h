// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

/// What single words give away.
namespace journal {

/// What the name before a value says of it.
enum class Name {
    Harmless,
    Ambiguous, ///< Secret, unless it is a word in a sentence: "state: restoring".
    Secret,
    SecretLine, ///< A header whose whole line is secret.
};

/// Of names as they stand in a query, a form, JSON or a header: with '_', with '-', or with capitals.
Name classify(QStringView word);

/// True for a word that is a secret itself: one of GitHub's tokens, or what no person writes.
bool looksSecret(QStringView word);

} // namespace journal

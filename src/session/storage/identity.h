// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/provider.h"
#include "result/result.h"

#include <QByteArray>

constexpr QChar alteredLoginMark = QChar::ReplacementCharacter;

/// The person an access token belongs to. Only the id is stable: people change their login (OpenID Connect Core §5.7).
struct Identity
{
    QString id;
    QString login; ///< Fit for any output. Ends with alteredLoginMark if it is not what the server calls them.
    QString name; ///< Empty if there is none.

    bool operator==(const Identity &) const = default;
};

/// Reads the answer of Provider::identityUrl(): GitHub's `id` and `login`, or the claims `sub` and
/// `preferred_username`. Malformed if the id is missing.
Result<Identity> readIdentity(Provider::Api api, const QByteArray &body);

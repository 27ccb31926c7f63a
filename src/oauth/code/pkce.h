// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/code/randomtext.h"

#include <QByteArray>

namespace oauth {

/// Proof Key for Code Exchange (RFC 7636): a new secret for each attempt. Always S256, never plain.
struct Pkce
{
    QByteArray verifier = randomText();

    /// BASE64URL(SHA256(verifier)), RFC 7636 §4.2.
    QByteArray challenge() const;
};

} // namespace oauth

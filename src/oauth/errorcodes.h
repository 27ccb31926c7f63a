// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

/// Codes of this room that other files compare with. All are Denied unless they say otherwise.
namespace oauth::errorcode {

inline constexpr QLatin1String accessDenied("access_denied"); ///< RFC 6749 §4.1.2.1: the person declined.
inline constexpr QLatin1String expiredToken("expired_token"); ///< RFC 8628 §3.5: nobody typed the device code in time.
inline constexpr QLatin1String idTokenRefused("id_token"); ///< Ours: the ID token is not valid.
inline constexpr QLatin1String wrongIssuer("wrong_issuer"); ///< Ours: from another server. Malformed in metadata.
inline constexpr QLatin1String notPossible("not_possible"); ///< Ours: the server has no way to revoke.

/// True if the server does not accept the client id or secret: `invalid_client` and `unauthorized_client` (RFC 6749 §5.2)
/// or GitHub's `incorrect_client_credentials`.
bool isAboutClient(const Error &error);

} // namespace oauth::errorcode

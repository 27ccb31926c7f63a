// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

/// Codes of this room that other files compare with. All are Denied unless they say otherwise.
namespace oauth::errorcode {

inline constexpr QLatin1String accessDenied("access_denied"); ///< RFC 6749 §4.1.2.1: the person declined.
inline constexpr QLatin1String accessNotGiven("access_not_given"); ///< Ours, for "access_denied" where no person was asked.
inline constexpr QLatin1String authorizationPending("authorization_pending"); ///< RFC 8628 §3.5: ask again.
inline constexpr QLatin1String slowDown("slow_down"); ///< RFC 8628 §3.5: ask again, 5 seconds later than so far.
inline constexpr QLatin1String expiredToken("expired_token"); ///< RFC 8628 §3.5: nobody typed the device code in time.
inline constexpr QLatin1String invalidClient("invalid_client"); ///< RFC 6749 §5.2: wrong credentials, or sent wrongly.
inline constexpr QLatin1String idTokenRefused("id_token"); ///< Ours: the ID token is not valid.
inline constexpr QLatin1String wrongIssuer("wrong_issuer"); ///< Ours: from another server. Malformed in metadata.
inline constexpr QLatin1String otherIssuer("other_issuer"); ///< Ours, Malformed: another issuer on the same host.
inline constexpr QLatin1String noToken("no_token"); ///< Ours, Malformed: an answer of the token endpoint without a token.
inline constexpr QLatin1String notPossible("not_possible"); ///< Ours: the server has no way to revoke.
inline constexpr QLatin1String webPage("web_page"); ///< Ours, Malformed: a page for people instead of data.

// Ours: an endpoint that gives tokens or device codes refused without an error code, and only its status is known.
inline constexpr QLatin1String requestRefused("request_refused"); ///< 400.
inline constexpr QLatin1String clientRefused("client_refused"); ///< 401.
inline constexpr QLatin1String accessRefused("access_refused"); ///< 403.
inline constexpr QLatin1String endpointMissing("endpoint_missing"); ///< 404.

/// True if the server does not accept the client id or secret: `invalid_client` and `unauthorized_client` (RFC 6749 §5.2),
/// GitHub's `incorrect_client_credentials`, or a 401 without a code.
bool isAboutClient(const Error &error);

/// The code for a refusal without one: those above, or "http_422" for another status.
QString codeOfRefusal(int status);

/// The refusal of an endpoint that no person is at: "access_denied" does not say that they declined. Other errors as they are.
Error withoutPerson(const Error &error);

/// True if the server refused with an error code, which makes the answer one of the protocol.
bool isProtocolError(const Error &error);

} // namespace oauth::errorcode

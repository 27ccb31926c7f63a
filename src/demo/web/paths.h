// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1String>

/// The paths of GitHub's endpoints. The API is below `/api/v3`, as on GitHub Enterprise Server.
namespace demo::paths {

inline constexpr QLatin1String logIn("/login");
inline constexpr QLatin1String authorization("/login/oauth/authorize");
inline constexpr QLatin1String token("/login/oauth/access_token");
inline constexpr QLatin1String revocation("/login/oauth/revoke");
inline constexpr QLatin1String deviceAuthorization("/login/device/code");
inline constexpr QLatin1String deviceVerification("/login/device");
inline constexpr QLatin1String newPersonalAccessToken("/settings/tokens/new");
inline constexpr QLatin1String avatars("/avatars/");
inline constexpr QLatin1String api("/api/v3");
inline constexpr QLatin1String graphQl("/api/v3/graphql");
inline constexpr QLatin1String applications("/api/v3/applications");

} // namespace demo::paths

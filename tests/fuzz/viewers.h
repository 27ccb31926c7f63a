// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fuzz.h"

#include "github/viewer.h"

/// A click opens a profile's links.
inline bool isWebOrNothing(const QUrl &url)
{
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return url.isEmpty() || (isWeb && !url.host().isEmpty());
}

inline void lookAtViewer(const github::Viewer &viewer)
{
    REQUIRE(!viewer.login.isEmpty() && !viewer.displayName().isEmpty());
    for (const QUrl &url : {viewer.website, viewer.page, viewer.avatar})
        REQUIRE(isWebOrNothing(url));
    for (const auto &count : {viewer.followers, viewer.following, viewer.publicRepositories})
        REQUIRE(!count || *count >= 0);
}

/// The errors of an unreadable answer.
inline bool isMalformed(const Error &error)
{
    return error.kind == Error::Kind::Malformed && isPlainCode(error.code);
}

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkRequest>

namespace http {

/// A request to GitHub's API, REST or GraphQL, which is to be asked for a version and a media type. The only place that makes
/// one: a sign-in, a revocation and the pages all begin here.
QNetworkRequest gitHubApiRequest(const QUrl &url);

} // namespace http

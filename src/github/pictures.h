// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUrl>

namespace github {

/// Whether a picture lies on the host of a page, or on the servers that GitHub keeps for pictures. They know anyway who
/// looks; anybody else's server would learn it from the request.
bool isPictureOfHost(const QUrl &picture, const QUrl &page);

} // namespace github

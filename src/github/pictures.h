// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUrl>

namespace github {

/// True if a picture is on the host of a page or on GitHub's image servers, which know the viewer anyway. Any other
/// server would learn from the request who looks.
bool isPictureOfHost(const QUrl &picture, const QUrl &page);

} // namespace github

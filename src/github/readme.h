// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/api/request.h"

#include <QString>

namespace github {

/// A README as HTML, or as Markdown from a server that does not render it.
struct Readme
{
    QString text;
    bool isMarkdown = false;
};

/// `GET /repos/LOGIN/LOGIN/readme` in GitHub's own rendering. Malformed "readme" if it is neither that nor Markdown.
Request<Readme> profileReadme(const QUrl &apiBaseUrl, const QString &login);

} // namespace github

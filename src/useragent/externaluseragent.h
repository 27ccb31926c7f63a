// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/useragent.h"

#include <functional>

/// The person's own browser (RFC 8252 §4). Nobody tells whether it really opened, so a copy of the link belongs beside
/// it.
class ExternalUserAgent : public oauth::UserAgent
{
    Q_OBJECT

public:
    /// Opens a URL in the browser; false where there is none.
    using Opener = std::function<bool(const QUrl &)>;

    /// Opens by QDesktopServices unless told otherwise.
    explicit ExternalUserAgent(Opener opener = {});

    void show(const QUrl &authorizationRequest) override;
    void dismiss() override {}

private:
    const Opener m_opener;
};

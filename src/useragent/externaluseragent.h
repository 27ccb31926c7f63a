// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/useragent.h"

/// The person's browser (RFC 8252 §4). There is no way to know whether it opened the page, so the interface must also
/// offer the link.
class ExternalUserAgent : public oauth::UserAgent
{
    Q_OBJECT

public:
    void show(const QUrl &authorizationRequest) override;
    void dismiss() override {}
};

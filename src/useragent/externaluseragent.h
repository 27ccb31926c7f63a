// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/useragent.h"

/// The person's own browser (RFC 8252 §4). Nobody tells whether it really opened, so a copy of the link belongs beside
/// it.
class ExternalUserAgent : public oauth::UserAgent
{
    Q_OBJECT

public:
    void show(const QUrl &authorizationRequest) override;
    void dismiss() override {}
};

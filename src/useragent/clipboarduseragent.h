// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/useragent.h"

/// Copies the authorization request to the clipboard, for the person to paste into a browser of their choice.
class ClipboardUserAgent : public oauth::UserAgent
{
    Q_OBJECT

public:
    void show(const QUrl &authorizationRequest) override;
    void dismiss() override {}
};

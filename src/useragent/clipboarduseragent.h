// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/useragent.h"

/// Any browser of the person's choice: the authorization request goes to the clipboard, for them to paste.
class ClipboardUserAgent : public oauth::UserAgent
{
    Q_OBJECT

public:
    void show(const QUrl &authorizationRequest) override;
    void dismiss() override {}
};

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/useragent.h"

#include <functional>

/// A user-agent that runs a script when it is to show a page, and keeps its calls.
class ScriptedUserAgent : public oauth::UserAgent
{
public:
    using Script = std::function<void(const QUrl &authorizationRequest)>;

    explicit ScriptedUserAgent(Script script = {}) : m_script(std::move(script)) {}

    void show(const QUrl &authorizationRequest) override
    {
        shown.append(authorizationRequest);
        if (m_script)
            m_script(authorizationRequest);
    }
    void dismiss() override { ++dismissCount; }

    void setScript(Script script) { m_script = std::move(script); }

    QList<QUrl> shown;
    int dismissCount = 0;

private:
    Script m_script;
};

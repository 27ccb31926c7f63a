// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>

#include <optional>

namespace demo {

/// The invented person whose account this is: resources/demo/account.json and repositories.json, with addresses that
/// lead to where the demo listens.
class SampleAccount
{
public:
    /// The files' addresses, which stand under https://demo.invalid, lead here from now on.
    void moveTo(const QUrl &origin);

    /// What the person sees of it, to be changed by tests.
    QJsonObject &own() { return content().own; }
    const QJsonObject &own() const { return content().own; }

    /// What others see of it.
    QJsonObject asOthersSeeIt() const;

    QString login() const;
    const QJsonArray &repositories() const { return content().repositories; }

    /// Repositories of others that the person has starred.
    QJsonArray starred() const;

    /// A repository that everybody may see.
    std::optional<QJsonObject> publicRepository(const QString &name) const;

private:
    struct Content
    {
        QJsonObject own;
        QJsonArray repositories;
    };

    /// Read when it is first asked for: the start of the application does not wait for it.
    Content &content() const;

    QUrl m_origin;
    mutable std::optional<Content> m_content;
};

} // namespace demo

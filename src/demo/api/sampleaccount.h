// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>

#include <optional>

namespace demo {

/// The fictional person's account: resources/demo/account.json and repositories.json, with URLs at the demo provider.
class SampleAccount
{
public:
    /// From now on, the files' URLs at https://demo.invalid become URLs at `origin`.
    void moveTo(const QUrl &origin);

    /// The account as its owner sees it.
    QJsonObject &own() { return content().own; }
    const QJsonObject &own() const { return content().own; }

    /// The account as others see it.
    QJsonObject asOthersSeeIt() const;

    QString login() const;
    const QJsonArray &repositories() const { return content().repositories; }

    /// The repositories of others that the person has starred.
    QJsonArray starred() const;

    /// A public repository; nothing if there is none with this name.
    std::optional<QJsonObject> publicRepository(const QString &name) const;

private:
    struct Content
    {
        QJsonObject own;
        QJsonArray repositories;
    };

    /// Reads the files on first use, so that the start of the application does not wait for them.
    Content &content() const;

    QUrl m_origin;
    mutable std::optional<Content> m_content;
};

} // namespace demo

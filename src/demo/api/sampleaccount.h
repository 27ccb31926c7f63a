// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>

#include <optional>

namespace demo {

/// A fictional person's account: account.json, repositories.json and starred.json in resources/demo, with URLs at the demo
/// provider.
class SampleAccount
{
public:
    /// `folder` is the one of the files: empty, or a name and a slash. Their times are before `start`.
    explicit SampleAccount(const QString &folder = {}, const QDateTime &start = QDateTime::currentDateTimeUtc());

    const QString &folder() const { return m_folder; }
    const QDateTime &start() const { return m_start; }

    /// From now on, the files' URLs at https://demo.invalid become URLs at `origin`.
    void moveTo(const QUrl &origin);

    /// The account as its owner sees it.
    QJsonObject &own() { return content().own; }
    const QJsonObject &own() const { return content().own; }

    /// The account as others see it.
    QJsonObject asOthersSeeIt() const;

    QString login() const;

    /// Those of the person, and those of others that the person works on. The last pushed is first.
    const QJsonArray &repositories() const { return content().repositories; }

    /// The last starred is first.
    const QJsonArray &starred() const { return content().starred; }

    /// A public repository of either list; nothing if there is none with this name.
    std::optional<QJsonObject> publicRepository(const QString &fullName) const;

private:
    struct Content
    {
        QJsonObject own;
        QJsonArray repositories;
        QJsonArray starred;
    };

    /// Reads the files on first use, so that the start of the application does not wait for them.
    Content &content() const;
    QJsonArray readRepositories(const char *file, const QString &login) const;

    const QString m_folder;
    const QDateTime m_start;
    QUrl m_origin;
    mutable std::optional<Content> m_content;
};

} // namespace demo

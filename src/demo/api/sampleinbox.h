// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/api/sampleaccount.h"

#include <QDateTime>
#include <QSet>

namespace demo {

/// What waits for the invented person: resources/demo/inbox.json in the words of GitHub's two APIs.
class SampleInbox
{
public:
    explicit SampleInbox(const SampleAccount &account);

    /// Unread threads as the REST API has them.
    QJsonArray notifications() const;

    /// False where there is no such thread.
    bool markRead(const QString &thread);
    void markRepositoryRead(const QString &fullName);

    /// The GraphQL API's answer to the query OpenWork. Who may not see private repositories gets none of them.
    QJsonObject openWork(bool withPrivate) const;

private:
    QJsonObject notification(const QJsonObject &entry) const;
    QJsonObject repositoryOf(const QJsonObject &entry) const;
    QJsonArray items(const char *list, const char *type, bool withPrivate) const;
    QJsonObject item(const QJsonObject &entry, const char *type) const;
    QString time(const QJsonObject &entry) const;

    const SampleAccount &m_account;
    const QDateTime m_start; ///< The sample's times are before this one.
    QSet<QString> m_read;
};

} // namespace demo

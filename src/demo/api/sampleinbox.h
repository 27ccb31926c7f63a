// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/api/sampleaccount.h"

#include <QDateTime>
#include <QSet>

namespace demo {

/// The fictional person's notifications and open work: resources/demo/inbox.json in the format of GitHub's two APIs.
class SampleInbox
{
public:
    explicit SampleInbox(const SampleAccount &account);

    /// The unread threads, as in the REST API.
    QJsonArray notifications() const;

    /// False if there is no such thread.
    bool markRead(const QString &thread);
    void markRepositoryRead(const QString &fullName);

    /// The GraphQL API's answer to the query OpenWork, with or without private repositories.
    QJsonObject openWork(bool withPrivate) const;

private:
    QJsonObject notification(const QJsonObject &entry) const;
    QJsonObject repositoryOf(const QJsonObject &entry) const;
    QJsonArray items(const char *list, const char *type, bool withPrivate) const;
    QJsonObject item(const QJsonObject &entry, const char *type) const;
    QString time(const QJsonObject &entry) const;

    const SampleAccount &m_account;
    const QDateTime m_start; ///< The file's times are minutes before this one.
    QSet<QString> m_read;
};

} // namespace demo

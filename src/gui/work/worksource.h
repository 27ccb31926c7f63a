// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/openwork.h"
#include "session/account.h"

#include <QSet>
#include <QTimer>

#include <optional>

/// The person's open work at GitHub, for all pages that show a part of it: first the cached one, then that of the server.
class WorkSource : public QObject
{
    Q_OBJECT

public:
    explicit WorkSource(Account &account, QObject *parent = nullptr);

    /// Takes the cached answer, without asking the server. Does nothing if there is an answer already.
    void readCache();

    /// Asks the server.
    void refresh();

    /// While somebody watches, asks the server again for what is old.
    void setWatched(const QObject *watcher, bool isWatched);

    /// Nothing if the server has never answered.
    const std::optional<Dated<github::OpenWork>> &work() const { return m_work; }

    /// A list of the work; null if the server has not sent it.
    const github::WorkList *list(std::optional<github::WorkList> github::OpenWork::*which) const;

    /// The pull request or issue with this number; null if it is not among the open work, or 0.
    const github::WorkItem *find(const QString &repository, qint64 number) const;

    /// True while an answer of the server is awaited.
    bool isAsking() const { return m_isAsking; }

    const Provider &provider() const { return m_account.provider(); }

    /// True if private repositories are part of it, as far as scopes say.
    bool includesPrivate() const;

    /// By the account's clock, UTC.
    QDateTime now() const { return m_account.now(); }

Q_SIGNALS:
    /// There is something else to show. Also emitted when a question has failed.
    void changed();
    /// See ResourceClient::ask().
    void failed(const Error &error);
    void succeeded();

private:
    github::Request<github::OpenWork> request() const;
    void poll();
    github::OpenWork completed(github::OpenWork work) const;

    Account &m_account;
    std::optional<Dated<github::OpenWork>> m_work;
    QSet<const QObject *> m_watchers;
    QTimer m_timer;
    bool m_isAsking = false;
};

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>

/// What the person last chose on the pages of one account, such as filters and the order of a list. Kept in a file of that
/// account, which a sign-out removes; nothing secret. Errors are ignored: it is a convenience.
class ViewMemory
{
public:
    /// An empty `file` remembers nothing.
    explicit ViewMemory(const QString &file = {}) : m_file(file) {}

    /// What is remembered of a page.
    QJsonObject page(const QString &name) const;

    /// Remembers it. Does nothing if it is the same, or if the folder is gone: the account has signed out.
    void setPage(const QString &name, const QJsonObject &values) const;

private:
    QJsonObject read() const;

    QString m_file;
};

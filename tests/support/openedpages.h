// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>
#include <QUrl>

/// Receives the pages that are opened by QDesktopServices, instead of a browser.
class OpenedPages : public QObject
{
    Q_OBJECT

public:
    OpenedPages();
    ~OpenedPages() override;

    QList<QUrl> urls;

Q_SIGNALS:
    void opened(const QUrl &url);

private Q_SLOTS:
    void open(const QUrl &url)
    {
        urls.append(url);
        Q_EMIT opened(url);
    }
};

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QEvent>
#include <QObject>
#include <QUrl>

#include <functional>

/// Tells the widget that wanted to open a page that no browser could be started. Goes from parent to parent until one has
/// accepted it.
class PageNotOpened : public QEvent
{
public:
    explicit PageNotOpened(const QUrl &page);

    static Type type();

    const QUrl page;
};

/// Sends a PageNotOpened to `asker` and its parents.
void sendPageNotOpened(const QUrl &page, QObject *asker);

/// Accepts every PageNotOpened of the object that it is installed on.
class PageNotOpenedFilter : public QObject
{
    Q_OBJECT

public:
    PageNotOpenedFilter(QObject *window, const std::function<void(const QUrl &page)> &tell);

    bool eventFilter(QObject *object, QEvent *event) override;

private:
    const std::function<void(const QUrl &page)> m_tell;
};

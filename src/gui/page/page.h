// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QWidget>

#include <optional>

/// A page of the main window. The window shows its title above it, gives it margins, scrolls it, and limits its width. It is
/// built when it is first shown.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// As above the page and in the sidebar, such as "Pull requests".
    virtual QString title() const = 0;

    /// What stands beside the title, such as "7 unread"; may be empty.
    virtual QString subtitle() const { return {}; }

    /// The number in the sidebar; nothing: the page has none, or does not know it yet.
    virtual std::optional<int> count() const { return std::nullopt; }

    /// Asks the server again for what the page shows.
    virtual void refresh() = 0;

    /// True while an answer of the server is awaited.
    virtual bool isRefreshing() const { return false; }

    /// When the server last answered, in UTC; invalid if it never did, or if the page is not about the server.
    virtual QDateTime receivedAt() const { return {}; }

    /// True if the page scrolls its content itself. It reaches to the edges of the window then, and has the margins of
    /// setSideMargin() beside its content.
    virtual bool scrollsItself() const { return false; }

    /// Only for pages that scroll their content themselves.
    virtual void setSideMargin(int margin) { Q_UNUSED(margin) }

    /// Puts the cursor into the page's search field. False if it has none.
    virtual bool focusSearch() { return false; }

Q_SIGNALS:
    /// Any of the above may have changed.
    void changed();

    /// Something has been done, as the person wanted: "Link copied".
    void said(const QString &text);

    /// The page needs scopes that are not granted, and the person wants to grant them.
    void scopesRequested(const QStringList &scopes);
};

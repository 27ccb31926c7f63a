// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/page/page.h"
#include "gui/rows/rowlist.h"

#include <QStackedWidget>
#include <QTimer>

class EmptyState;
class InlineAlert;
class QVBoxLayout;

/// A page that is mainly one list: alerts above it, then the controls, then the rows. In their place stands a skeleton until the
/// server has answered, or why there are none.
class ListPage : public Page
{
    Q_OBJECT

public:
    /// `name` begins the object names, such as "repository". `server` is the name of the one that has the list.
    ListPage(const QString &name, const QString &server, QWidget *parent = nullptr);

    RowList &list() const { return *m_list; }

    bool scrollsItself() const override { return true; }
    void setSideMargin(int margin) override;

protected:
    InlineAlert &alert() const { return *m_alert; }
    EmptyState &empty() const { return *m_empty; }

    /// True once it is known what the list contains, from an answer or from the last visit.
    virtual bool isKnown() const = 0;

    /// Says in empty() why a list that is known has no rows.
    virtual void explainNoRows() = 0;

    /// After any change: the rows, or what stands in their place.
    void showContent();

    /// True from the first time that the page is shown.
    bool wasShown() const { return m_wasShown; }

    /// Between the alerts and the rows, from top to bottom.
    QVBoxLayout &controls() const { return *m_controls; }

    /// Puts text into the clipboard, and says so.
    void copy(const QString &text, const QString &message);

    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// What is in the content's place.
    enum class Content { Rows, Waiting, Empty };

    void switchTo(Content content);
    Content shown() const { return Content(m_content->currentIndex()); }
    void explainUnknown();

    const QString m_server;
    InlineAlert *m_alert;
    QVBoxLayout *m_head;
    QVBoxLayout *m_controls;
    QStackedWidget *m_content;
    RowList *m_list;
    EmptyState *m_empty;
    QTimer m_ageTimer;
    bool m_wasShown = false;
};

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/page/page.h"
#include "gui/rows/rowlist.h"

#include <QTimer>

class EmptyState;
class InlineAlert;
class QStackedWidget;
class QVBoxLayout;

/// A page that is mainly one list: alerts above it, then the controls, then the rows, or what stands in their place.
class ListPage : public Page
{
    Q_OBJECT

public:
    /// `name` begins the object names, such as "repository".
    explicit ListPage(const QString &name, QWidget *parent = nullptr);

    RowList &list() const { return *m_list; }

    bool scrollsItself() const override { return true; }

protected:
    /// What stands in the content's place.
    enum class Content { Rows, Waiting, Empty };

    InlineAlert &alert() const { return *m_alert; }
    EmptyState &empty() const { return *m_empty; }

    /// Between the alerts and the rows, from top to bottom.
    QVBoxLayout &controls() const { return *m_controls; }

    void switchTo(Content content);
    Content shown() const;

    /// Puts text into the clipboard, and says so.
    void copy(const QString &text, const QString &message);

    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    InlineAlert *m_alert;
    QVBoxLayout *m_controls;
    QStackedWidget *m_content;
    RowList *m_list;
    EmptyState *m_empty;
    QTimer m_ageTimer;
};

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/look/glyphs.h"

#include <QKeySequence>
#include <QListView>

#include <functional>
#include <memory>

class RowDelegate;
class RowModel;
class RowPointer;
struct RowLook;

/// Something that can be done with a row: by its button while the pointer is on the row, by its key, and in the context menu.
struct RowAction
{
    QString name; ///< Of the action in the menu, for scripts.
    look::Glyph glyph;
    QString text;
    QKeySequence key;
    std::function<void()> run;
    bool isOnRow = true; ///< False: only by key and in the menu.
};

/// A list of rows, with their actions. Arrow keys, J and K move; Enter, O and a double click do the first action.
class RowList : public QListView
{
    Q_OBJECT

public:
    explicit RowList(QWidget *parent = nullptr);
    ~RowList() override;

    /// The model must outlive this list.
    void setRows(RowModel &model);
    RowModel *rows() const;

    /// What can be done with a row. The first action is done by Enter.
    void setActions(std::function<QList<RowAction>(int row)> actions);
    QList<RowAction> actionsAt(int row) const;

    /// Those that have buttons.
    QList<RowAction> buttonsAt(int row) const;

    /// How a row is painted now.
    RowLook lookOf(const QModelIndex &index) const;

    /// The key of the current row; empty if there is none.
    QString currentKey() const;

    /// Makes the first entry current.
    void goToFirst();

    /// The space on each side of the rows. A scroll bar is at its outer edge.
    void setSideMargin(int margin);

    void setModel(QAbstractItemModel *model) override;

Q_SIGNALS:
    /// The person wants to go up from the first row.
    void leftAtTop();

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyboardSearch(const QString &) override {} // Letters are for actions.

private:
    void runFirst(const QModelIndex &index) const;
    bool runByKey(const QKeyEvent &event);
    void showMenu(const QModelIndex &index, const QPoint &position);
    void measure();
    void placeViewport();
    bool isAtTop() const;
    QModelIndex entryFrom(int row, int step) const;
    void keepPlace();
    void restorePlace();
    void restoreCurrent();

    RowDelegate *m_delegate;
    const std::unique_ptr<RowPointer> m_pointer;
    std::function<QList<RowAction>(int row)> m_actions;
    QString m_keptKey; ///< Of the row that was current before the rows changed.
    int m_keptRow = -1;
    int m_keptScroll = 0;
    int m_sideMargin = 0;
};

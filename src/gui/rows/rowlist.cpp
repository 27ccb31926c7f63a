// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/rows/rowlist.h"

#include "gui/controls/focusring.h"
#include "gui/look/measures.h"
#include "gui/rows/rowdelegate.h"
#include "gui/rows/rowmodel.h"
#include "gui/rows/rowpointer.h"

#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace {

constexpr int fewestVisibleRows = 2;

/// A letter without Ctrl, Alt or Meta, or one of the keys that a list has anyway.
bool isKey(const QKeyEvent &event, int key)
{
    return event.key() == key && !(event.modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier));
}

} // namespace

RowList::RowList(QWidget *parent)
    : QListView(parent), m_delegate(new RowDelegate(this)), m_pointer(std::make_unique<RowPointer>(*this, *m_delegate))
{
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(m_delegate);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setLayoutMode(QListView::SinglePass);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    viewport()->setAutoFillBackground(false);
    paintOwnFocusRing(*this);
    verticalScrollBar()->installEventFilter(this);
    measure();
    connect(this, &QListView::activated, this, &RowList::runFirst);
}

RowList::~RowList() = default;

void RowList::setModel(QAbstractItemModel *model)
{
    Q_ASSERT(!model || qobject_cast<RowModel *>(model)); // The delegate relies on it.
    QListView::setModel(model);
}

void RowList::setRows(RowModel &model)
{
    setModel(&model);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &RowList::keepPlace);
    connect(&model, &QAbstractItemModel::modelReset, this, &RowList::restorePlace);
}

void RowList::setSideMargin(int margin)
{
    m_sideMargin = margin;
    placeViewport();
}

/// The rows keep their place if the scroll bar appears.
void RowList::placeViewport()
{
    const QScrollBar &bar = *verticalScrollBar();
    const int besideBar = std::max(0, m_sideMargin - (bar.isVisibleTo(this) ? bar.sizeHint().width() : 0));
    setViewportMargins(isRightToLeft() ? besideBar : m_sideMargin, 0, isRightToLeft() ? m_sideMargin : besideBar, 0);
}

bool RowList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == verticalScrollBar() && (event->type() == QEvent::Show || event->type() == QEvent::Hide))
        placeViewport();
    return QListView::eventFilter(watched, event);
}

void RowList::keepPlace()
{
    m_keptKey = currentKey();
    m_keptRow = currentIndex().row();
    m_keptScroll = verticalScrollBar()->value();
}

/// The row that was current stays so; if it is gone, the one in its place.
void RowList::restorePlace()
{
    if (m_keptScroll > 0)
        doItemsLayout();
    restoreCurrent();
    verticalScrollBar()->setValue(m_keptScroll);
    m_pointer->lookAgain();
}

void RowList::restoreCurrent()
{
    if (m_keptKey.isEmpty() || rows()->rowCount() == 0)
        return;
    int row = rows()->rowOf(m_keptKey);
    for (int candidate = std::min(m_keptRow, rows()->rowCount() - 1); row < 0 && candidate >= 0; --candidate) {
        if (rows()->kindAt(candidate) == Row::Kind::Entry)
            row = candidate;
    }
    if (row >= 0)
        selectionModel()->setCurrentIndex(rows()->index(row, 0), QItemSelectionModel::ClearAndSelect);
}

RowModel *RowList::rows() const
{
    return static_cast<RowModel *>(model());
}

void RowList::setActions(std::function<QList<RowAction>(int row)> actions)
{
    m_actions = std::move(actions);
}

QList<RowAction> RowList::actionsAt(int row) const
{
    const bool isEntry = rows() && row >= 0 && row < rows()->rowCount() && rows()->kindAt(row) == Row::Kind::Entry;
    return m_actions && isEntry ? m_actions(row) : QList<RowAction>();
}

QList<RowAction> RowList::buttonsAt(int row) const
{
    QList<RowAction> buttons = actionsAt(row);
    buttons.removeIf([](const RowAction &action) { return !action.isOnRow; });
    return buttons;
}

void RowList::measure()
{
    m_delegate->measure();
    setMinimumHeight(fewestVisibleRows * rowHeight(Row::Kind::Entry, look::isCompact()));
    scheduleDelayedItemsLayout();
}

QString RowList::currentKey() const
{
    return currentIndex().isValid() ? rows()->keyAt(currentIndex().row()) : QString();
}

void RowList::goToFirst()
{
    const QModelIndex first = rows() ? entryFrom(0, 1) : QModelIndex();
    if (first.isValid())
        setCurrentIndex(first);
}

RowLook RowList::lookOf(const QModelIndex &index) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    return m_delegate->lookOf(option, index);
}

void RowList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        measure();
}

bool RowList::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        m_pointer->leave();
    if (event->type() == QEvent::ToolTip && m_pointer->showToolTip(*static_cast<QHelpEvent *>(event)))
        return true;
    return QListView::viewportEvent(event);
}

void RowList::mousePressEvent(QMouseEvent *event)
{
    if (!m_pointer->press(*event))
        QListView::mousePressEvent(event);
}

void RowList::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_pointer->release(*event))
        QListView::mouseReleaseEvent(event);
}

/// On a button it is two presses, and not one that opens the row.
void RowList::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!m_pointer->press(*event))
        QListView::mouseDoubleClickEvent(event);
}

void RowList::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    m_pointer->lookAgain();
}

void RowList::mouseMoveEvent(QMouseEvent *event)
{
    QListView::mouseMoveEvent(event);
    m_pointer->moveTo(event->position().toPoint());
}

/// Keys of the actions also win over shortcuts of the window that are the same.
bool RowList::event(QEvent *event)
{
    if (event->type() == QEvent::Wheel) // Beside the rows: the viewport gets those above them.
        return verticalScrollBar()->event(event);
    if (event->type() == QEvent::ShortcutOverride) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        const QKeySequence pressed(key.keyCombination());
        for (const RowAction &action : actionsAt(currentIndex().row())) {
            if (!action.key.isEmpty() && action.key == pressed) {
                event->accept();
                return true;
            }
        }
    }
    return QListView::event(event);
}

/// The nearest entry in a direction, from a row on; invalid if there is none.
QModelIndex RowList::entryFrom(int row, int step) const
{
    for (; row >= 0 && row < rows()->rowCount(); row += step) {
        if (rows()->kindAt(row) == Row::Kind::Entry)
            return rows()->index(row, 0);
    }
    return {};
}

/// Over headings.
QModelIndex RowList::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (!rows() || rows()->rowCount() == 0)
        return {};
    if (action == MoveHome)
        return entryFrom(0, 1);
    if (action == MoveEnd)
        return entryFrom(rows()->rowCount() - 1, -1);
    const QModelIndex target = QListView::moveCursor(action, modifiers);
    const bool isUp = action == MoveUp || action == MovePageUp || action == MovePrevious || action == MoveLeft;
    const int step = isUp ? -1 : 1;
    for (const int direction : {step, -step}) { // A page may end on a heading.
        if (const QModelIndex entry = entryFrom(target.row(), direction); entry.isValid())
            return entry;
    }
    return currentIndex();
}

/// Leaves room below the last row.
void RowList::updateGeometries()
{
    QListView::updateGeometries();
    QScrollBar &bar = *verticalScrollBar();
    if (bar.maximum() > 0)
        bar.setMaximum(bar.maximum() + look::zoomed(look::space4));
}

bool RowList::isAtTop() const
{
    return !entryFrom(currentIndex().row() - 1, -1).isValid();
}

void RowList::keyPressEvent(QKeyEvent *event)
{
    const bool isUp = isKey(*event, Qt::Key_Up) || isKey(*event, Qt::Key_K);
    if (isUp && isAtTop())
        return Q_EMIT leftAtTop();
    if (isKey(*event, Qt::Key_J) || isKey(*event, Qt::Key_K)) {
        QKeyEvent arrow(event->type(), event->key() == Qt::Key_J ? Qt::Key_Down : Qt::Key_Up, Qt::NoModifier);
        return QListView::keyPressEvent(&arrow);
    }
    if (!runByKey(*event))
        QListView::keyPressEvent(event);
}

bool RowList::runByKey(const QKeyEvent &event)
{
    const QKeySequence pressed(event.keyCombination());
    for (const RowAction &action : actionsAt(currentIndex().row())) {
        if (!action.key.isEmpty() && action.key == pressed) {
            action.run();
            return true;
        }
    }
    return false;
}

void RowList::runFirst(const QModelIndex &index) const
{
    const QList<RowAction> actions = actionsAt(index.row());
    if (!actions.isEmpty())
        actions.first().run();
}

/// The key of the menu opens it below the current row.
void RowList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isByKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    showMenu(index, isByKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void RowList::showMenu(const QModelIndex &index, const QPoint &position)
{
    const QList<RowAction> actions = actionsAt(index.row());
    if (actions.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("rowMenu"));
    for (const RowAction &action : actions) {
        QAction *item = menu->addAction(look::glyphIcon(action.glyph), action.text, this, action.run);
        item->setObjectName(action.name);
        item->setShortcut(action.key); // Only shown: the list runs it.
        item->setShortcutVisibleInContextMenu(true);
        item->setShortcutContext(Qt::WidgetShortcut);
    }
    menu->popup(position);
}

#include "moc_rowlist.cpp"

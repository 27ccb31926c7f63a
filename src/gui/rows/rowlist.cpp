// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/rows/rowlist.h"

#include "gui/controls/focusring.h"
#include "gui/controls/labels.h"
#include "gui/look/measures.h"
#include "gui/rows/rowdate.h"
#include "gui/rows/rowdelegate.h"
#include "gui/rows/rowmodel.h"

#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace {

constexpr int fewestVisibleRows = 2;
constexpr int tooltipOffset = 14; ///< QToolTip moves a tooltip down by about this much.

/// A letter without Ctrl, Alt or Meta, or one of the keys that a list has anyway.
bool isKey(const QKeyEvent &event, int key)
{
    return event.key() == key && !(event.modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier));
}

QString withKey(const RowAction &action)
{
    return action.key.isEmpty() ? action.text
                                : QStringLiteral("%1 (%2)").arg(action.text, action.key.toString(QKeySequence::NativeText));
}

} // namespace

RowList::RowList(QWidget *parent) : QListView(parent), m_delegate(new RowDelegate(this))
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
    measure();
    connect(this, &QListView::activated, this, &RowList::runFirst);
}

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

void RowList::keepPlace()
{
    m_keptKey = currentKey();
    m_keptRow = currentIndex().row();
    m_keptScroll = verticalScrollBar()->value();
}

/// The row that was current stays so; if it is gone, the one in its place.
void RowList::restorePlace()
{
    leavePointer();
    if (m_keptScroll > 0)
        doItemsLayout();
    restoreCurrent();
    verticalScrollBar()->setValue(m_keptScroll);
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

void RowList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        measure();
}

QStyleOptionViewItem RowList::optionOf(const QModelIndex &index) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    return option;
}

/// -1 if there is none.
int RowList::buttonBelow(const QPoint &position, const QModelIndex &index) const
{
    if (!index.isValid())
        return -1;
    const QList<QRect> places = actionPlaces(m_delegate->lookOf(optionOf(index), index), buttonsAt(index.row()).size());
    for (qsizetype i = 0; i < places.size(); ++i) {
        if (places[i].contains(position))
            return int(i);
    }
    return -1;
}

void RowList::follow(const QPoint &position)
{
    const QModelIndex index = indexAt(position);
    const QList<RowAction> buttons = buttonsAt(index.row());
    const int before = m_hoveredRow;
    m_hoveredRow = buttons.isEmpty() ? -1 : index.row();
    m_hotButton = m_hoveredRow < 0 ? -1 : buttonBelow(position, index);
    QList<look::Glyph> glyphs;
    for (const RowAction &button : buttons)
        glyphs.append(button.glyph);
    m_delegate->setActions(m_hoveredRow, glyphs, m_hotButton);
    for (const int row : {before, m_hoveredRow}) {
        if (row >= 0)
            update(model()->index(row, 0));
    }
}

void RowList::leavePointer()
{
    m_hoveredRow = m_hotButton = m_pressedButton = -1;
    m_delegate->setActions(-1, {}, -1);
    viewport()->update();
}

bool RowList::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        leavePointer();
    if (event->type() == QEvent::ToolTip && showToolTip(static_cast<QHelpEvent *>(event)))
        return true;
    return QListView::viewportEvent(event);
}

bool RowList::showToolTip(QHelpEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (!index.isValid())
        return false;
    const QList<RowAction> buttons = buttonsAt(index.row());
    const int button = buttonBelow(event->pos(), index);
    const Row row = rows()->rowAt(index.row());
    const RowLook how = m_delegate->lookOf(optionOf(index), index);
    const QRect date = how.actions.isEmpty() ? datePlace(row, how) : QRect();
    QString text;
    QRect zone = how.area;
    QPoint place = event->globalPos();
    if (button >= 0) {
        text = withKey(buttons[button]);
        zone = actionPlaces(how, buttons.size()).at(button);
    } else if (date.contains(event->pos())) {
        text = exactTime(row.at);
        zone = date;
    } else {
        const QString title = isTitleCut(row, how) ? row.title : QString();
        // Below the row, whose buttons it would cover.
        place.ry() += std::max(0, how.area.bottom() - tooltipOffset - event->pos().y());
        text = row.at.isValid() ? QStringList{title, row.facts, exactTime(row.at)}.join(QLatin1Char('\n')).trimmed() : title;
    }
    if (text.isEmpty())
        return false;
    QToolTip::showText(place, tooltip(text), viewport(), zone);
    return true;
}

void RowList::mousePressEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    const QModelIndex index = indexAt(position);
    // A finger has no pointer, and does not see the buttons.
    const bool isShown = event->button() == Qt::LeftButton && index.isValid() && index.row() == m_hoveredRow;
    m_pressedButton = isShown ? buttonBelow(position, index) : -1;
    if (m_pressedButton < 0)
        QListView::mousePressEvent(event);
}

void RowList::mouseReleaseEvent(QMouseEvent *event)
{
    const int pressed = std::exchange(m_pressedButton, -1);
    if (pressed < 0)
        return QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    const QList<RowAction> buttons = buttonsAt(index.row());
    if (pressed == buttonBelow(event->position().toPoint(), index) && pressed < buttons.size())
        buttons[pressed].run();
}

/// On a button it is two presses, and not one that opens the row.
void RowList::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    m_pressedButton = m_hoveredRow >= 0 ? buttonBelow(position, indexAt(position)) : -1;
    if (m_pressedButton < 0)
        QListView::mouseDoubleClickEvent(event);
}

void RowList::mouseMoveEvent(QMouseEvent *event)
{
    QListView::mouseMoveEvent(event);
    follow(event->position().toPoint());
}

/// Keys of the actions also win over shortcuts of the window that are the same.
bool RowList::event(QEvent *event)
{
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
    const QModelIndex entry = entryFrom(target.row(), isUp ? -1 : 1);
    return entry.isValid() ? entry : currentIndex();
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

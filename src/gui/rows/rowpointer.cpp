// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/rows/rowpointer.h"

#include "gui/controls/labels.h"
#include "gui/rows/rowdate.h"
#include "gui/rows/rowdelegate.h"
#include "gui/rows/rowlist.h"
#include "gui/rows/rowmodel.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace {

constexpr int tooltipOffset = 14; ///< QToolTip moves a tooltip down by about this much.

QString withKey(const RowAction &action)
{
    return action.key.isEmpty() ? action.text
                                : QStringLiteral("%1 (%2)").arg(action.text, action.key.toString(QKeySequence::NativeText));
}

/// What there is to say of a row apart from its buttons and its date.
QString wordsOf(const Row &row, bool isTitleCut)
{
    QStringList figures;
    for (const RowFigure &figure : row.figures)
        figures.append(figure.words);
    QStringList lines{isTitleCut ? row.title : QString()};
    if (row.at.isValid())
        lines += {row.facts, figures.join(QStringLiteral(", ")), exactTime(row.at)};
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace

/// -1 if there is none.
int RowPointer::buttonBelow(const QPoint &position, const QModelIndex &index) const
{
    if (!index.isValid())
        return -1;
    const QList<QRect> places = actionPlaces(m_list.lookOf(index), m_list.buttonsAt(index.row()).size());
    const auto below = std::find_if(places.begin(), places.end(), [&](const QRect &place) { return place.contains(position); });
    return below == places.end() ? -1 : int(below - places.begin());
}

QString RowPointer::keyAt(const QPoint &position) const
{
    const QModelIndex index = m_list.indexAt(position);
    return index.isValid() ? m_list.rows()->keyAt(index.row()) : QString();
}

void RowPointer::moveTo(const QPoint &position)
{
    m_position = position;
    showButtons(position);
}

void RowPointer::lookAgain()
{
    m_pressed = -1;
    if (m_position)
        showButtons(*m_position);
}

void RowPointer::showButtons(const QPoint &position)
{
    const QModelIndex index = m_list.indexAt(position);
    const QList<RowAction> buttons = m_list.buttonsAt(index.row());
    const int before = std::exchange(m_row, buttons.isEmpty() ? -1 : index.row());
    QList<look::Glyph> glyphs;
    for (const RowAction &button : buttons)
        glyphs.append(button.glyph);
    m_delegate.setActions(m_row, glyphs, m_row < 0 ? -1 : buttonBelow(position, index));
    for (const int row : {before, m_row}) {
        if (row >= 0)
            m_list.update(m_list.rows()->index(row, 0));
    }
}

void RowPointer::leave()
{
    m_position.reset();
    m_row = m_pressed = -1;
    m_delegate.setActions(-1, {}, -1);
    m_list.viewport()->update();
}

/// A finger has no pointer, and does not see the buttons.
bool RowPointer::press(const QMouseEvent &event)
{
    const QPoint position = event.position().toPoint();
    const QModelIndex index = m_list.indexAt(position);
    const bool areShown = index.isValid() && index.row() == m_row;
    const int button = areShown && event.button() == Qt::LeftButton ? buttonBelow(position, index) : -1;
    const QString before = std::exchange(m_pressedKey, button >= 0 ? keyAt(position) : QString());
    const bool isMeantForAnother = event.type() == QEvent::MouseButtonDblClick && m_pressedKey != before;
    m_pressed = isMeantForAnother ? -1 : button;
    return button >= 0;
}

bool RowPointer::release(const QMouseEvent &event)
{
    const int pressed = std::exchange(m_pressed, -1);
    if (pressed < 0)
        return false;
    const QPoint position = event.position().toPoint();
    const QModelIndex index = m_list.indexAt(position);
    const QList<RowAction> buttons = m_list.buttonsAt(index.row());
    if (keyAt(position) == m_pressedKey && pressed == buttonBelow(position, index) && pressed < buttons.size())
        buttons[pressed].run();
    return true;
}

bool RowPointer::showToolTip(const QHelpEvent &event) const
{
    const QModelIndex index = m_list.indexAt(event.pos());
    if (!index.isValid())
        return false;
    const QList<RowAction> buttons = m_list.buttonsAt(index.row());
    const int button = buttonBelow(event.pos(), index);
    const Row row = m_list.rows()->rowAt(index.row());
    const RowLook how = m_list.lookOf(index);
    const QRect date = how.actions.isEmpty() ? datePlace(row, how) : QRect();
    QString text;
    QRect zone = how.area;
    QPoint place = event.globalPos();
    if (button >= 0) {
        text = withKey(buttons[button]);
        zone = actionPlaces(how, buttons.size()).at(button);
    } else if (date.contains(event.pos())) {
        text = exactTime(row.at);
        zone = date;
    } else {
        text = wordsOf(row, isTitleCut(row, how));
        // Below the row, whose buttons it would cover.
        place.ry() += std::max(0, how.area.bottom() - tooltipOffset - event.pos().y());
    }
    if (text.isEmpty())
        return false;
    QToolTip::showText(place, tooltip(text), m_list.viewport(), zone);
    return true;
}

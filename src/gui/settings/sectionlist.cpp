// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/settings/sectionlist.h"

#include "gui/look/measures.h"
#include "gui/sidebar/sidebarrow.h"

#include <QEvent>
#include <QStyle>

#include <algorithm>

namespace {

int margin()
{
    return look::zoomed(look::space2);
}

int gap()
{
    return look::zoomed(look::space1);
}

} // namespace

SectionList::SectionList(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

SidebarRow *SectionList::add(look::Glyph glyph, const QString &name)
{
    auto *row = new SidebarRow(glyph, name, this);
    row->setCheckable(true);
    row->setAutoExclusive(true);
    row->setChecked(m_rows.isEmpty());
    m_rows.append(row);
    return row;
}

int SectionList::widestRow() const
{
    int widest = 0;
    for (const SidebarRow *row : m_rows)
        widest = std::max(widest, row->sizeHint().width());
    return widest;
}

int SectionList::columnWidth() const
{
    return widestRow() + 2 * margin();
}

/// Only as many as make full lines.
int SectionList::columnsFor(int width) const
{
    const int widest = widestRow();
    const int count = int(m_rows.size());
    for (int columns = count; columns > 1; --columns) {
        if (count % columns == 0 && columns * (widest + gap()) - gap() <= width - 2 * margin())
            return columns;
    }
    return 1;
}

int SectionList::heightForWidth(int width) const
{
    const int lines = int(m_rows.size()) / columnsFor(width);
    return lines * (look::zoomed(look::sidebarRowHeight) + gap()) - gap() + 2 * margin();
}

QSize SectionList::sizeHint() const
{
    return {look::zoomed(look::sidebarRowHeight), heightForWidth(width())};
}

QSize SectionList::minimumSizeHint() const
{
    return sizeHint();
}

void SectionList::arrange()
{
    const int columns = columnsFor(width());
    const int cell = (width() - 2 * margin() + gap()) / columns - gap();
    const int height = look::zoomed(look::sidebarRowHeight);
    for (int i = 0; i < m_rows.size(); ++i) {
        const QRect place(margin() + i % columns * (cell + gap()), margin() + i / columns * (height + gap()), cell, height);
        m_rows[i]->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
    }
}

void SectionList::resizeEvent(QResizeEvent *)
{
    arrange();
}

/// The hints of the rows have changed.
bool SectionList::event(QEvent *event)
{
    const bool isHandled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange) {
        updateGeometry();
        arrange();
    }
    return isHandled;
}

#include "moc_sectionlist.cpp"

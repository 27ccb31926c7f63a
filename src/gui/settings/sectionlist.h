// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/look/glyphs.h"

#include <QWidget>

class SidebarRow;

/// The sections of the settings, of which one is chosen: below each other in a column, or in as many columns as have room for
/// their names. No name is cut before there is but one column.
class SectionList : public QWidget
{
    Q_OBJECT

public:
    explicit SectionList(QWidget *parent = nullptr);

    /// Adds a section. The first one is chosen.
    SidebarRow *add(look::Glyph glyph, const QString &name);

    /// As wide as one column needs.
    int columnWidth() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    int widestRow() const;
    int columnsFor(int width) const;
    void arrange();

    QList<SidebarRow *> m_rows;
};

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/sidebar/sidebar.h"

#include "gui/controls/labels.h"
#include "gui/look/colors.h"
#include "gui/look/measures.h"
#include "gui/sidebar/accountbutton.h"
#include "gui/sidebar/sidebarrow.h"

#include <QAction>
#include <QEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace {

constexpr int fullWidth = 224;
constexpr int narrowWidth = 56;

/// A line between the pages and the foot.
class Separator : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), look::colors().cardBorder); }
};

} // namespace

Sidebar::Sidebar(QAction *settings, QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("sidebar"));
    setAccessibleName(tr("Sidebar"));
    auto *layout = new QVBoxLayout(this);
    m_account = new AccountButton(this);
    connect(m_account, &QAbstractButton::clicked, this, &Sidebar::accountRequested);
    m_head = new QVBoxLayout;
    m_head->addWidget(m_account);
    layout->addLayout(m_head);
    m_area = new QScrollArea(this);
    m_area->setObjectName(QStringLiteral("sidebarPages"));
    m_area->setAccessibleName(tr("Pages"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->viewport()->setAutoFillBackground(false);
    auto *rows = new QWidget;
    m_rows = new QVBoxLayout(rows);
    m_area->setWidget(rows);
    rows->setAutoFillBackground(false); // setWidget() has turned it on.
    layout->addWidget(m_area, 1);
    addFoot(settings);
    arrange();
}

void Sidebar::addFoot(QAction *settings)
{
    m_foot = new QVBoxLayout;
    m_line = new Separator(this);
    m_line->setFixedHeight(1);
    m_foot->addWidget(m_line);
    if (settings) {
        m_settings = new SidebarRow(look::Glyph::Gear, tr("Settings"), this);
        m_settings->setObjectName(QStringLiteral("settingsRow"));
        m_settings->setHint(nameOf(settings->shortcut()));
        connect(m_settings, &QAbstractButton::clicked, settings, &QAction::trigger);
        m_foot->addWidget(m_settings);
    }
    m_key = new SidebarRow(look::Glyph::Shield, {}, this);
    m_key->setObjectName(QStringLiteral("keyRow"));
    m_key->setSecondary(true);
    connect(m_key, &QAbstractButton::clicked, this, &Sidebar::keyRequested);
    m_foot->addWidget(m_key);
    static_cast<QVBoxLayout *>(layout())->addLayout(m_foot);
}

void Sidebar::addPage(PageId id, look::Glyph glyph, const QString &title)
{
    auto *row = new SidebarRow(glyph, title, this);
    row->setObjectName(keyOf(id) + QStringLiteral("Row"));
    row->setCheckable(true);
    row->setAutoExclusive(true);
    row->setCompact(m_isCompact);
    connect(row, &QAbstractButton::clicked, this, [this, id] { Q_EMIT pageRequested(id); });
    // Assistive technology toggles a row without clicking it.
    connect(row, &QAbstractButton::toggled, this, [this, id](bool isOn) {
        if (isOn)
            Q_EMIT pageRequested(id);
    });
    m_rows->insertWidget(int(m_pages.size()), row);
    m_pages[id] = row;
}

void Sidebar::setCount(PageId id, int count)
{
    if (const auto found = m_pages.find(id); found != m_pages.end())
        found->second->setCount(count);
}

void Sidebar::setCurrent(PageId id)
{
    const auto found = m_pages.find(id);
    if (found != m_pages.end())
        return found->second->setChecked(true);
    for (const auto &[page, row] : m_pages) {
        row->setAutoExclusive(false); // The page that is shown may have no row.
        row->setChecked(false);
        row->setAutoExclusive(true);
    }
}

void Sidebar::setKeyPlace(KeyPlace place)
{
    const auto show = [this](const QString &text, QColor look::Colors::*color) {
        m_key->setText(text);
        m_key->setGlyphColor(color);
        m_key->setCompact(m_isCompact);
    };
    switch (place) {
    case KeyPlace::Keychain: return show(tr("Key in your keychain"), &look::Colors::success);
    case KeyPlace::Memory: return show(tr("Key kept until you quit"), &look::Colors::attention);
    case KeyPlace::Lost: return show(tr("Key not saved"), &look::Colors::danger);
    }
}

void Sidebar::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    m_account->setCompact(isCompact);
    for (const auto &[id, row] : m_pages)
        row->setCompact(isCompact);
    if (m_settings)
        m_settings->setCompact(isCompact);
    m_key->setCompact(isCompact);
}

void Sidebar::focusCurrent()
{
    for (const auto &[id, row] : m_pages) {
        if (row->isChecked() || id == m_pages.rbegin()->first)
            return row->setFocus(Qt::ShortcutFocusReason);
    }
}

int Sidebar::wantedWidth() const
{
    return m_isCompact ? railWidth() : look::zoomed(fullWidth);
}

int Sidebar::railWidth()
{
    return look::zoomed(narrowWidth);
}

void Sidebar::arrange()
{
    const int margin = look::zoomed(look::space2);
    layout()->setContentsMargins(0, look::zoomed(10), 0, margin);
    layout()->setSpacing(look::zoomed(2));
    m_head->setContentsMargins(margin, 0, margin, 0);
    m_foot->setContentsMargins(margin, 0, margin, 0);
    m_foot->setSpacing(look::zoomed(2));
    // The scroll area has the whole width: it would cut off focus rings beside its rows.
    m_rows->setContentsMargins(margin, look::zoomed(look::space3), margin, margin);
    m_rows->setSpacing(look::zoomed(2));
    m_rows->setAlignment(Qt::AlignTop);
}

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), look::colors().sidebar);
    const int edge = isLeftToRight() ? width() - 1 : 0;
    painter.fillRect(QRect(edge, 0, 1, height()), look::colors().cardBorder);
}

void Sidebar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

#include "moc_sidebar.cpp"

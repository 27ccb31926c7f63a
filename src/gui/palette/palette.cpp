// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/palette/palette.h"

#include "browser/openpage.h"
#include "gui/controls/glyphlabel.h"
#include "gui/controls/labels.h"
#include "gui/controls/wrappinglabel.h"
#include "gui/look/colors.h"
#include "gui/look/measures.h"
#include "gui/palette/palettedelegate.h"
#include "gui/palette/palettelist.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace {

constexpr int paletteWidth = 580;
constexpr int rowsOfPage = 8;

} // namespace

Palette::Palette(QWidget *window) : Popover(window)
{
    setObjectName(QStringLiteral("palette"));
    setAccessibleName(tr("Search or jump to…"));
    addSearch();
    m_list = new PaletteList(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Results"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(this));
    body()->addWidget(m_list);
    const auto addLabel = [this](const char *name) {
        auto *label = new WrappingLabel(this);
        label->setObjectName(QLatin1String(name));
        label->setForegroundRole(QPalette::PlaceholderText);
        body()->addWidget(label);
        return label;
    };
    m_nothing = addLabel("paletteNothingLabel");
    m_nothing->setText(tr("No matches. Search for fewer words."));
    m_hints = addLabel("paletteHintsLabel");
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (m_model.entry(index.row()))
            select(index.row()), run();
    });
    arrange();
}

void Palette::addSearch()
{
    auto *row = new QHBoxLayout;
    row->addWidget(new GlyphLabel(look::Glyph::Search, look::glyphSide, this));
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("paletteSearch"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setPlaceholderText(tr("Pages, repositories, inbox, commands"));
    m_search->setFrame(false);
    m_search->installEventFilter(this);
    row->addWidget(m_search, 1);
    body()->addLayout(row);
    connect(m_search, &QLineEdit::textChanged, this, &Palette::find);
}

void Palette::arrange()
{
    const int gap = look::zoomed(look::space2);
    static_cast<QHBoxLayout *>(body()->itemAt(0)->layout())->setContentsMargins(gap, gap, gap, gap);
    QFont font = look::font(look::Text::Section);
    font.setWeight(QFont::Normal);
    m_search->setFont(font);
    m_search->setTextMargins(gap, gap / 2, gap, gap / 2); // It has no frame, but a focus ring.
    for (QLabel *label : {m_nothing, m_hints}) {
        label->setFont(look::font(look::Text::Caption));
        label->setContentsMargins(look::zoomed(look::space3), gap, gap, gap / 2);
    }
}

void Palette::open()
{
    m_search->clear();
    find();
    openOnTop(paletteWidth);
    m_search->setFocus(Qt::ShortcutFocusReason);
}

void Palette::setEntries(const QList<PaletteEntry> &entries)
{
    const auto chosen = m_hasMoved && current() ? std::optional(*current()) : std::nullopt;
    m_model.setEntries(entries);
    if (!isVisible())
        return;
    find();
    for (int row = 0; chosen && row < m_model.rowCount(); ++row) {
        if (m_model.entry(row) && *m_model.entry(row) == *chosen) {
            m_hasMoved = true;
            return select(row);
        }
    }
}

void Palette::find()
{
    m_hasMoved = false;
    m_model.find(m_search->text());
    const bool isEmpty = m_model.rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty);
    select(m_search->text().isEmpty() ? m_model.entryFrom(0, 1) : m_model.bestRow());
    m_list->updateGeometry();
}

void Palette::select(int row)
{
    m_list->setCurrentIndex(m_model.index(row, 0));
    if (m_model.entryFrom(0, 1) == row)
        m_list->scrollToTop(); // With its heading.
    showHints();
}

void Palette::move(int rows)
{
    m_hasMoved = true;
    const int step = rows > 0 ? 1 : -1;
    int row = m_list->currentIndex().row();
    for (int moved = 0; moved != rows; moved += step) {
        const int next = m_model.entryFrom(row + step, step);
        if (next < 0)
            break;
        row = next;
    }
    select(row);
}

const PaletteEntry *Palette::current() const
{
    return m_model.entry(m_list->currentIndex().row());
}

/// Closed first: what the entry opens takes the focus.
void Palette::run()
{
    if (!current())
        return;
    const PaletteEntry entry = *current();
    dismiss();
    if (entry.action)
        entry.action->trigger();
    else if (!entry.page.isEmpty())
        openPage(entry.page, parentWidget());
    else if (!entry.copied.isEmpty())
        QGuiApplication::clipboard()->setText(entry.copied), Q_EMIT copied(entry.copied);
}

void Palette::copy()
{
    if (!current() || current()->copied.isEmpty())
        return;
    const QString text = current()->copied;
    dismiss();
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT copied(text);
}

/// The label's name is what screen readers say while the arrow keys move in the list, since the focus stays in the field.
void Palette::showHints()
{
    const PaletteEntry *entry = current();
    QStringList hints{tr("↑ ↓ to choose"), tr("Enter to open")};
    if (entry && !entry->copied.isEmpty())
        hints.append(tr("%1 to copy the clone URL").arg(nameOf(Qt::CTRL | Qt::SHIFT | Qt::Key_C)));
    hints.append(tr("Esc to close"));
    m_hints->setText(hints.join(QStringLiteral("  ·  ")));
    m_hints->setVisible(entry);
    const QString name = entry ? m_list->currentIndex().data(Qt::AccessibleTextRole).toString() : m_nothing->text();
    m_hints->setAccessibleName(name);
    m_search->setAccessibleDescription(name);
}

bool Palette::actOn(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Down: return move(1), true;
    case Qt::Key_Up: return move(-1), true;
    case Qt::Key_PageDown: return move(rowsOfPage), true;
    case Qt::Key_PageUp: return move(-rowsOfPage), true;
    case Qt::Key_Return:
    case Qt::Key_Enter: return run(), true;
    case Qt::Key_C:
        if (event.modifiers() != (Qt::ControlModifier | Qt::ShiftModifier))
            return false;
        return copy(), true;
    default: return false;
    }
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress && actOn(static_cast<QKeyEvent &>(*event)))
        return true;
    return Popover::eventFilter(watched, event);
}

void Palette::changeEvent(QEvent *event)
{
    Popover::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

#include "moc_palette.cpp"

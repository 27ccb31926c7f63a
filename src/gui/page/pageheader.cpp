// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/page/pageheader.h"

#include "gui/controls/glyphbutton.h"
#include "gui/controls/labels.h"
#include "gui/look/measures.h"
#include "gui/page/pagestack.h"
#include "gui/page/searchbutton.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

PageHeader::PageHeader(QAction &sidebar, QAction &refresh, QAction &search, QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("pageHeader"));
    m_layout = new QHBoxLayout(this);
    m_sidebarButton = addButton(sidebar, look::Glyph::Menu, "sidebarButton");
    m_sidebarButton->hide();
    const auto addLabel = [this](const char *name) {
        auto *label = new QLabel(this);
        label->setObjectName(QLatin1String(name));
        label->setTextFormat(Qt::PlainText);
        label->setMinimumWidth(1);
        m_layout->addWidget(label);
        return label;
    };
    m_title = addLabel("pageTitleLabel");
    m_subtitle = addLabel("pageSubtitleLabel");
    m_age = addLabel("ageLabel");
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);
    m_age->setForegroundRole(QPalette::PlaceholderText);
    m_refreshButton = addButton(refresh, look::Glyph::Refresh, "refreshButton");
    m_layout->addStretch();
    m_search = new SearchButton(this);
    m_search->setHint(nameOf(search.shortcut()));
    connect(m_search, &QAbstractButton::clicked, &search, &QAction::trigger);
    m_layout->addWidget(m_search);
    arrange();
}

GlyphButton *PageHeader::addButton(QAction &action, look::Glyph glyph, const char *name)
{
    auto *button = new GlyphButton(glyph, action.text(), this);
    button->setObjectName(QLatin1String(name));
    connect(button, &QAbstractButton::clicked, &action, &QAction::trigger);
    connect(&action, &QAction::enabledChanged, button, &QWidget::setEnabled);
    m_layout->addWidget(button);
    return button;
}

void PageHeader::arrange()
{
    m_layout->setSpacing(look::zoomed(look::space2));
    m_title->setFont(look::font(look::Text::Title));
    m_subtitle->setFont(look::font(look::Text::Body));
    m_age->setFont(look::font(look::Text::Body));
    setMaximumWidth(look::zoomed(look::contentWidth + 2 * look::space5));
    fit();
}

void PageHeader::show(const PageSummary &summary)
{
    m_titleText = summary.title;
    m_title->setAccessibleName(summary.title);
    m_subtitle->setText(summary.subtitle);
    m_age->setText(summary.age);
    fit();
}

void PageHeader::setSidebarButtonVisible(bool isVisible)
{
    m_sidebarButton->setVisible(isVisible);
    fit();
}

/// The search shrinks to its glyph first, then the words about the title go, and at last the title is cut.
void PageHeader::fit()
{
    const int margin = sideMargin(this->width());
    m_layout->setContentsMargins(margin, look::zoomed(look::space4), margin, look::zoomed(look::space2));
    const auto width = [](const QWidget *widget) { return widget->sizeHint().width(); };
    const int gap = m_layout->spacing();
    const int compactSearch = look::zoomed(look::controlHeight);
    int room = this->width() - 2 * margin - compactSearch - gap - width(m_refreshButton) - gap;
    if (!m_sidebarButton->isHidden())
        room -= width(m_sidebarButton) + gap;
    const QFontMetrics metrics(m_title->font());
    m_title->setText(metrics.elidedText(m_titleText, Qt::ElideRight, std::max(room, look::zoomed(40))));
    room -= width(m_title) + gap;
    for (QLabel *label : {m_age, m_subtitle}) {
        const int needed = width(label) + gap;
        const bool isShown = !label->text().isEmpty() && needed <= room;
        label->setVisible(isShown);
        room -= isShown ? needed : 0;
    }
    m_search->setCompact(room < SearchButton::wholeWidth() - compactSearch);
}

void PageHeader::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
}

QSize PageHeader::minimumSizeHint() const
{
    return {look::zoomed(220), QWidget::minimumSizeHint().height()};
}

void PageHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void PageHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

#include "moc_pageheader.cpp"

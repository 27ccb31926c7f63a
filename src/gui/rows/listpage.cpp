// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/rows/listpage.h"

#include "gui/look/measures.h"
#include "gui/parts/emptystate.h"
#include "gui/parts/inlinealert.h"
#include "gui/parts/skeleton.h"
#include "gui/rows/rowmodel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QVBoxLayout>

ListPage::ListPage(const QString &name, const QString &server, QWidget *parent)
    : Page(parent), m_server(server), m_alert(new InlineAlert(this)), m_head(new QVBoxLayout), m_controls(new QVBoxLayout), m_content(new QStackedWidget(this)),
      m_list(new RowList), m_empty(new EmptyState)
{
    m_alert->setObjectName(name + QStringLiteral("ErrorBar"));
    m_list->setObjectName(name + QStringLiteral("List"));
    m_empty->setObjectName(name + QStringLiteral("Empty"));
    m_controls->setSpacing(look::zoomed(look::space2));
    for (QWidget *content : {static_cast<QWidget *>(m_list), static_cast<QWidget *>(new Skeleton), static_cast<QWidget *>(m_empty)})
        m_content->addWidget(content); // In the order of Content.
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(look::zoomed(look::space3));
    m_head->setSpacing(look::zoomed(look::space3));
    m_head->addWidget(m_alert);
    m_head->addLayout(m_controls);
    layout->addLayout(m_head);
    layout->addWidget(m_content, 1);
    setFocusProxy(m_list);
    m_ageTimer.setInterval(std::chrono::minutes(1));
    connect(&m_ageTimer, &QTimer::timeout, m_list->viewport(), qOverload<>(&QWidget::update));
}

void ListPage::setSideMargin(int margin)
{
    m_head->setContentsMargins(margin, 0, margin, 0);
    for (int i = 0; i < m_content->count(); ++i) {
        if (m_content->widget(i) != m_list)
            m_content->widget(i)->setContentsMargins(margin, 0, margin, 0);
    }
    m_list->setSideMargin(margin);
}

void ListPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_wasShown = true;
    m_ageTimer.start();
}

void ListPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_ageTimer.stop();
}

void ListPage::switchTo(Content content)
{
    const bool hasWaited = shown() == Content::Waiting && content == Content::Rows;
    m_content->setCurrentIndex(int(content));
    // While the page turned to had no rows, the focus went to its first button, such as that of an alert.
    auto *button = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
    if (hasWaited && button && isAncestorOf(button))
        m_list->setFocus(Qt::OtherFocusReason);
}

void ListPage::showContent()
{
    const bool hasRows = m_list->rows()->rowCount() > 0;
    const bool isWaiting = !hasRows && !isKnown() && (isRefreshing() || !m_wasShown);
    if (!hasRows && !isWaiting)
        isKnown() ? explainNoRows() : explainUnknown();
    switchTo(hasRows ? Content::Rows : isWaiting ? Content::Waiting : Content::Empty);
    Q_EMIT changed();
}

void ListPage::explainUnknown()
{
    m_empty->say(look::Glyph::Alert, tr("Nothing received yet"), tr("%1 has not sent the list.").arg(m_server));
    m_empty->offer(tr("Try again"), [this] { refresh(); });
}

void ListPage::copy(const QString &text, const QString &message)
{
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT said(message);
}

#include "moc_listpage.cpp"

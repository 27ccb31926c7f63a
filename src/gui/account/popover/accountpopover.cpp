// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/account/popover/accountpopover.h"

#include "gui/account/popover/accountrow.h"
#include "gui/account/popover/actionrow.h"
#include "gui/look/colors.h"
#include "gui/look/measures.h"

#include <QAction>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace {

class PopoverLine : public QWidget
{
public:
    explicit PopoverLine(QWidget *parent) : QWidget(parent) { setFixedHeight(look::zoomed(look::space2) + 1); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(QRect(0, height() / 2, width(), 1), look::colors().cardBorder);
    }
};

/// As large as its rows, where there is room.
class RowsArea : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;

    QSize sizeHint() const override { return widget()->sizeHint(); }
    QSize minimumSizeHint() const override { return {widget()->minimumSizeHint().width(), look::zoomed(look::sidebarRowHeight)}; }
};

} // namespace

AccountPopover::AccountPopover(QWidget *window) : Popover(window)
{
    setObjectName(QStringLiteral("accountPopover"));
    setAccessibleName(tr("Accounts"));
    auto *area = new RowsArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(accessibleName());
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    auto *rows = new QWidget;
    m_rows = new QVBoxLayout(rows);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(look::zoomed(2));
    area->setWidget(rows);
    rows->setAutoFillBackground(false); // setWidget() has turned it on.
    body()->addWidget(area);
}

void AccountPopover::addAccount(const Entry &account)
{
    auto *row = new AccountRow(account.record, account.picture, account.shortcut, this);
    row->setObjectName(QStringLiteral("accountRow%1").arg(++m_accountCount));
    row->setCurrent(account.isCurrent);
    row->setUnread(account.unread);
    m_rows->addWidget(row);
    connect(row, &QAbstractButton::clicked, this, [this, key = account.record.key(), isCurrent = account.isCurrent] {
        dismiss();
        if (!isCurrent)
            Q_EMIT accountRequested(key);
    });
}

void AccountPopover::addActions(const QList<QAction *> &actions)
{
    m_rows->addWidget(new PopoverLine(this));
    for (QAction *action : actions) {
        if (!action->isVisible())
            continue;
        auto *row = new ActionRow(*action, this);
        connect(row, &QAbstractButton::clicked, this, [this, action] {
            dismiss(); // First: what the action opens takes the focus.
            action->trigger();
        });
        m_rows->addWidget(row);
    }
}

#include "moc_accountpopover.cpp"

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/account/accountpopover.h"

#include "gui/account/accountrow.h"
#include "gui/account/actionrow.h"
#include "gui/look/colors.h"
#include "gui/look/measures.h"

#include <QAction>
#include <QPainter>
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

} // namespace

AccountPopover::AccountPopover(QWidget *window) : Popover(window)
{
    setObjectName(QStringLiteral("accountPopover"));
    setAccessibleName(tr("Accounts"));
    body()->setSpacing(look::zoomed(2));
}

void AccountPopover::addAccount(const AccountRecord &account, const QImage &picture, const QString &shortcut, bool isCurrent)
{
    auto *row = new AccountRow(account, picture, shortcut, this);
    row->setObjectName(QStringLiteral("accountRow%1").arg(++m_accountCount));
    row->setCurrent(isCurrent);
    body()->addWidget(row);
    connect(row, &QAbstractButton::clicked, this, [this, key = account.key(), isCurrent] {
        dismiss();
        if (!isCurrent)
            Q_EMIT accountRequested(key);
    });
}

void AccountPopover::addActions(const QList<QAction *> &actions)
{
    body()->addWidget(new PopoverLine(this));
    for (QAction *action : actions) {
        if (!action->isVisible())
            continue;
        auto *row = new ActionRow(*action, this);
        connect(row, &QAbstractButton::clicked, this, [this, action] {
            dismiss(); // First: what the action opens takes the focus.
            action->trigger();
        });
        body()->addWidget(row);
    }
}

#include "moc_accountpopover.cpp"

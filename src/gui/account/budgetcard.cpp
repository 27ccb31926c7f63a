// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/account/budgetcard.h"

#include "gui/account/budgetbar.h"
#include "gui/controls/wrappinglabel.h"
#include "session/account.h"

#include <QLocale>
#include <QVBoxLayout>

namespace {

/// A server may leave out the limit and the time of the reset.
QString budgetText(const RateLimit &limit)
{
    const QString left = QLocale().toString(limit.remaining);
    const QString ofAll = limit.limit > 0 ? BudgetCard::tr("%1 of %2").arg(left, QLocale().toString(limit.limit)) : left;
    if (!limit.resetsAt.isValid())
        return ofAll;
    return BudgetCard::tr("%1 until %2").arg(ofAll, QLocale().toString(limit.resetsAt.toLocalTime().time(), QLocale::ShortFormat));
}

QString resourceName(const QString &resource)
{
    if (resource == QLatin1String("core"))
        return BudgetCard::tr("REST");
    if (resource == QLatin1String("graphql"))
        return BudgetCard::tr("GraphQL");
    return resource == QLatin1String("search") ? BudgetCard::tr("Search") : resource;
}

} // namespace

BudgetCard::BudgetCard(const Account &account, QWidget *parent) : FactCard(tr("API requests left"), parent), m_account(account)
{
    m_nothing = addText("accountNoRateLimitLabel");
    m_nothing->setText(tr("%1 hasn’t said how many.").arg(account.provider().name));
    showBudget();
}

BudgetCard::Row BudgetCard::row(const QString &resource)
{
    if (const auto found = m_rows.find(resource); found != m_rows.end())
        return *found;
    auto *text = new WrappingLabel;
    text->setObjectName(m_rows.isEmpty() ? QStringLiteral("accountRateLimitValue") : QStringLiteral("accountRateLimitValue_") + resource);
    auto *bar = new BudgetBar;
    middle()->addWidget(text);
    middle()->addWidget(bar);
    return *m_rows.insert(resource, {text, bar});
}

void BudgetCard::showBudget()
{
    const QMap<QString, RateLimit> &limits = m_account.resources().rateLimits().byResource();
    m_nothing->setVisible(limits.isEmpty());
    for (auto limit = limits.begin(); limit != limits.end(); ++limit) {
        const Row shown = row(limit.key());
        const QString name = resourceName(limit.key());
        shown.text->setText(name.isEmpty() ? budgetText(*limit) : tr("%1: %2").arg(name, budgetText(*limit)));
        shown.bar->setVisible(limit->limit > 0);
        if (limit->limit > 0)
            shown.bar->setShare(qreal(limit->remaining) / qreal(limit->limit));
    }
}

#include "moc_budgetcard.cpp"

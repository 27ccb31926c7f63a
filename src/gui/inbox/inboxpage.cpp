// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/inbox/inboxpage.h"

#include "gui/parts/emptystate.h"
#include "gui/parts/inlinealert.h"
#include "gui/words/words.h"
#include "gui/work/workpage.h"

#include <QLocale>
#include <QVBoxLayout>

InboxPage::InboxPage(Inbox &inbox, WorkSource &work, Account &account, QWidget *parent)
    : ListPage(QStringLiteral("inbox"), account.provider().name, parent), m_inbox(inbox), m_work(work), m_rows(inbox, work), m_scopeAlert(new InlineAlert(this))
{
    setObjectName(QStringLiteral("inboxPage"));
    m_rows.setLogin(account.identity().login);
    list().setAccessibleName(title());
    list().setRows(m_rows);
    list().setActions([this](int row) { return actionsOf(row); });
    addScopeAlert();
    connect(&inbox, &Inbox::changed, this, &InboxPage::showRows);
    connect(&work, &WorkSource::changed, this, &InboxPage::showRows);
    const auto follow = [this](auto &source, std::optional<Error> &error) {
        using Source = std::remove_reference_t<decltype(source)>;
        connect(&source, &Source::failed, this, [this, &error](const Error &failure) {
            error = failure;
            showError();
        });
        connect(&source, &Source::succeeded, this, [this, &error] {
            error.reset();
            showError();
        });
    };
    follow(inbox, m_inboxError);
    follow(work, m_workError);
    connect(&account, &Account::identityChanged, this, [this, &account] {
        m_rows.setLogin(account.identity().login);
        showRows();
    });
    showRows();
}

void InboxPage::addScopeAlert()
{
    m_scopeAlert->setObjectName(QStringLiteral("inboxScopeBar"));
    controls().addWidget(m_scopeAlert);
    if (!m_inbox.mayAsk() || m_work.includesPrivate())
        return;
    m_scopeAlert->say(tr("Details of private repositories are left out."));
    m_scopeAlert->offer(tr("Add access"), [this] { Q_EMIT scopesRequested({QStringLiteral("repo")}); });
    m_scopeAlert->setDismissible(true);
}

QString InboxPage::subtitle() const
{
    const auto unread = m_inbox.unread();
    if (!unread)
        return {};
    const QString number = QLocale().toString(unread->size());
    return m_inbox.hasMoreUnread() ? tr("More than %1 unread").arg(number) : tr("%1 unread").arg(number);
}

std::optional<int> InboxPage::count() const
{
    const auto unread = m_inbox.unread();
    return unread ? std::optional(int(unread->size())) : std::nullopt;
}

void InboxPage::showEvent(QShowEvent *event)
{
    const bool isFirst = !wasShown();
    ListPage::showEvent(event);
    if (!m_inbox.mayAsk())
        return;
    if (isFirst) {
        m_inbox.readCache();
        m_work.readCache();
    }
    m_inbox.setWatched(true);
    m_work.setWatched(this, true);
    showRows();
}

void InboxPage::hideEvent(QHideEvent *event)
{
    ListPage::hideEvent(event);
    m_inbox.setWatched(false);
    m_work.setWatched(this, false);
}

void InboxPage::refresh()
{
    if (!m_inbox.mayAsk() || !wasShown())
        return;
    m_inboxError.reset();
    m_workError.reset();
    showError();
    m_inbox.refresh();
    m_work.refresh();
}

void InboxPage::showRows()
{
    m_rows.update();
    showContent();
}

void InboxPage::explainNoRows()
{
    if (!m_inbox.mayAsk()) {
        empty().say(look::Glyph::Bell, tr("More access needed"),
                    tr("%1 shows notifications only with your permission.").arg(m_inbox.provider().name));
        return empty().offer(tr("Allow notifications"), [this] { Q_EMIT scopesRequested({QStringLiteral("notifications")}); });
    }
    empty().say(look::Glyph::Inbox, tr("All caught up"), tr("Nothing needs you right now."));
}

void InboxPage::showError()
{
    const std::optional<Error> &error = m_inboxError ? m_inboxError : m_workError;
    if (!error)
        return alert().clear();
    alert().warn(words::resourceError(*error, m_inbox.provider()), error->page, [this] { refresh(); });
}

QList<RowAction> InboxPage::actionsOf(int row)
{
    QList<RowAction> actions = pageActions(m_rows.pageAt(row), m_inbox.provider().name,
                                           [this](const QString &text) { copy(text, tr("Link copied")); }, this);
    const github::Notification *notification = m_rows.notificationAt(row);
    if (!notification)
        return actions;
    actions.append({QStringLiteral("markReadAction"), look::Glyph::Check, tr("Mark as read"), QKeySequence(Qt::Key_R),
                    [this, thread = notification->thread] { m_inbox.markThreadRead(thread); }});
    if (!notification->repository.isEmpty())
        actions.append({QStringLiteral("markRepositoryReadAction"), look::Glyph::Check, tr("Mark all of %1 as read").arg(notification->repository),
                        QKeySequence(Qt::SHIFT | Qt::Key_R),
                        [this, repository = notification->repository] { m_inbox.markRepositoryRead(repository); }, false});
    return actions;
}

#include "moc_inboxpage.cpp"

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/mainwindow/accountpages.h"

#include "gui/account/accountpage.h"
#include "gui/inbox/inboxpage.h"
#include "gui/mainwindow/windowactions.h"
#include "gui/page/pagestack.h"
#include "gui/profile/profilepage.h"
#include "gui/repositories/repositoriespage.h"
#include "gui/sidebar/sidebar.h"
#include "gui/work/workpage.h"

namespace {

look::Glyph glyphOf(PageId id)
{
    switch (id) {
    case PageId::Profile: return look::Glyph::Person;
    case PageId::Inbox: return look::Glyph::Inbox;
    case PageId::Repositories: return look::Glyph::Repository;
    case PageId::PullRequests: return look::Glyph::PullRequest;
    case PageId::Issues: return look::Glyph::Issue;
    case PageId::Starred: return look::Glyph::Star;
    case PageId::Account: return look::Glyph::Key;
    }
    return look::Glyph::Person;
}

} // namespace

AccountPages::AccountPages(Account &account, PageStack &stack, Sidebar &sidebar, WindowActions &actions, QObject *parent)
    : QObject(parent), m_account(account), m_stack(stack), m_sidebar(sidebar), m_actions(actions),
      m_profile(new ProfilePage(account))
{
    connect(&stack, &PageStack::built, this, &AccountPages::follow);
    add(PageId::Profile, tr("Profile"), [this] { return m_profile; });
    const auto buildAccountPage = [this] {
        auto *page = new AccountPage(m_account);
        connect(page, &AccountPage::signOutRequested, this, &AccountPages::signOutRequested);
        return page;
    };
    if (account.provider().api == Provider::Api::GitHub) {
        addGitHubPages();
        m_stack.add(PageId::Account, buildAccountPage);
    } else {
        add(PageId::Account, tr("Account"), buildAccountPage);
    }
}

void AccountPages::addGitHubPages()
{
    m_inbox = new Inbox(m_account, this);
    m_work = new WorkSource(m_account, this);
    add(PageId::Inbox, tr("Inbox"), [this] { return new InboxPage(*m_inbox, *m_work, m_account); });
    add(PageId::Repositories, tr("Repositories"), [this] { return new RepositoriesPage(m_account); });
    add(PageId::PullRequests, tr("Pull requests"), [this] { return new WorkPage(*m_work, WorkKind::PullRequests, m_account); });
    add(PageId::Issues, tr("Issues"), [this] { return new WorkPage(*m_work, WorkKind::Issues, m_account); });
    add(PageId::Starred, tr("Starred"), [this] { return new RepositoriesPage(m_account, github::RepositoryList::Starred); });
}

void AccountPages::add(PageId id, const QString &title, std::function<Page *()> build)
{
    m_stack.add(id, std::move(build));
    m_sidebar.addPage(id, glyphOf(id), title);
    m_actions.addPage(id, title, glyphOf(id));
}

void AccountPages::follow(PageId id, Page *page)
{
    connect(page, &Page::scopesRequested, this, &AccountPages::scopesRequested);
    connect(page, &Page::said, this, &AccountPages::said);
    connect(page, &Page::changed, this, [this, id, page] {
        m_sidebar.setCount(id, page->count().value_or(0));
        if (id == m_stack.current())
            Q_EMIT changed();
    });
}

void AccountPages::start()
{
    m_profile->start();
    showLastCounts();
}

int AccountPages::unread() const
{
    const auto unread = m_inbox ? m_inbox->unread() : std::nullopt;
    return unread ? int(unread->size()) : 0;
}

/// Until the pages are built and know better.
void AccountPages::showLastCounts()
{
    if (!m_inbox || m_stack.page(PageId::Inbox))
        return;
    m_inbox->readCache();
    m_work->readCache();
    const auto total = [this](std::optional<github::WorkList> github::OpenWork::*which) {
        const github::WorkList *list = m_work->list(which);
        return list ? int(list->total) : 0;
    };
    m_sidebar.setCount(PageId::Inbox, unread());
    m_sidebar.setCount(PageId::PullRequests, total(&github::OpenWork::reviews) + total(&github::OpenWork::pullRequests));
    m_sidebar.setCount(PageId::Issues, total(&github::OpenWork::issues));
}

#include "moc_accountpages.cpp"

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/mainwindow/mainwindow.h"

#include "browser/openpage.h"
#include "gui/account/accountpage.h"
#include "gui/account/accountpicture.h"
#include "gui/controls/labels.h"
#include "gui/inbox/inboxpage.h"
#include "gui/look/glyphs.h"
#include "gui/look/measures.h"
#include "gui/mainwindow/accountactions.h"
#include "gui/mainwindow/accountalerts.h"
#include "gui/mainwindow/windowoverlays.h"
#include "gui/page/pageheader.h"
#include "gui/page/pagestack.h"
#include "gui/parts/alertarea.h"
#include "gui/profile/profilepage.h"
#include "gui/repositories/repositoriespage.h"
#include "gui/sidebar/accountbutton.h"
#include "gui/sidebar/sidebar.h"
#include "gui/sidebar/sidebarframe.h"
#include "gui/start/firstpaint.h"
#include "gui/windows/firstsize.h"
#include "gui/words/words.h"
#include "gui/work/workpage.h"
#include "menuentry/menuentry.h"

#include <QApplication>
#include <QVBoxLayout>

namespace {

constexpr int zoomStep = 10; // Percent.
constexpr int longestTitle = 100; // Characters.

QString titleOf(const Identity &identity)
{
    const QString &login = identity.login;
    if (login.size() <= longestTitle)
        return login;
    return login.left(login[longestTitle - 1].isHighSurrogate() ? longestTitle - 1 : longestTitle) + QChar(0x2026);
}

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

MainWindow::MainWindow(Account &account)
    : m_account(account), m_actions(*this, shortened(account.provider().name)), m_accountActions(new AccountActions(*this)),
      m_overlays(new WindowOverlays(*this, account, m_actions, *m_accountActions))
{
    setObjectName(QStringLiteral("MainWindow"));
    addContent();
    addPages();
    connectActions();
    connect(&account, &Account::identityChanged, this, &MainWindow::showIdentity);
    connect(&account.tokens(), &AccessTokens::storageErrorChanged, this, &MainWindow::showKey);
    connect(&m_ageTimer, &QTimer::timeout, this, &MainWindow::showHeader);
    m_ageTimer.start(std::chrono::seconds(30));
    showIdentity();
    showKey();
    turnTo(PageId::Profile);
    resize(m_frame->sizeHint());
    fitToScreen(*this);
    // The account is the context: a session that ends deletes it shortly before this window.
    afterFirstPaint(*this, &m_account, [this] {
        showPicture();
        ask();
    });
}

MainWindow::~MainWindow() = default;

void MainWindow::addContent()
{
    m_sidebar = new Sidebar(m_actions.settings);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_header = new PageHeader(*m_actions.sidebar, *m_actions.refresh, *m_actions.palette);
    auto *headerRow = new QHBoxLayout;
    headerRow->addWidget(m_header);
    layout->addLayout(headerRow);
    auto *notices = new AlertArea;
    notices->setObjectName(QStringLiteral("noticeArea"));
    m_alerts = new AccountAlerts(m_account, *notices, *this);
    notices->setMaximumWidth(look::zoomed(look::contentWidth + 2 * look::space5));
    auto *noticeRow = new QHBoxLayout;
    noticeRow->addWidget(notices);
    layout->addLayout(noticeRow);
    m_pages = new PageStack;
    layout->addWidget(m_pages, 1);
    content->setFocusProxy(m_pages);
    m_frame = new SidebarFrame;
    m_frame->setWidgets(m_sidebar, content);
    setCentralWidget(m_frame);
}

void MainWindow::addPages()
{
    connect(m_pages, &PageStack::built, this, &MainWindow::connectPage);
    connect(m_pages, &PageStack::turned, this, [this](PageId id) {
        m_sidebar->setCurrent(id);
        showHeader();
    });
    m_profile = new ProfilePage(m_account);
    addPage(PageId::Profile, tr("Profile"), [this] { return m_profile; });
    const auto addAccountPage = [this] {
        auto *page = new AccountPage(m_account);
        connect(page, &AccountPage::signOutRequested, m_overlays, &WindowOverlays::askSignOut);
        return page;
    };
    if (m_account.provider().api != Provider::Api::GitHub)
        return addPage(PageId::Account, tr("Account"), addAccountPage);
    addGitHubPages();
    m_pages->add(PageId::Account, addAccountPage);
}

void MainWindow::addGitHubPages()
{
    m_inbox = new Inbox(m_account, this);
    m_work = new WorkSource(m_account, this);
    addPage(PageId::Inbox, tr("Inbox"), [this] { return new InboxPage(*m_inbox, *m_work, m_account); });
    addPage(PageId::Repositories, tr("Repositories"), [this] { return new RepositoriesPage(m_account); });
    addPage(PageId::PullRequests, tr("Pull requests"), [this] { return new WorkPage(*m_work, WorkKind::PullRequests, m_account); });
    addPage(PageId::Issues, tr("Issues"), [this] { return new WorkPage(*m_work, WorkKind::Issues, m_account); });
    addPage(PageId::Starred, tr("Starred"), [this] { return new RepositoriesPage(m_account, github::RepositoryList::Starred); });
}

void MainWindow::addPage(PageId id, const QString &title, std::function<Page *()> build)
{
    m_pages->add(id, std::move(build));
    m_sidebar->addPage(id, glyphOf(id), title);
    QAction *action = m_actions.addPage(id, title, glyphOf(id));
    connect(action, &QAction::triggered, this, [this, id] { turnTo(id); });
}

void MainWindow::connectPage(PageId id, Page *page)
{
    connect(page, &Page::scopesRequested, this, &MainWindow::scopesRequested);
    connect(page, &Page::said, m_overlays, [this](const QString &text) { m_overlays->toasts().say(text); });
    connect(page, &Page::changed, this, [this, id, page] {
        m_sidebar->setCount(id, page->count().value_or(0));
        if (id == this->page())
            showHeader();
    });
    if (page != m_profile)
        return;
    connect(m_profile, &ProfilePage::changed, this, &MainWindow::showPicture);
    connect(m_profile, &ProfilePage::failed, m_alerts, &AccountAlerts::showError);
    connect(m_profile, &ProfilePage::succeeded, m_alerts, &AccountAlerts::clearError);
}

void MainWindow::connectActions()
{
    connect(m_actions.refresh, &QAction::triggered, this, &MainWindow::refresh);
    connect(m_actions.openPage, &QAction::triggered, this, [this] { openPage(m_profile->url(), this); });
    connect(m_actions.find, &QAction::triggered, this, [this] {
        if (!m_pages->currentPage()->focusSearch())
            m_overlays->showPalette();
    });
    connect(m_actions.palette, &QAction::triggered, m_overlays, &WindowOverlays::showPalette);
    connect(m_actions.shortcuts, &QAction::triggered, m_overlays, &WindowOverlays::showShortcuts);
    connect(m_actions.sidebar, &QAction::triggered, m_frame, &SidebarFrame::toggle);
    connect(m_actions.accounts, &QAction::triggered, this, &MainWindow::showAccountPopover);
    connect(m_actions.nextPane, &QAction::triggered, this, &MainWindow::focusNextPane);
    connect(m_actions.accountDetails, &QAction::triggered, this, [this] { turnTo(PageId::Account); });
    connect(m_actions.addAccount, &QAction::triggered, this, &MainWindow::addAccountRequested);
    connect(m_actions.signOut, &QAction::triggered, m_overlays, &WindowOverlays::askSignOut);
    connect(m_overlays, &WindowOverlays::signOutRequested, this, &MainWindow::signOutRequested);
    connect(m_actions.diagnostics, &QAction::triggered, this, &MainWindow::diagnosticsRequested);
    connect(m_actions.about, &QAction::triggered, this, &MainWindow::aboutRequested);
    connect(m_actions.settings, &QAction::triggered, this, &MainWindow::settingsRequested);
    connect(m_actions.zoomIn, &QAction::triggered, this, [this] { Q_EMIT zoomRequested(zoomStep); });
    connect(m_actions.zoomOut, &QAction::triggered, this, [this] { Q_EMIT zoomRequested(-zoomStep); });
    connect(m_actions.zoomReset, &QAction::triggered, this, [this] { Q_EMIT zoomRequested(0); });
    connect(m_actions.quit, &QAction::triggered, qApp, &QApplication::quit, Qt::QueuedConnection);
    connect(m_accountActions, &AccountActions::accountRequested, this, &MainWindow::accountRequested);
    connect(m_overlays, &WindowOverlays::accountRequested, this, &MainWindow::accountRequested);
    connect(m_sidebar, &Sidebar::pageRequested, this, &MainWindow::turnTo);
    connect(m_sidebar, &Sidebar::accountRequested, this, &MainWindow::showAccountPopover);
    connect(m_sidebar, &Sidebar::keyRequested, this, [this] { turnTo(PageId::Account); });
    connect(m_frame, &SidebarFrame::modeChanged, this, [this](SidebarFrame::Mode mode) {
        m_header->setSidebarButtonVisible(mode == SidebarFrame::Mode::Hidden);
    });
    connect(m_alerts, &AccountAlerts::refreshRequested, this, &MainWindow::refresh);
    connect(m_alerts, &AccountAlerts::signInAgainRequested, this, &MainWindow::signInAgainRequested);
    connect(m_alerts, &AccountAlerts::realSignInRequested, this, &MainWindow::realSignInRequested);
}

void MainWindow::ask()
{
    m_profile->start();
    showLastCounts();
}

/// Those of the last visit, until the pages are built and know better.
void MainWindow::showLastCounts()
{
    if (!m_inbox || m_pages->page(PageId::Inbox))
        return;
    m_inbox->readCache();
    m_work->readCache();
    const auto total = [this](std::optional<github::WorkList> github::OpenWork::*which) {
        const github::WorkList *list = m_work->list(which);
        return list ? int(list->total) : 0;
    };
    const auto unread = m_inbox->unread();
    m_sidebar->setCount(PageId::Inbox, unread ? int(unread->size()) : 0);
    m_sidebar->setCount(PageId::PullRequests, total(&github::OpenWork::reviews) + total(&github::OpenWork::pullRequests));
    m_sidebar->setCount(PageId::Issues, total(&github::OpenWork::issues));
}

void MainWindow::refresh()
{
    for (const PageId id : m_pages->ids()) {
        if (Page *page = m_pages->page(id))
            page->refresh();
    }
}

void MainWindow::showIdentity()
{
    const Identity &identity = m_account.identity();
    setWindowTitle(tr("%1 — Latchkey").arg(titleOf(identity)));
    m_sidebar->account().setPerson(identity.name, identity.login, m_account.provider().name);
}

void MainWindow::showPicture()
{
    m_sidebar->account().setPicture(accountPicture(m_account));
}

void MainWindow::showKey()
{
    m_sidebar->setKeyPlace(m_account.storageError()                                  ? KeyPlace::Lost
                           : m_account.storeName() == QLatin1String("keychain") ? KeyPlace::Keychain
                                                                                 : KeyPlace::Memory);
}

void MainWindow::showHeader()
{
    const Page *page = m_pages->currentPage();
    if (!page)
        return;
    m_actions.refresh->setEnabled(!page->isRefreshing());
    m_actions.openPage->setEnabled(!m_profile->url().isEmpty());
    const QDateTime at = page->receivedAt();
    const QString age = page->isRefreshing() ? tr("Contacting %1…").arg(shortened(m_account.provider().name))
                        : at.isValid()       ? tr("Updated %1").arg(words::age(at, m_account.now()))
                                             : QString();
    m_header->show({page->title(), page->subtitle(), age});
}

void MainWindow::showAccounts(const QList<AccountRecord> &accounts, std::function<QImage(const QString &key)> pictures)
{
    m_overlays->setPictures(std::move(pictures));
    m_accountActions->show(accounts, m_account.record().key());
}

void MainWindow::showAccountPopover()
{
    if (!m_sidebar->isVisible())
        m_frame->toggle();
    m_overlays->showAccounts(m_sidebar->account());
}

/// From the sidebar to the search, from there to the page, and back to the sidebar.
void MainWindow::focusNextPane()
{
    QWidget *focused = focusWidget();
    if (m_sidebar->isVisible() && m_sidebar->isAncestorOf(focused))
        return m_header->focusSearch();
    if (m_header->isAncestorOf(focused) || !m_sidebar->isVisible())
        return m_pages->currentWidget()->setFocus(Qt::ShortcutFocusReason);
    m_sidebar->focusCurrent();
}

PageId MainWindow::page() const
{
    return m_pages->current();
}

void MainWindow::turnTo(PageId page)
{
    m_pages->turnTo(page);
}

void MainWindow::say(const QString &text)
{
    m_alerts->say(text);
}

void MainWindow::offer(const QString &buttonText, const std::function<void()> &action)
{
    m_alerts->offer(buttonText, action);
}

void MainWindow::offerRealSignIn()
{
    m_alerts->offerRealSignIn();
}

void MainWindow::offerMenuEntry(const MenuEntry &entry)
{
    auto *action = new QAction(tr("Show in the application menu"), this);
    action->setObjectName(QStringLiteral("menuEntryAction"));
    action->setCheckable(true);
    action->setChecked(entry.isThere());
    m_actions.add(action, look::Glyph::Window);
    connect(action, &QAction::triggered, this, [this, entry, action](bool isWanted) {
        const bool isDone = isWanted ? entry.add() : entry.remove();
        action->setChecked(entry.isThere());
        if (!isDone)
            say(tr("The application menu could not be changed: the folder for your applications cannot be written to."));
    });
}

void MainWindow::askSignOut()
{
    m_actions.signOut->trigger();
}

#include "moc_mainwindow.cpp"

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/mainwindow/mainwindow.h"

#include "browser/openpage.h"
#include "gui/controls/labels.h"
#include "gui/look/glyphs.h"
#include "gui/look/measures.h"
#include "gui/mainwindow/accountactions.h"
#include "gui/mainwindow/accountalerts.h"
#include "gui/mainwindow/accountpages.h"
#include "gui/mainwindow/globalmenu.h"
#include "gui/mainwindow/windowoverlays.h"
#include "gui/page/pageheader.h"
#include "gui/page/pagestack.h"
#include "gui/parts/alertarea.h"
#include "gui/profile/profilepage.h"
#include "gui/sidebar/accountbutton.h"
#include "gui/sidebar/sidebar.h"
#include "gui/sidebar/sidebarframe.h"
#include "gui/start/firstpaint.h"
#include "gui/windows/firstsize.h"
#include "gui/words/words.h"
#include "menuentry/menuentry.h"
#include "result/printabletext.h"

#include <QApplication>
#include <QVBoxLayout>

namespace {

constexpr int longestTitle = 100; // Characters.

} // namespace

MainWindow::MainWindow(Account &account)
    : m_account(account), m_actions(*this, shortened(account.provider().name)), m_accountActions(new AccountActions(*this)),
      m_overlays(new WindowOverlays(*this, account, m_actions, *m_accountActions))
{
    setObjectName(QStringLiteral("MainWindow"));
    addContent();
    connectPages();
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
        ask();
        addGlobalMenu(*this, m_actions, *m_accountActions);
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
    // After the pages' place, so that what the pages ask outlives them.
    m_accountPages = new AccountPages(m_account, *m_pages, *m_sidebar, m_actions, this);
}

void MainWindow::connectPages()
{
    connect(m_pages, &PageStack::turned, this, [this](PageId id) {
        m_sidebar->setCurrent(id);
        showHeader();
    });
    connect(m_accountPages, &AccountPages::changed, this, &MainWindow::showHeader);
    connect(m_accountPages, &AccountPages::said, m_overlays, [this](const QString &text) { m_overlays->toasts().say(text); });
    connect(m_accountPages, &AccountPages::scopesRequested, this, &MainWindow::scopesRequested);
    connect(m_accountPages, &AccountPages::signOutRequested, m_overlays, &WindowOverlays::askSignOut);
    const ProfilePage &profile = m_accountPages->profile();
    connect(&profile, &ProfilePage::pictureChanged, &m_sidebar->account(), &AccountButton::setPicture);
    connect(&profile, &ProfilePage::failed, m_alerts, &AccountAlerts::showError);
    connect(&profile, &ProfilePage::succeeded, m_alerts, &AccountAlerts::clearError);
    for (const auto &[action, glyph, id] : m_actions.pages())
        connect(action, &QAction::triggered, this, [this, page = id] { turnTo(page); });
}

void MainWindow::connectActions()
{
    connect(m_actions.refresh, &QAction::triggered, this, &MainWindow::refresh);
    connect(m_actions.openPage, &QAction::triggered, this, [this] { openPage(m_accountPages->profile().url(), this); });
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
    connect(m_actions.zoomIn, &QAction::triggered, this, [this] { Q_EMIT zoomRequested(look::zoomStep); });
    connect(m_actions.zoomOut, &QAction::triggered, this, [this] { Q_EMIT zoomRequested(-look::zoomStep); });
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
    m_accountPages->start();
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
    setWindowTitle(tr("%1 — Latchkey").arg(cutTo(identity.login, longestTitle)));
    m_sidebar->account().setPerson(identity.name, identity.login, m_account.provider().name);
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
    m_actions.openPage->setEnabled(!m_accountPages->profile().url().isEmpty());
    const QDateTime at = page->receivedAt();
    const QString age = page->isRefreshing() ? tr("Contacting %1…").arg(shortened(m_account.provider().name))
                        : at.isValid()       ? tr("Updated %1").arg(words::age(at, m_account.now()))
                                             : QString();
    m_header->show({page->title(), page->subtitle(), age});
}

void MainWindow::showAccounts(const QList<AccountRecord> &accounts, std::function<const Account *(const QString &key)> find)
{
    m_overlays->setAccounts(std::move(find));
    m_accountActions->show(accounts, m_account.record().key());
}

void MainWindow::showAccountPopover()
{
    if (!m_sidebar->isVisible())
        m_frame->toggle();
    m_overlays->showAccounts(m_sidebar->account(), m_accountPages->unread());
}

/// From the sidebar to the search, from there to the page, and back to the sidebar, if it is shown.
void MainWindow::focusNextPane()
{
    QWidget *focused = focusWidget();
    if (m_sidebar->isVisible() && m_sidebar->isAncestorOf(focused))
        return m_header->focusSearch();
    if (m_header->isAncestorOf(focused))
        return m_pages->currentWidget()->setFocus(Qt::ShortcutFocusReason);
    m_sidebar->isVisible() ? m_sidebar->focusCurrent() : m_header->focusSearch();
}

PageId MainWindow::page() const
{
    return m_pages->current();
}

void MainWindow::turnTo(PageId page)
{
    m_overlays->dismissPopovers();
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

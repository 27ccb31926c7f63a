// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/mainwindow.h"

#include "browser/openpage.h"
#include "gui/accountmenu.h"
#include "gui/accountpage.h"
#include "gui/inbox/inboxpage.h"
#include "gui/parts/firstsize.h"
#include "gui/parts/labels.h"
#include "gui/parts/alertarea.h"
#include "gui/parts/inlinealert.h"
#include "gui/parts/words.h"
#include "gui/profile/profilepage.h"
#include "gui/repositories/repositoriespage.h"
#include "gui/start/firstpaint.h"
#include "gui/start/lazypage.h"
#include "menuentry/menuentry.h"
#include "ui_mainwindow.h"

#include <QApplication>
#include <QMessageBox>
#include <QScrollArea>

namespace {

constexpr int longestTitle = 100; // Characters.

/// The area also takes the focus, rather than the first button of its page.
QScrollArea *scrolling(QWidget *page, const QString &accessibleName)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(page);
    area->setAccessibleName(accessibleName);
    return area;
}

QString titleOf(const Identity &identity)
{
    const QString &login = identity.login;
    if (login.size() <= longestTitle)
        return login;
    return login.left(login[longestTitle - 1].isHighSurrogate() ? longestTitle - 1 : longestTitle) + QChar(0x2026);
}

/// For a page that has a list to take the focus.
QScrollArea *passingFocusOn(QScrollArea *area)
{
    area->setFocusProxy(area->widget());
    return area;
}

} // namespace

MainWindow::MainWindow(Account &account)
    : m_account(account), m_ui(std::make_unique<Ui::MainWindow>()), m_profile(new ProfilePage(account))
{
    m_ui->setupUi(this);
    fitToScreen(*this);
    const auto showLogin = [this] { setWindowTitle(tr("%1 — Latchkey").arg(titleOf(m_account.identity()))); };
    connect(&account, &Account::identityChanged, this, showLogin);
    showLogin();
    m_accountMenu = new AccountMenu(*m_ui->accountMenu, *m_ui->addAccountAction);
    useSecondaryText(m_ui->ageLabel);
    addPages();
    connectMenus();
    addNotices();
    // The account is the context: a session that ends deletes it shortly before this window.
    afterFirstPaint(*this, &m_account, [this] { ask(); });
}

MainWindow::~MainWindow() = default;

void MainWindow::addPages()
{
    m_ui->pages->addTab(scrolling(m_profile, tr("Profile")), tr("O&verview"));
    if (m_account.provider().api == Provider::Api::GitHub)
        addGitHubPages();
    m_ui->pages->addTab(new LazyPage([this] {
        auto *page = new AccountPage(m_account);
        connect(page, &AccountPage::signOutRequested, this, &MainWindow::signOutRequested);
        return scrolling(page, tr("Account"));
    }), tr("A&ccount"));
}

void MainWindow::addGitHubPages()
{
    m_ui->pages->addTab(new LazyPage([this] {
        m_repositories = new RepositoriesPage(m_account);
        return passingFocusOn(scrolling(m_repositories, tr("Repositories")));
    }), tr("R&epositories"));
    m_ui->pages->addTab(new LazyPage([this] {
        m_inbox = new InboxPage(m_account);
        connect(m_inbox, &InboxPage::scopesRequested, this, &MainWindow::scopesRequested);
        return passingFocusOn(scrolling(m_inbox, tr("For you")));
    }), tr("&For you"));
}

void MainWindow::connectMenus()
{
    connect(m_ui->refreshAction, &QAction::triggered, this, &MainWindow::refresh);
    m_ui->openPageAction->setText(tr("&Open on %1").arg(shortened(m_account.provider().name)));
    connect(m_ui->openPageAction, &QAction::triggered, this, [this] { openPage(m_profile->url()); });
    connect(m_accountMenu, &AccountMenu::accountRequested, this, &MainWindow::accountRequested);
    connect(m_ui->addAccountAction, &QAction::triggered, this, &MainWindow::addAccountRequested);
    connect(m_ui->signOutAction, &QAction::triggered, this, &MainWindow::signOutRequested);
    connect(m_ui->quitAction, &QAction::triggered, qApp, &QApplication::quit, Qt::QueuedConnection);
    connect(m_ui->diagnosticsAction, &QAction::triggered, this, &MainWindow::diagnosticsRequested);
    connect(m_ui->aboutAction, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::addNotices()
{
    connect(m_profile, &ProfilePage::changed, this, &MainWindow::showProfileState);
    connect(m_profile, &ProfilePage::failed, this, &MainWindow::showError);
    connect(m_profile, &ProfilePage::succeeded, m_ui->errorBar, &InlineAlert::clear);
    connect(&m_account.tokens(), &AccessTokens::storageErrorChanged, this, &MainWindow::showStorageError);
    connect(&m_account.tokens(), &AccessTokens::renewalObstacleChanged, this, &MainWindow::showRenewalObstacle);
    connect(&m_account.resources(), &ResourceClient::organizationsLeftOutChanged, this, [this] {
        say(words::organizationsLeftOut(m_account.resources().organizationsLeftOut(), m_account.provider()));
    });
    connect(&m_ageTimer, &QTimer::timeout, this, &MainWindow::showAge);
    m_ageTimer.start(std::chrono::seconds(30));
    showProfileState();
    showStorageError();
    showRenewalObstacle();
}

void MainWindow::ask()
{
    m_profile->start();
}

void MainWindow::refresh()
{
    m_profile->refresh();
    if (m_repositories)
        m_repositories->refresh();
    if (m_inbox)
        m_inbox->refresh();
}

void MainWindow::showProfileState()
{
    m_ui->refreshAction->setEnabled(!m_profile->isRefreshing());
    m_ui->openPageAction->setEnabled(!m_profile->url().isEmpty());
    showAge();
}

void MainWindow::showAge()
{
    const QDateTime at = m_profile->receivedAt();
    m_ui->ageLabel->setText(m_profile->isRefreshing() ? tr("Contacting %1…").arg(shortened(m_account.provider().name))
                            : at.isValid() ? tr("Updated %1").arg(words::age(at, m_account.now()))
                                           : tr("Nothing has been received yet"));
}

void MainWindow::showError(const Error &error)
{
    m_ui->errorBar->warn(words::resourceError(error, m_account.provider()), error.page, [this] { refresh(); });
}

void MainWindow::showStorageError()
{
    const auto &error = m_account.storageError();
    if (!error)
        return m_ui->storageBar->clear();
    m_ui->storageBar->say(words::storageError(*error), InlineAlert::Tone::Attention);
    if (words::isCuredByUnlocking(*error))
        m_ui->storageBar->offer(tr("Try again"), [this] { m_account.tokens().storeAgain(); });
}

void MainWindow::showRenewalObstacle()
{
    const auto &obstacle = m_account.tokens().renewalObstacle();
    if (!obstacle)
        return m_ui->renewalBar->clear();
    m_ui->renewalBar->say(words::renewalObstacle(*obstacle, m_account), InlineAlert::Tone::Attention);
    m_ui->renewalBar->offer(tr("Sign in again"), [this] { Q_EMIT signInAgainRequested(); });
}

void MainWindow::showAccounts(const QList<AccountRecord> &accounts)
{
    m_accountMenu->show(accounts, m_account.record().key());
}

int MainWindow::page() const
{
    return m_ui->pages->currentIndex();
}

void MainWindow::turnTo(int page)
{
    m_ui->pages->setCurrentIndex(page);
}

void MainWindow::say(const QString &text)
{
    m_ui->messageBar->say(text);
    m_ui->messageBar->offer(tr("Dismiss"), [this] { m_ui->messageBar->clear(); });
}

void MainWindow::offer(const QString &buttonText, const std::function<void()> &action)
{
    m_ui->messageBar->offer(buttonText, action);
}

void MainWindow::offerMenuEntry(const MenuEntry &entry)
{
    auto *action = new QAction(tr("Show in the application &menu"), this);
    action->setObjectName(QStringLiteral("menuEntryAction"));
    action->setCheckable(true);
    action->setChecked(entry.isThere());
    m_ui->helpMenu->insertAction(m_ui->aboutAction, action);
    connect(action, &QAction::triggered, this, [this, entry, action](bool isWanted) {
        const bool isDone = isWanted ? entry.add() : entry.remove();
        action->setChecked(entry.isThere());
        if (!isDone)
            say(tr("The application menu could not be changed: the folder for your applications cannot be written to."));
    });
}

void MainWindow::showAbout()
{
    QMessageBox::about(this, tr("About Latchkey"),
                       tr("<b>Latchkey %1</b><p>Signs you in to GitHub, or any OAuth 2 server, and keeps you signed "
                          "in.</p><p>Free software under the GNU GPL, version 3 or later. Built on "
                          "Qt %2 and QtKeychain.</p>").arg(QStringLiteral(LATCHKEY_VERSION), QString::fromLatin1(qVersion())));
}

#include "moc_mainwindow.cpp"

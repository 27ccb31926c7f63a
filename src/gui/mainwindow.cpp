// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/mainwindow.h"

#include "gui/accountmenu.h"
#include "gui/accountpage.h"
#include "gui/inbox/inboxpage.h"
#include "gui/lazypage.h"
#include "gui/parts/labels.h"
#include "gui/parts/noticebar.h"
#include "gui/parts/words.h"
#include "gui/profile/avatar.h"
#include "gui/profile/githuboverview.h"
#include "gui/repositories/repositoriespage.h"
#include "gui/start/firstpaint.h"
#include "menuentry/menuentry.h"
#include "ui_mainwindow.h"

#include <QApplication>
#include <QDesktopServices>
#include <QLocale>
#include <QMessageBox>
#include <QScrollArea>

namespace {

constexpr int avatarSide = 112;

} // namespace

MainWindow::MainWindow(Account &account, UrlOpener openUrl, Clock clock)
    : m_account(account),
      m_openUrl(openUrl ? std::move(openUrl) : &QDesktopServices::openUrl),
      m_clock(std::move(clock)),
      m_ui(std::make_unique<Ui::MainWindow>())
{
    m_ui->setupUi(this);
    m_ui->avatarLabel->setFixedSize(avatarSide, avatarSide);
    setWindowTitle(tr("%1 — Latchkey").arg(account.identity().login));
    enlarge(m_ui->nameLabel, 1.8, true);
    enlarge(m_ui->loginLabel, 1.1, false);
    for (QLabel *count : {m_ui->followersValue, m_ui->followingValue, m_ui->publicRepositoriesValue})
        enlarge(count, 1.4, true);
    for (QLabel *label : {m_ui->loginLabel, m_ui->followersLabel, m_ui->followingLabel, m_ui->publicRepositoriesLabel,
                          m_ui->companyLabel, m_ui->locationLabel, m_ui->emailLabel, m_ui->websiteLabel,
                          m_ui->memberSinceLabel, m_ui->ageLabel})
        useSecondaryText(label);
    m_ui->openPageAction->setText(tr("&Open on %1").arg(account.provider().name));
    addPages();

    connect(m_ui->refreshAction, &QAction::triggered, this, &MainWindow::refresh);
    connect(m_ui->openPageAction, &QAction::triggered, this, [this] { m_openUrl(m_page); });
    connect(m_ui->signOutAction, &QAction::triggered, this, &MainWindow::signOutRequested);
    addAccountMenu();
    connect(m_ui->diagnosticsAction, &QAction::triggered, this, &MainWindow::diagnosticsRequested);
    connect(m_ui->quitAction, &QAction::triggered, qApp, &QApplication::quit, Qt::QueuedConnection);
    connect(m_ui->aboutAction, &QAction::triggered, this, &MainWindow::showAbout);
    connect(&m_account, &Account::storageErrorChanged, this, &MainWindow::showStorageError);
    connect(&m_account, &Account::organizationsLeftOutChanged, this, [this] {
        say(words::organizationsLeftOut(m_account.organizationsLeftOut(), m_account.provider()));
    });
    connect(&m_ageTimer, &QTimer::timeout, this, &MainWindow::showAge);
    m_ageTimer.start(std::chrono::seconds(30));

    showCached();
    showStorageError();
    // A session that ends takes its account along a moment before this window goes.
    afterFirstPaint(*this, &m_account, [this] {
        m_isPainted = true;
        showCachedAvatar();
        if (!m_isAsked)
            ask();
    });
}

/// The overview's many parts are not worth the wait before the person sees who they are.
void MainWindow::ask()
{
    m_isAsked = true;
    addOverview();
    refresh();
}

MainWindow::~MainWindow() = default;

void MainWindow::addPages()
{
    if (isGitHub()) {
        m_ui->pages->addTab(new LazyPage([this] { return m_repositories = new RepositoriesPage(m_account, m_openUrl); }),
                            tr("R&epositories"));
        m_ui->pages->addTab(new LazyPage([this] {
            m_inbox = new InboxPage(m_account, m_openUrl, m_clock);
            connect(m_inbox, &InboxPage::scopesRequested, this, &MainWindow::scopesRequested);
            return m_inbox;
        }), tr("&For you"));
    }
    m_ui->pages->addTab(new LazyPage([this] {
        auto *page = new AccountPage(m_account, m_openUrl);
        connect(page, &AccountPage::signOutRequested, this, &MainWindow::signOutRequested);
        // It is also what gets the focus, and not the button that signs out.
        auto *area = new QScrollArea;
        area->setFrameShape(QFrame::NoFrame);
        area->setWidgetResizable(true);
        area->setWidget(page);
        area->setAccessibleName(tr("Account"));
        return area;
    }), tr("A&ccount"));
}

void MainWindow::addOverview()
{
    if (!isGitHub())
        return;
    m_overview = new GitHubOverview(m_account, *m_ui->factsLayout, m_ui->profile);
    connect(m_overview, &GitHubOverview::failed, this, &MainWindow::showError);
    m_ui->profileLayout->insertWidget(m_ui->profileLayout->indexOf(m_ui->factsLayout) + 1, m_overview);
}

bool MainWindow::isGitHub() const
{
    return m_account.provider().api == Provider::Api::GitHub;
}

github::Request<github::Viewer> MainWindow::viewerRequest() const
{
    const Provider &provider = m_account.provider();
    return isGitHub() ? github::viewer(provider.apiBaseUrl) : github::viewerFromUserinfo(provider.server.userinfoEndpoint);
}

/// Shows what was seen last, at once; in a first moment without anything, at least who it is.
void MainWindow::showCached()
{
    if (const auto viewer = m_account.cached(viewerRequest())) {
        m_fetchedAt = viewer->at;
        showViewer(viewer->value);
        return showAge();
    }
    github::Viewer viewer;
    viewer.login = m_account.identity().login;
    viewer.name = m_account.identity().name;
    showViewer(viewer);
}

void MainWindow::refresh()
{
    m_isErrorNew = false;
    m_ui->refreshAction->setEnabled(false);
    m_ui->ageLabel->setText(tr("Asking %1…").arg(m_account.provider().name));
    // It has the most to say, so it takes the connection that is there already.
    if (m_overview)
        m_overview->refresh();
    m_account.get(viewerRequest(), this, [this](const Result<github::Viewer> &viewer) {
        m_ui->refreshAction->setEnabled(true);
        if (!viewer)
            return showError(viewer.error());
        m_fetchedAt = m_clock();
        if (!m_isErrorNew)
            m_ui->errorBar->clear();
        showViewer(*viewer);
        showAge();
        fetchAvatar(viewer->avatar);
    });
    if (m_repositories)
        m_repositories->refresh();
    if (m_inbox)
        m_inbox->refresh();
}

void MainWindow::showViewer(const github::Viewer &viewer)
{
    m_page = viewer.page;
    m_ui->openPageAction->setEnabled(!m_page.isEmpty());
    m_ui->nameLabel->setText(viewer.displayName());
    m_ui->loginLabel->setText(viewer.login);
    m_ui->loginLabel->setVisible(viewer.displayName() != viewer.login);
    m_ui->bioLabel->setText(viewer.bio);
    m_ui->bioLabel->setVisible(!viewer.bio.isEmpty());
    showCounts(viewer);
    showFacts(viewer);
    const bool isOther = m_avatar != viewer.avatar || m_avatar.isEmpty();
    m_avatar = viewer.avatar;
    if (isOther && m_isPainted)
        showCachedAvatar();
}

/// Not before the first paint: to read one picture, Qt loads its readers for all formats.
void MainWindow::showCachedAvatar()
{
    const auto avatar = m_account.cached(github::image(m_avatar));
    if (avatar && showAvatar(avatar->value))
        return;
    m_ui->avatarLabel->setPixmap(letterAvatar(m_ui->nameLabel->text(), avatarSide, devicePixelRatioF(), palette()));
}

void MainWindow::showCounts(const github::Viewer &viewer)
{
    const auto show = [](QLabel *label, const std::optional<qint64> &count) {
        label->setText(count ? QLocale().toString(*count) : QStringLiteral("–"));
    };
    show(m_ui->followersValue, viewer.followers);
    show(m_ui->followingValue, viewer.following);
    show(m_ui->publicRepositoriesValue, viewer.publicRepositories);
    m_ui->countsFrame->setVisible(viewer.followers || viewer.following || viewer.publicRepositories);
}

void MainWindow::showFacts(const github::Viewer &viewer)
{
    const auto show = [this](QLabel *label, const QString &text) {
        label->setText(text);
        showRow(*m_ui->factsLayout, label, !text.isEmpty());
    };
    show(m_ui->companyValue, viewer.company);
    show(m_ui->locationValue, viewer.location);
    show(m_ui->emailValue, viewer.email);
    show(m_ui->websiteValue, link(viewer.website));
    show(m_ui->memberSinceValue, QLocale().toString(viewer.memberSince, QLocale::LongFormat));
}

void MainWindow::fetchAvatar(const QUrl &url)
{
    if (url.isEmpty())
        return;
    m_account.get(github::image(url), this, [this](const Result<QByteArray> &image) {
        if (image)
            showAvatar(*image);
    });
}

bool MainWindow::showAvatar(const QByteArray &image)
{
    const QPixmap avatar = roundAvatar(image, avatarSide, devicePixelRatioF());
    if (!avatar.isNull())
        m_ui->avatarLabel->setPixmap(avatar);
    return !avatar.isNull();
}

void MainWindow::showError(const Error &error)
{
    m_isErrorNew = true;
    m_ui->errorBar->warn(words::resourceError(error, m_account.provider()), error.page, m_openUrl, [this] { refresh(); });
    showAge();
}

void MainWindow::showStorageError()
{
    const auto &error = m_account.storageError();
    if (!error)
        return m_ui->storageBar->clear();
    m_ui->storageBar->say(words::storageError(*error), NoticeBar::Tone::Warning);
    if (words::isCuredByUnlocking(*error))
        m_ui->storageBar->offer(tr("Try again"), [this] { m_account.storeAgain(); });
}

void MainWindow::showAge()
{
    m_ui->ageLabel->setText(m_fetchedAt.isValid() ? tr("Updated %1").arg(words::age(m_fetchedAt, m_clock()))
                                                  : tr("Nothing has been received yet"));
}

void MainWindow::addAccountMenu()
{
    m_accountMenu = new AccountMenu(*m_ui->accountMenu, *m_ui->addAccountAction);
    connect(m_accountMenu, &AccountMenu::accountRequested, this, &MainWindow::accountRequested);
    connect(m_ui->addAccountAction, &QAction::triggered, this, &MainWindow::addAccountRequested);
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
                       tr("<h3>Latchkey %1</h3><p>Signs you in to GitHub, or any OAuth 2 server, and keeps you signed "
                          "in.</p><p>Free software under the GNU General Public License, version 3 or later. Built on "
                          "Qt %2 and QtKeychain.</p>").arg(QStringLiteral(LATCHKEY_VERSION), QString::fromLatin1(qVersion())));
}

#include "moc_mainwindow.cpp"

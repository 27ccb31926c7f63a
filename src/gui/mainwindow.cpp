// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/mainwindow.h"

#include "gui/avatar.h"
#include "gui/noticebar.h"
#include "gui/words.h"
#include "ui_mainwindow.h"

#include <QApplication>
#include <QDesktopServices>
#include <QLocale>
#include <QMessageBox>
#include <QPointer>

namespace {

constexpr int avatarSide = 112;

/// The window is shown with what is known; asking the server can wait until it is painted.
constexpr std::chrono::milliseconds afterFirstPaint(60);

void enlarge(QLabel *label, qreal factor, bool isBold)
{
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setBold(isBold);
    label->setFont(font);
}

/// Text that explains other text, a little paler but well readable.
void quieten(QLabel *label)
{
    QColor colour = label->palette().color(QPalette::WindowText);
    colour.setAlphaF(0.65F);
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, colour);
    label->setPalette(palette);
}

QString link(const QUrl &url)
{
    const QString target = url.toString(QUrl::FullyEncoded).toHtmlEscaped();
    const QString text = url.toDisplayString(QUrl::RemoveScheme | QUrl::StripTrailingSlash).mid(2).toHtmlEscaped();
    return url.isEmpty() ? QString() : QStringLiteral("<a href=\"%1\">%2</a>").arg(target, text);
}

} // namespace

MainWindow::MainWindow(Account &account, UrlOpener openUrl, Clock clock)
    : m_account(account),
      m_openUrl(openUrl ? std::move(openUrl) : &QDesktopServices::openUrl),
      m_clock(std::move(clock)),
      m_ui(std::make_unique<Ui::MainWindow>())
{
    m_ui->setupUi(this);
    setWindowTitle(tr("%1 — Latchkey").arg(account.identity().login));
    enlarge(m_ui->nameLabel, 1.8, true);
    enlarge(m_ui->loginLabel, 1.1, false);
    for (QLabel *count : {m_ui->followersValue, m_ui->followingValue, m_ui->publicRepositoriesValue})
        enlarge(count, 1.4, true);
    for (QLabel *label : {m_ui->loginLabel, m_ui->followersLabel, m_ui->followingLabel, m_ui->publicRepositoriesLabel,
                          m_ui->companyLabel, m_ui->locationLabel, m_ui->emailLabel, m_ui->websiteLabel,
                          m_ui->memberSinceLabel, m_ui->ageLabel})
        quieten(label);
    m_ui->openPageAction->setText(tr("&Open on %1").arg(account.provider().name));

    connect(m_ui->refreshAction, &QAction::triggered, this, &MainWindow::refresh);
    connect(m_ui->openPageAction, &QAction::triggered, this, [this] { m_openUrl(m_page); });
    connect(m_ui->signOutAction, &QAction::triggered, this, &MainWindow::signOutRequested);
    connect(m_ui->diagnosticsAction, &QAction::triggered, this, &MainWindow::diagnosticsRequested);
    connect(m_ui->quitAction, &QAction::triggered, qApp, &QApplication::quit, Qt::QueuedConnection);
    connect(m_ui->aboutAction, &QAction::triggered, this, &MainWindow::showAbout);
    connect(&m_account, &Account::storageTroubleChanged, this, &MainWindow::showStorageTrouble);
    connect(&m_ageTimer, &QTimer::timeout, this, &MainWindow::showAge);
    m_ageTimer.start(std::chrono::seconds(30));

    showCached();
    showStorageTrouble();
    // A session that ends takes its account along a moment before this window goes.
    QTimer::singleShot(afterFirstPaint, &m_account, [self = QPointer<MainWindow>(this)] {
        if (self)
            self->refresh();
    });
}

MainWindow::~MainWindow() = default;

github::Request<github::Viewer> MainWindow::viewerRequest() const
{
    const Provider &provider = m_account.provider();
    return provider.api == Provider::Api::GitHub ? github::viewer(provider.apiBaseUrl)
                                                 : github::viewerFromUserinfo(provider.server.userinfoEndpoint);
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
    m_ui->refreshAction->setEnabled(false);
    m_ui->ageLabel->setText(tr("Asking %1…").arg(m_account.provider().name));
    m_account.get(viewerRequest(), this, [this](const Result<github::Viewer> &viewer) {
        m_ui->refreshAction->setEnabled(true);
        if (!viewer)
            return showTrouble(viewer.error());
        m_fetchedAt = m_clock();
        m_ui->troubleBar->clear();
        showViewer(*viewer);
        showAge();
        fetchAvatar(viewer->avatar);
    });
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
    const auto avatar = m_account.cached(github::image(viewer.avatar));
    if (!avatar || !showAvatar(avatar->value))
        m_ui->avatarLabel->setPixmap(letterAvatar(viewer.displayName(), avatarSide, devicePixelRatioF(), palette()));
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
        m_ui->factsLayout->setRowVisible(label, !text.isEmpty());
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

void MainWindow::showTrouble(const Error &error)
{
    m_ui->troubleBar->say(words::resourceTrouble(error, m_account.provider()), NoticeBar::Tone::Warning);
    m_ui->troubleBar->offer(tr("Try again"), [this] { refresh(); });
    showAge();
}

void MainWindow::showStorageTrouble()
{
    const auto &trouble = m_account.storageTrouble();
    if (!trouble)
        return m_ui->storageBar->clear();
    m_ui->storageBar->say(words::storageTrouble(*trouble), NoticeBar::Tone::Warning);
    if (words::isCuredByUnlocking(*trouble))
        m_ui->storageBar->offer(tr("Try again"), [this] { m_account.storeAgain(); });
}

void MainWindow::showAge()
{
    m_ui->ageLabel->setText(m_fetchedAt.isValid() ? tr("Updated %1").arg(words::age(m_fetchedAt, m_clock()))
                                                  : tr("Nothing has been received yet"));
}

void MainWindow::showAbout()
{
    QMessageBox::about(this, tr("About Latchkey"),
                       tr("<h3>Latchkey %1</h3><p>Signs you in to GitHub, or any OAuth 2 server, and keeps you signed "
                          "in.</p><p>Free software under the GNU General Public License, version 3 or later. Built on "
                          "Qt %2 and QtKeychain.</p>").arg(QStringLiteral(LATCHKEY_VERSION), QString::fromLatin1(qVersion())));
}

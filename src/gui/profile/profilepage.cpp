// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/profile/profilepage.h"

#include "gui/parts/labels.h"
#include "gui/profile/avatar.h"
#include "gui/profile/githuboverview.h"
#include "ui_profilepage.h"

#include <QLocale>

namespace {

constexpr int avatarSide = 112;

} // namespace

ProfilePage::ProfilePage(Account &account, QWidget *parent)
    : Page(parent), m_account(account), m_ui(std::make_unique<Ui::ProfilePage>()),
      m_afterLimit(SessionOptions{.clock = [&account] { return account.now(); }})
{
    m_ui->setupUi(this);
    m_ui->avatarLabel->setFixedSize(avatarSide, avatarSide);
    enlarge(m_ui->nameLabel, 1.8, true);
    enlarge(m_ui->loginLabel, 1.1, false);
    for (QLabel *count :
         std::initializer_list<QLabel *>{m_ui->followersValue, m_ui->followingValue, m_ui->publicRepositoriesValue})
        enlarge(count, 1.4, true);
    for (QLabel *label : std::initializer_list<QLabel *>{
             m_ui->loginLabel, m_ui->followersLabel, m_ui->followingLabel, m_ui->publicRepositoriesLabel,
             m_ui->companyLabel, m_ui->locationLabel, m_ui->emailLabel, m_ui->websiteLabel, m_ui->memberSinceLabel})
        useSecondaryText(label);
    connect(&m_afterLimit, &RetryTimer::due, this, &ProfilePage::refresh);
    connect(&account, &Account::awoke, &m_afterLimit, &RetryTimer::wake);
    connect(&account, &Account::identityChanged, this, &ProfilePage::showIdentity);
    showCached();
}

ProfilePage::~ProfilePage() = default;

/// The overview has many parts, and decoding the first picture makes Qt load its plugins for all image formats.
void ProfilePage::start()
{
    if (std::exchange(m_isStarted, true))
        return;
    showCachedAvatar();
    if (isGitHub())
        addOverview();
    refresh();
}

bool ProfilePage::isGitHub() const
{
    return m_account.provider().api == Provider::Api::GitHub;
}

github::Request<github::Viewer> ProfilePage::viewerRequest() const
{
    const Provider &provider = m_account.provider();
    return isGitHub() ? github::viewer(provider.apiBaseUrl) : github::viewerFromUserinfo(provider.server.userinfoEndpoint);
}

void ProfilePage::addOverview()
{
    m_overview = new GitHubOverview(m_account, *m_ui->factsLayout, this);
    connect(m_overview, &GitHubOverview::failed, this, &ProfilePage::fail);
    m_ui->profileLayout->insertWidget(m_ui->profileLayout->indexOf(m_ui->factsLayout) + 1, m_overview);
}

/// Without a cached profile, the page at least says who is signed in.
void ProfilePage::showCached()
{
    if (const auto viewer = m_account.resources().cached(viewerRequest())) {
        m_receivedAt = viewer->at;
        return showViewer(viewer->value);
    }
    github::Viewer viewer;
    viewer.login = m_account.identity().login;
    viewer.name = m_account.identity().name;
    showViewer(viewer);
}

/// Another process may have found the new login, and cached the profile.
void ProfilePage::showIdentity()
{
    const auto cached = m_account.resources().cached(viewerRequest());
    github::Viewer viewer = cached ? cached->value : m_viewer;
    if (viewer.login != m_account.identity().login) {
        viewer.login = m_account.identity().login;
        viewer.name = m_account.identity().name;
        if (isGitHub() && !viewer.page.isEmpty())
            viewer.page.setPath(QLatin1Char('/') + viewer.login);
    }
    showViewer(viewer);
    Q_EMIT changed();
}

void ProfilePage::refresh()
{
    m_afterLimit.stop();
    m_hasFailed = false;
    m_isRefreshing = true;
    Q_EMIT changed();
    // The overview has the longest answer, so it goes first, on the connection that is already open.
    if (m_overview)
        m_overview->refresh();
    m_account.resources().ask(viewerRequest(), this, [this](const Result<github::Viewer> &viewer) {
        m_isRefreshing = false;
        if (!viewer)
            return fail(viewer.error());
        m_receivedAt = m_account.now();
        showViewer(*viewer);
        fetchAvatar();
        Q_EMIT changed();
        if (!m_hasFailed)
            Q_EMIT succeeded();
    });
}

void ProfilePage::showViewer(const github::Viewer &viewer)
{
    m_viewer = viewer;
    m_url = viewer.page;
    m_ui->nameLabel->setText(viewer.displayName());
    m_ui->loginLabel->setText(viewer.login);
    m_ui->loginLabel->setVisible(viewer.displayName() != viewer.login);
    m_ui->bioLabel->setText(viewer.bio);
    m_ui->bioLabel->setVisible(!viewer.bio.isEmpty());
    showCounts(viewer);
    showFacts(viewer);
    const bool isOther = m_avatar != viewer.avatar || m_avatar.isEmpty();
    m_avatar = viewer.avatar;
    if (isOther && m_isStarted)
        showCachedAvatar();
}

void ProfilePage::showCounts(const github::Viewer &viewer)
{
    const auto show = [](QLabel *label, const std::optional<qint64> &count) {
        label->setText(count ? QLocale().toString(*count) : QStringLiteral("–"));
    };
    show(m_ui->followersValue, viewer.followers);
    show(m_ui->followingValue, viewer.following);
    show(m_ui->publicRepositoriesValue, viewer.publicRepositories);
    m_ui->countsFrame->setVisible(viewer.followers || viewer.following || viewer.publicRepositories);
}

void ProfilePage::showFacts(const github::Viewer &viewer)
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

void ProfilePage::showCachedAvatar()
{
    const auto avatar = m_account.resources().cached(github::image(m_avatar));
    if (avatar && showAvatar(avatar->value))
        return;
    m_ui->avatarLabel->setPixmap(letterAvatar(m_ui->nameLabel->text(), avatarSide, devicePixelRatioF(), palette()));
}

void ProfilePage::fetchAvatar()
{
    if (m_avatar.isEmpty())
        return;
    m_account.resources().ask(github::image(m_avatar), this, [this](const Result<QByteArray> &image) {
        if (image && showAvatar(*image))
            Q_EMIT changed();
    });
}

/// Returns false if the bytes are not an image.
bool ProfilePage::showAvatar(const QByteArray &image)
{
    const QPixmap avatar = roundAvatar(image, avatarSide, devicePixelRatioF());
    if (!avatar.isNull())
        m_ui->avatarLabel->setPixmap(avatar);
    return !avatar.isNull();
}

void ProfilePage::fail(const Error &error)
{
    m_hasFailed = true;
    m_afterLimit.waitOutLimit(error);
    Q_EMIT changed();
    Q_EMIT failed(error);
}

#include "moc_profilepage.cpp"

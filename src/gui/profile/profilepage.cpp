// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/profile/profilepage.h"

#include "browser/openpage.h"
#include "gui/look/measures.h"
#include "gui/parts/avatar.h"
#include "gui/pictures/readpicture.h"
#include "gui/profile/githuboverview.h"
#include "gui/profile/profileside.h"

#include <QBoxLayout>
#include <QEvent>

namespace {

constexpr int twoColumns = 760; // From this width on.
constexpr int widestAvatar = 512;

} // namespace

ProfilePage::ProfilePage(Account &account, QWidget *parent)
    : Page(parent), m_account(account), m_columns(new QBoxLayout(QBoxLayout::LeftToRight, this)),
      m_side(new ProfileSide(account.provider().name, this)),
      m_afterLimit(SessionOptions{.clock = [&account] { return account.now(); }})
{
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->addWidget(m_side, 0, Qt::AlignTop);
    arrange();
    connect(m_side, &ProfileSide::pageRequested, this, [this] { openPage(m_url, this); });
    connect(&m_afterLimit, &RetryTimer::due, this, &ProfilePage::refresh);
    connect(&account, &Account::awoke, &m_afterLimit, &RetryTimer::wake);
    connect(&account, &Account::identityChanged, this, &ProfilePage::showIdentity);
    showCached();
}

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
    m_overview = new GitHubOverview(m_account, *m_side, this);
    connect(m_overview, &GitHubOverview::failed, this, &ProfilePage::fail);
    connect(m_overview, &GitHubOverview::retryRequested, this, &ProfilePage::refresh);
    m_columns->addWidget(m_overview, 1);
    arrange();
}

/// Two columns where there is room for them, and something to show in the second.
void ProfilePage::arrange()
{
    const bool isWide = isGitHub() && width() >= look::zoomed(twoColumns);
    m_columns->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->setSpacing(look::zoomed(look::space5));
    m_side->setColumn(isWide);
}

void ProfilePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void ProfilePage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    arrange();
    if (!m_isStarted)
        return;
    if (const auto avatar = m_account.resources().cached(github::image(m_avatar)))
        showAvatar(avatar->value); // At another zoom it has other pixels.
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
    m_side->showViewer(viewer);
    const bool isOther = m_avatar != viewer.avatar || m_avatar.isEmpty();
    m_avatar = viewer.avatar;
    if (isOther && m_isStarted)
        showCachedAvatar();
}

void ProfilePage::showCachedAvatar()
{
    const auto avatar = m_account.resources().cached(github::image(m_avatar));
    if (avatar && showAvatar(avatar->value))
        return;
    showPicture({});
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
    const QImage avatar = readPictureTo(widestAvatar, image).image;
    if (!avatar.isNull())
        showPicture(middleSquare(avatar, m_side->pictureSide()));
    return !avatar.isNull();
}

void ProfilePage::showPicture(const QImage &picture)
{
    m_side->showPicture(picture);
    Q_EMIT pictureChanged(picture);
}

void ProfilePage::fail(const Error &error)
{
    m_hasFailed = true;
    m_afterLimit.waitOutLimit(error);
    Q_EMIT changed();
    Q_EMIT failed(error);
}

#include "moc_profilepage.cpp"

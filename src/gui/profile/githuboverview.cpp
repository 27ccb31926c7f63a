// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/profile/githuboverview.h"

#include "github/pictures.h"
#include "github/viewer.h"
#include "gui/controls/labels.h"
#include "gui/richtext/richtextview.h"
#include "richtext/markdown.h"

namespace {

QString htmlOf(const github::Readme &readme)
{
    return readme.isMarkdown ? richtext::fromMarkdown(readme.text) : readme.text;
}

} // namespace

GitHubOverview::GitHubOverview(Account &account, ProfileSide &side, QWidget *parent)
    : OverviewPanel(side, parent), m_account(account)
{
    setLogin(account.identity().login);
    connect(this, &OverviewPanel::yearChosen, this, &GitHubOverview::chooseYear);
    setOrganizationsPage(
        account.provider().server.authorizationEndpoint.resolved(QUrl(QStringLiteral("/settings/organizations"))));
    placeReadme();
    connect(&account, &Account::identityChanged, this, [this] {
        setLogin(m_account.identity().login);
        placeReadme();
        refreshReadme();
    });
    connect(&account, &Account::awoke, this, [this] { readme().retryPictures(); });
    showCachedOverview();
    showCachedReadme();
}

/// GitHub serves the files of a profile's repository below its address.
void GitHubOverview::placeReadme()
{
    const QUrl host = m_account.provider().server.authorizationEndpoint;
    const QString &login = m_account.identity().login;
    const auto below = [&](const QString &path) {
        QUrl url = host.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
        url.setPath(QStringLiteral("/%1/%1").arg(login) + path);
        return url;
    };
    readme().setPlace({.files = below(QStringLiteral("/blob/HEAD/")),
                       .rawFiles = below(QStringLiteral("/raw/HEAD/")),
                       .isPictureAllowed = [host](const QUrl &picture) { return github::isPictureOfHost(picture, host); }},
                      [this](const QUrl &url, QObject *context, const Receiver<QByteArray> &receiver) {
                          fetchPicture(url, context, receiver);
                      });
    readme().setWholeText(below({}), tr("Open the rest on %1").arg(shortened(m_account.provider().name)));
}

void GitHubOverview::fetchPicture(const QUrl &url, QObject *context, const Receiver<QByteArray> &receiver)
{
    if (const auto picture = m_account.resources().cached(github::image(url)))
        QMetaObject::invokeMethod(context, [receiver, bytes = picture->value] { receiver(bytes); }, Qt::QueuedConnection);
    else
        m_account.resources().ask(github::image(url), context, receiver);
}

github::Request<github::Overview> GitHubOverview::overviewRequest() const
{
    return github::overview(m_account.provider().graphqlUrl, m_year);
}

github::Request<github::Readme> GitHubOverview::readmeRequest() const
{
    return github::profileReadme(m_account.provider().apiBaseUrl, m_account.identity().login);
}

void GitHubOverview::showCachedOverview()
{
    if (const auto overview = m_account.resources().cached(overviewRequest()))
        show(overview->value, m_year);
}

void GitHubOverview::showCachedReadme()
{
    if (const auto readme = m_account.resources().cached(readmeRequest()))
        showReadme(htmlOf(readme->value));
}

void GitHubOverview::refresh()
{
    readme().retryPictures();
    expectAgain();
    refreshOverview();
    refreshReadme();
}

void GitHubOverview::refreshOverview()
{
    const int year = m_year;
    const int question = ++m_lastQuestion;
    m_account.resources().ask(overviewRequest(), this, [this, year, question](const Result<github::Overview> &overview) {
        if (overview && year == m_year)
            show(*overview, year);
        if (question != m_lastQuestion)
            return;
        stopExpecting(shortened(m_account.provider().name));
        if (!overview)
            Q_EMIT failed(overview.error());
        else if (overview->isDamaged)
            Q_EMIT failed(Error::malformed(QStringLiteral("overview"), QStringLiteral("parts are missing")));
    });
}

void GitHubOverview::refreshReadme()
{
    const auto request = readmeRequest();
    m_account.resources().ask(request, this, [this, request](const Result<github::Readme> &readme) {
        if (request.request.url() != readmeRequest().request.url())
            return; // The login is another one now.
        if (readme)
            return showReadme(htmlOf(*readme));
        if (readme.error().kind == Error::Kind::Unreachable)
            return stopExpectingReadme(shortened(m_account.provider().name));
        if (readme.error().code != QLatin1String("http_404"))
            return;
        m_account.resources().forget(request); // It has been deleted or made private.
        showReadme({});
    });
}

void GitHubOverview::chooseYear(int year)
{
    m_year = year;
    showCachedOverview();
    expect(year);
    refreshOverview();
}

#include "moc_githuboverview.cpp"

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/profile/githuboverview.h"

#include "github/viewer.h"

GitHubOverview::GitHubOverview(Account &account, QGridLayout &facts, QWidget *parent)
    : OverviewPanel(facts, parent), m_account(account)
{
    connect(this, &OverviewPanel::yearChosen, this, &GitHubOverview::chooseYear);
    setOrganizationsPage(
        account.provider().server.authorizationEndpoint.resolved(QUrl(QStringLiteral("/settings/organizations"))));
    allowPictures();
    connect(&account, &Account::identityChanged, this, [this] {
        allowPictures();
        refreshReadme();
    });
    showCachedOverview();
    showCachedReadme();
}

/// GitHub serves the files next to a profile README below the address of its repository.
void GitHubOverview::allowPictures()
{
    QUrl base = m_account.provider().server.authorizationEndpoint;
    base.setPath(QStringLiteral("/%1/%1/raw/HEAD/").arg(m_account.identity().login));
    setPictures(base, [this](const QUrl &url, QObject *context, const Receiver<QByteArray> &receiver) {
        if (const auto picture = m_account.resources().cached(github::image(url)))
            QMetaObject::invokeMethod(context, [receiver, bytes = picture->value] { receiver(bytes); }, Qt::QueuedConnection);
        else
            m_account.resources().ask(github::image(url), context, receiver);
    });
}

github::Request<github::Overview> GitHubOverview::overviewRequest() const
{
    return github::overview(m_account.provider().graphqlUrl, m_year);
}

github::Request<QByteArray> GitHubOverview::readmeRequest() const
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
    if (const auto markdown = m_account.resources().cached(readmeRequest()))
        showReadme(QString::fromUtf8(markdown->value));
}

void GitHubOverview::refresh()
{
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
        if (!overview)
            Q_EMIT failed(overview.error());
        else if (overview->isDamaged)
            Q_EMIT failed(Error::malformed(QStringLiteral("overview"), QStringLiteral("parts are missing")));
    });
}

void GitHubOverview::refreshReadme()
{
    const auto request = readmeRequest();
    m_account.resources().ask(request, this, [this, request](const Result<QByteArray> &markdown) {
        if (request.request.url() != readmeRequest().request.url())
            return; // The login is another one now.
        if (markdown)
            return showReadme(QString::fromUtf8(*markdown));
        if (markdown.error().code != QLatin1String("http_404"))
            return;
        m_account.resources().forget(request); // It has been deleted or made private.
        showReadme({});
    });
}

void GitHubOverview::chooseYear(int year)
{
    m_year = year;
    showCachedOverview();
    refreshOverview();
}

#include "moc_githuboverview.cpp"

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/readme.h"
#include "gui/profile/overviewpanel.h"
#include "session/account.h"

/// The overview of an account at GitHub: shows the cached answers at once, and new ones after refresh().
class GitHubOverview : public OverviewPanel
{
    Q_OBJECT

public:
    /// Some of it is shown in `side`, see OverviewPanel.
    GitHubOverview(Account &account, ProfileSide &side, QWidget *parent = nullptr);

    /// Asks GitHub again. On errors, the overview stays as it is.
    void refresh();

Q_SIGNALS:
    /// The overview could not be fetched; see ResourceClient::ask().
    void failed(const Error &error);

private:
    github::Request<github::Overview> overviewRequest() const;
    github::Request<github::Readme> readmeRequest() const;
    void placeReadme();
    void fetchPicture(const QUrl &url, QObject *context, const Receiver<QByteArray> &receiver);
    void showCachedOverview();
    void showCachedReadme();
    void refreshOverview();
    void refreshReadme();
    void chooseYear(int year);

    Account &m_account;
    int m_year = 0; ///< Of the calendar; 0 is the last twelve months.
    int m_lastQuestion = 0; ///< Errors of earlier questions are not reported.
};

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/profile/overviewpanel.h"
#include "session/account.h"

/// The overview of an account at GitHub: shows what was seen last, at once, and what GitHub answers when it is asked.
class GitHubOverview : public OverviewPanel
{
    Q_OBJECT

public:
    /// Puts its facts beside those that are in `facts` already.
    GitHubOverview(Account &account, QGridLayout &facts, QWidget *parent = nullptr);

    /// Asks GitHub anew. Where there is no answer, what was there stays.
    void refresh();

Q_SIGNALS:
    void failed(const Error &error);

private:
    github::Request<github::Overview> overviewRequest() const;
    github::Request<QByteArray> readmeRequest() const;
    void allowPictures();
    void showCachedOverview();
    void showCachedReadme();
    void refreshOverview();
    void refreshReadme();
    void chooseYear(int year);

    Account &m_account;
    int m_year = 0; ///< Of the contributions; 0 is the last twelve months.
    int m_lastQuestion = 0; ///< The error of those before it is no news.
};

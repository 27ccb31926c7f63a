// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/viewer.h"
#include "gui/page/page.h"
#include "session/account.h"
#include "session/tokens/retrytimer.h"

class GitHubOverview;
class ProfileSide;
class QBoxLayout;

/// The signed-in person as the server describes them: picture, names and facts; at GitHub, with the overview beside them, or
/// below in a narrow window. Shows at once what the server said last time.
class ProfilePage : public Page
{
    Q_OBJECT

public:
    explicit ProfilePage(Account &account, QWidget *parent = nullptr);

    /// Builds the parts that the first paint does not wait for, and asks the server. Only the first call has an effect.
    void start();

    /// Asks the server again. On errors, the page keeps what it shows.
    void refresh() override;

    QString title() const override { return tr("Profile"); }

    /// True from refresh() until the server has answered for the profile.
    bool isRefreshing() const override { return m_isRefreshing; }

    /// When the server last answered for the profile, in UTC; invalid if it never did.
    QDateTime receivedAt() const override { return m_receivedAt; }

    /// The person's page on the web; empty if they have none.
    QUrl url() const { return m_url; }

Q_SIGNALS:
    /// The server has answered for the profile, and no other question of this refresh has failed so far.
    void succeeded();

    /// A question to the server has failed; see ResourceClient::ask().
    void failed(const Error &error);

    /// The person has another picture; null if it is not known.
    void pictureChanged(const QImage &picture);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool isGitHub() const;
    void arrange();
    github::Request<github::Viewer> viewerRequest() const;
    void addOverview();
    void showCached();
    void showIdentity();
    void showViewer(const github::Viewer &viewer);
    void showCachedAvatar();
    void fetchAvatar();
    bool showAvatar(const QByteArray &image);
    void showPicture(const QImage &picture);
    void fail(const Error &error);

    Account &m_account;
    QBoxLayout *m_columns;
    ProfileSide *m_side;
    GitHubOverview *m_overview = nullptr; ///< Null before start(), and for providers other than GitHub.
    github::Viewer m_viewer; ///< As shown.
    RetryTimer m_afterLimit;
    bool m_isStarted = false;
    bool m_isRefreshing = false;
    bool m_hasFailed = false; ///< A question of this refresh.
    QDateTime m_receivedAt;
    QUrl m_url;
    QUrl m_avatar;
};

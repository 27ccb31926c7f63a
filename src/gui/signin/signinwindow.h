// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/signin/signinways.h"
#include "session/session.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace Ui {
class SignInWindow;
}

/// The gate as the person sees it: the ways to sign in, the attempt under way, and in words why the last one did not
/// work.
class SignInWindow : public QWidget
{
    Q_OBJECT

public:
    SignInWindow(Session &session, const SignInWays &ways);
    ~SignInWindow() override;

    /// Says something above the ways to sign in, such as how a sign-out went, and offers a page to do something about it.
    void say(const QString &text, const QUrl &page = {});

    /// What every attempt from here asks for beside its method.
    void setRequest(const SignInRequest &request) { m_request = request; }

    /// Offers the way back to an account that is signed in; nothing: there is none. Closing the window goes there, too.
    void offerBack(const std::optional<AccountRecord> &account);

    /// Starts with the way that is first on this machine.
    void signInBestWay();

    void signInHere();
    void signInWithBrowser();
    void useCode();
    void askForToken();

Q_SIGNALS:
    void diagnosticsRequested();

    /// The person would rather go back to the account that was offered.
    void backRequested();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void connectPages();
    void showProvider();
    void useProvider(const Provider &provider);
    void useRegistration(const Provider &provider);
    void start(const SignInRequest &request);
    void startPage(oauth::UserAgent &userAgent, bool mayGetLost);
    void goBack();
    void showSession();
    void showStart();
    void showNotice();
    std::optional<Error> error() const;
    void showProgress();
    void offerCode();
    void showPage(QWidget *page);
    void leaveByEscape();
    void showEmbeddedError(const Error &error);
    void copyOpenLink() const;
    void prepareEmbedded();

    Session &m_session;
    const SignInWays m_ways;
    std::unique_ptr<Ui::SignInWindow> m_ui;
    SignInRequest m_request;
    QString m_message;
    QUrl m_messagePage;
    QTimer m_browserPatience;
    bool m_isErrorSeen = false; ///< The person has turned to something else since.
    bool m_isByToken = false; ///< The attempt, or the last one.
    bool m_isEmbeddedPrepared = false;
};

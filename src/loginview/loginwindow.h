// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMainWindow>
#include <QUrl>

class LoginPage;
class QLabel;
class QProgressBar;
class QWebEngineProfile;
class QWebEngineView;

/// The window around the one page: where it is from, whether that is secure, and a way back and out.
class LoginWindow : public QMainWindow
{
    Q_OBJECT

public:
    LoginWindow();
    ~LoginWindow() override;

    /// Shows itself with this page.
    void open(const QUrl &url);

Q_SIGNALS:
    /// The engine's processes are up: a page will appear at once.
    void ready();

    /// The person has had enough.
    void canceled();

    /// The process that draws the page has died.
    void rendererDied();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildToolBar();
    void connectPage();
    void showOrigin(const QUrl &url);
    void handleLoadFinished(bool isLoaded);

    QWebEngineProfile *m_profile;
    LoginPage *m_page;
    QWebEngineView *m_view;
    QLabel *m_origin;
    QLabel *m_notice;
    QProgressBar *m_progress;
    QUrl m_first; ///< What to show as soon as the engine is up.
    bool m_isReady = false;
};

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loginview/protocol/surroundings.h"

#include <QMainWindow>
#include <QUrl>

#include <chrono>
#include <memory>

class LoadBar;
class LoginPage;
class Notice;
class OriginLabel;
class PageLoad;
class QToolBar;
class QWebEngineProfile;
class QWebEngineView;
class ToolBar;

/// The window around the page: shows its host and whether the connection is secure, with buttons for back and cancel.
class LoginWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// A page that sends nothing for as long as `patience` is reported to the person.
    explicit LoginWindow(std::chrono::milliseconds patience = std::chrono::seconds(15));
    ~LoginWindow() override;

    /// Shows the window with this page, over the window that opened it and in its colors.
    void open(const QUrl &url, const Surroundings &surroundings = {});

    /// Has these colors and this zoom from now on. A page has the colors that the engine has started with.
    void useLook(const Surroundings &surroundings);

Q_SIGNALS:
    /// The engine is running, so a page will appear at once.
    void ready();

    /// The person has canceled or closed the window.
    void canceled();

    /// The person wants to go on in their browser.
    void browserRequested();

    /// The process that draws the page has died.
    void rendererDied();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    QAction *addAction(QToolBar &bar, const char *name, const QString &text, const QIcon &icon);
    void buildToolBar();
    void placeOver(const Surroundings &surroundings);
    void connectPage();
    void showOrigin();
    void handleFirstLoad();
    void leaveFocusToPage();
    void reload();
    void closePage();

    QWebEngineProfile *m_profile;
    LoginPage *m_page;
    PageLoad *m_load;
    QWebEngineView *m_view;
    ToolBar *m_bar;
    OriginLabel *m_origin;
    Notice *m_notice;
    LoadBar *m_progress;
    std::unique_ptr<QWindow> m_opener; ///< Of another process.
    QUrl m_first; ///< To be shown once the engine is running.
    bool m_isReady = false;
};

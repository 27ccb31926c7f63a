// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/viewer.h"
#include "session/account.h"

#include <QMainWindow>
#include <QTimer>

#include <functional>
#include <memory>

namespace Ui {
class MainWindow;
}

/// What is behind the gate: the profile of the signed-in account. Nobody can make one without an account, and only
/// Session makes accounts.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    using UrlOpener = std::function<bool(const QUrl &)>;

    /// Opens pages by QDesktopServices unless told otherwise.
    explicit MainWindow(Account &account, UrlOpener openUrl = {}, Clock clock = &QDateTime::currentDateTimeUtc);
    ~MainWindow() override;

    /// Asks the server for the profile anew.
    void refresh();

Q_SIGNALS:
    void signOutRequested();
    void diagnosticsRequested();

private:
    github::Request<github::Viewer> viewerRequest() const;
    void showCached();
    void showViewer(const github::Viewer &viewer);
    void showCounts(const github::Viewer &viewer);
    void showFacts(const github::Viewer &viewer);
    void fetchAvatar(const QUrl &url);
    bool showAvatar(const QByteArray &image);
    void showTrouble(const Error &error);
    void showStorageTrouble();
    void showAge();
    void showAbout();

    Account &m_account;
    const UrlOpener m_openUrl;
    const Clock m_clock;
    std::unique_ptr<Ui::MainWindow> m_ui;
    QTimer m_ageTimer;
    QDateTime m_fetchedAt;
    QUrl m_page;
};

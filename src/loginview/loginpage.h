// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWebEnginePage>

/// A web page that can do what a login page needs, and nothing else.
class LoginPage : public QWebEnginePage
{
    Q_OBJECT

public:
    LoginPage(QWebEngineProfile *profile, QObject *parent);

Q_SIGNALS:
    /// Something was not let through; in words for the person.
    void refused(const QString &sentence);

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;

    /// New windows open in this one, since there is no other.
    QWebEnginePage *createWindow(WebWindowType type) override;

    /// Pages' chatter does not belong on our standard error.
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString &, int, const QString &) override {}
};

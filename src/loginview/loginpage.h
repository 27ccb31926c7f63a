// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWebEnginePage>

/// A web page with only the abilities that a login page needs.
class LoginPage : public QWebEnginePage
{
    Q_OBJECT

public:
    LoginPage(QWebEngineProfile *profile, QObject *parent);

Q_SIGNALS:
    /// Something was blocked. `sentence` tells the person what.
    void refused(const QString &sentence);

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;

    /// Opens new windows in this page, because there is no other.
    QWebEnginePage *createWindow(WebWindowType type) override;

    /// Drops messages of pages, which do not belong on our standard error.
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString &, int, const QString &) override {}
};

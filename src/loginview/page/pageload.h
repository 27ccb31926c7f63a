// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>
#include <QUrl>

class LoginPage;
class QWebEngineLoadingInfo;

/// Follows the way of a page to the screen.
class PageLoad : public QObject
{
    Q_OBJECT

public:
    PageLoad(LoginPage &page, std::chrono::milliseconds patience, QObject *parent);

    /// Loads the page again, or the one that the person waits for if it never came.
    void reload();

    /// The page on the screen; the one that is waited for while there is none. QWebEnginePage::url() is the next page already,
    /// while the one before it can still be typed into.
    QUrl shownUrl() const;

    /// True if the engine shows its error page, since none came from the server.
    bool isErrorShown() const { return m_isErrorShown; }

    /// True if a page of a server came before this one.
    bool canGoBack() const;

    /// Chromium's own way back passes over pages that the person did not touch, and would end at the blank first one.
    void goBack();

Q_SIGNALS:
    /// A page is on its way, or goes on after stuck().
    void moving();

    /// Nothing has come for as long as the patience, and no page is to be seen. `sentence` says so.
    void stuck(const QString &sentence);

    /// `isShown`: the person sees a page of the server, whatever its status. `problem` is a sentence if they do not, and have
    /// nothing else to look at.
    void ended(bool isShown, const QString &problem);

private:
    void begin(const QUrl &url, bool isForm);
    void noteLife();
    void lookForPage();
    void end(const QWebEngineLoadingInfo &info);
    QString problemOf(const QWebEngineLoadingInfo &info) const;

    LoginPage &m_page;
    QTimer m_silence;
    QUrl m_wanted;
    bool m_isForm = false;
    bool m_isStuck = false;
    bool m_isErrorShown = false;
};

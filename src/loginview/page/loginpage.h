// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loginview/questions/pagemessages.h"
#include "loginview/questions/passwordquestions.h"

#include <QWebEnginePage>

/// A web page with only the abilities that a login page needs.
class LoginPage : public QWebEnginePage
{
    Q_OBJECT

public:
    LoginPage(QWebEngineProfile *profile, QObject *parent);

    /// The person opens or reloads a page: it may ask and speak again.
    void allowQuestions();

    /// True while the page waits for the person.
    bool isAsking() const { return m_messages.isOpen() || m_passwords.isOpen(); }

Q_SIGNALS:
    /// The page, and not a frame in it, is to be another one; of a form that the person has sent, or a link, a redirect, ….
    void navigating(const QUrl &url, bool isForm);

    /// Something was blocked. `sentence` tells the person what.
    void refused(const QString &sentence);

    /// The page asks for something that only a browser has. `sentence` tells the person what.
    void browserNeeded(const QString &sentence);

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;

    /// Opens new windows in this page, because there is no other.
    QWebEnginePage *createWindow(WebWindowType type) override;

    /// None: the page gets no file.
    QStringList chooseFiles(FileSelectionMode mode, const QStringList &oldFiles, const QStringList &acceptedMimeTypes) override;

    void javaScriptAlert(const QUrl &origin, const QString &text) override;
    bool javaScriptConfirm(const QUrl &origin, const QString &text) override;
    bool javaScriptPrompt(const QUrl &origin, const QString &text, const QString &proposal, QString *answer) override;

    /// Logs the place, but not the text: pages write passwords and codes to their console.
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &, int line, const QString &source) override;

private:
    void removeAbilities();
    void removePasskeys();
    void connectRefusals();
    void answerQuestions();
    void fillIn(const PasswordChallenge &challenge, QAuthenticator *authenticator);
    QWidget *window() const;

    PageMessages m_messages;
    PasswordQuestions m_passwords;
};

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/useragent.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>

#include <memory>

/// A person at a browser, without a window: fills in the login and consent pages of an authorization server over HTTP
/// until the redirect URI has answered. It works with the forms of the demo provider, oidc-provider and Django OAuth
/// Toolkit, and knows nothing else about these servers.
class FormFillingUserAgent : public oauth::UserAgent
{
    Q_OBJECT

public:
    /// The person's answer to the consent page.
    enum class Answer {
        Allow,
        Deny,
        None, ///< The page stays open.
    };

    /// The credentials for the login form.
    struct Person
    {
        QString userName;
        QString password;
    };

    explicit FormFillingUserAgent(const Person &person);

    void setAnswer(Answer answer) { m_answer = answer; }

    /// Another person takes over, with a fresh browser session.
    void switchTo(const Person &person);

    void show(const QUrl &authorizationRequest) override;

    /// Answers the page for device codes, whose URL includes the code, and loads the page that follows.
    void visitDevicePage(const QUrl &verificationUriComplete);

    /// Only counted. A system browser cannot be closed either, and may still load its last page.
    void dismiss() override { ++dismissCount; }

    QList<QUrl> shown; ///< The authorization requests.
    int dismissCount = 0;
    int loginCount = 0; ///< How often the login form was filled in.
    int lastStatus = 0; ///< Of the redirect URI's answer, or of the last page of a device grant.

private:
    void visit(const QUrl &url);
    void submit(const QUrl &url, const QByteArray &form);
    void leavePage();
    void follow(QNetworkReply *reply);
    void read(const QUrl &url, int status, const QString &html);
    void giveUp(const QString &why);

    Person m_person;
    Answer m_answer = Answer::Allow;
    std::unique_ptr<QNetworkAccessManager> m_network;
    QPointer<QNetworkReply> m_reply;
    QString m_redirectUri;
    int m_stepsLeft = 0;
};

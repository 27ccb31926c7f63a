// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/useragent.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>

#include <memory>

/// A person at a browser, without a window: walks the login and consent pages of an authorization server over HTTP, as
/// they are, until the redirect URI has answered. Knows the demo provider, oidc-provider and Django OAuth Toolkit by
/// nothing but their forms.
class FormFillingUserAgent : public oauth::UserAgent
{
    Q_OBJECT

public:
    /// What the person answers when they are asked to consent.
    enum class Answer {
        Allow,
        Deny,
        None, ///< The page stays open.
    };

    /// Who sits there. An account of the server, for its login form.
    struct Person
    {
        QString userName;
        QString password;
    };

    explicit FormFillingUserAgent(const Person &person);

    void setAnswer(Answer answer) { m_answer = answer; }

    /// Somebody else sits down; the browser forgets who was signed in at the server.
    void switchTo(const Person &person);

    void show(const QUrl &authorizationRequest) override;

    /// Opens the page for device codes, at an address that has the code in it, and goes on to the page that says how it
    /// ended.
    void visitDevicePage(const QUrl &verificationUriComplete);

    /// Only counts, as a browser of the person's own does: the last page may still be on its way.
    void dismiss() override { ++dismissCount; }

    QList<QUrl> shown; ///< The authorization requests.
    int dismissCount = 0;
    int loginCount = 0; ///< How often the login form was filled in.
    int lastStatus = 0; ///< Of the answer of the redirect URI, or of the page at the end of a device's sign-in.

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

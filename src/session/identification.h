// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/tokenset.h"
#include "result/answering.h"
#include "session/storage/identity.h"
#include "session/storage/resourcecache.h"
#include "session/tokens/sessionoptions.h"

#include <QNetworkReply>

#include <memory>

/// Whose token it is, and what the server says of the token.
struct Identified
{
    Identity identity;
    oauth::TokenSet tokens;
    CachedAnswer answer; ///< About the person, and so the profile's first data.
};

/// Asks the resource server whose token it is. It is asked several times: the person has signed in already, and would have to
/// do so once more.
class Identification : public QObject
{
    Q_OBJECT

public:
    Identification(const Provider &provider, const oauth::TokenSet &tokens, std::shared_ptr<http::StrictAccessManager> network,
                   const SessionOptions &options);
    ~Identification() override;

    /// Errors are those of readIdentity() and of refusalOfNewToken(), and Denied "wrong_subject" if the answer is not about
    /// the person of the ID token. The receiver may delete this object.
    void start(QObject *context, Receiver<Identified> receiver);

private:
    void ask();
    void readReply(QNetworkReply &reply);
    void readAboutToken(const http::Answer &answer);

    const Provider m_provider;
    oauth::TokenSet m_tokens;
    const std::shared_ptr<http::StrictAccessManager> m_network;
    const SessionOptions m_options;
    int m_tries = 0;
    Answering<Identified> m_answering;
};

/// The time in GitHub's header about a token that expires, in UTC; invalid if it cannot be read.
QDateTime tokenExpiry(const QByteArray &header);

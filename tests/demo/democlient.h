// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/faultyprovider.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QUrlQuery>

struct HttpReply
{
    int status = 0;
    QByteArray body;
    QUrl location;
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case.

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
};

using FormFields = QList<std::pair<QString, QString>>;

/// A browser and an OAuth client in one, which can send the demo provider any request, right or wrong.
class DemoClient
{
public:
    explicit DemoClient(demo::FaultyProvider &server) : m_server(server)
    {
        m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        m_network.setAutoDeleteReplies(true);
    }

    const QString verifier = QString(50, QLatin1Char('v'));
    QString user = demo::Login::userName();
    QString scope = QStringLiteral("read:user user:email");
    QString redirectUri = QStringLiteral("http://127.0.0.1:1/oauth/callback");

    static QByteArray encode(const FormFields &fields)
    {
        QByteArray text;
        for (const auto &[name, value] : fields)
            text += (text.isEmpty() ? "" : "&") + name.toLatin1() + '=' + QUrl::toPercentEncoding(value);
        return text;
    }

    FormFields authorizationRequest() const
    {
        const QByteArray challenge = QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256)
                                         .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        return {{QStringLiteral("response_type"), QStringLiteral("code")},
                {QStringLiteral("client_id"), QStringLiteral("latchkey-demo")},
                {QStringLiteral("redirect_uri"), redirectUri},
                {QStringLiteral("scope"), scope},
                {QStringLiteral("state"), QStringLiteral("st&te")},
                {QStringLiteral("code_challenge"), QString::fromLatin1(challenge)},
                {QStringLiteral("code_challenge_method"), QStringLiteral("S256")}};
    }

    QUrl authorizationUrl(const FormFields &fields) const
    {
        QUrl url = m_server.authorizationEndpoint();
        url.setQuery(QString::fromLatin1(encode(fields)));
        return url;
    }

    HttpReply logIn(const QUrl &authorizationUrl, const QString &password = demo::Login::password())
    {
        const QString returnTo = authorizationUrl.path() + QLatin1Char('?') + authorizationUrl.query(QUrl::FullyEncoded);
        return post(authorizationUrl.resolved(QUrl(QStringLiteral("/login"))),
                    {{QStringLiteral("return_to"), returnTo},
                     {QStringLiteral("login"), user},
                     {QStringLiteral("password"), password}});
    }

    HttpReply decide(const QUrl &authorizationUrl, bool consents)
    {
        static const QRegularExpression csrfToken(QStringLiteral("name=\"authenticity_token\" value=\"([^\"]+)\""));
        const QString page = QString::fromUtf8(send("GET", QNetworkRequest(authorizationUrl)).body);
        return post(authorizationUrl, {{QStringLiteral("authenticity_token"), csrfToken.match(page).captured(1)},
                                       {QStringLiteral("authorize"), consents ? QStringLiteral("1") : QStringLiteral("0")}});
    }

    /// Signs in on the pages. Returns the query of the redirect.
    QUrlQuery authorize(bool consents = true)
    {
        const QUrl url = authorizationUrl(authorizationRequest());
        logIn(url);
        return QUrlQuery(decide(url, consents).location);
    }

    FormFields tokenRequest(const QString &code) const
    {
        return {{QStringLiteral("grant_type"), QStringLiteral("authorization_code")},
                {QStringLiteral("client_id"), QStringLiteral("latchkey-demo")},
                {QStringLiteral("client_secret"), QStringLiteral("demo secret")},
                {QStringLiteral("code"), code},
                {QStringLiteral("redirect_uri"), redirectUri},
                {QStringLiteral("code_verifier"), verifier}};
    }

    QJsonObject exchange(const QString &code)
    {
        return post(m_server.tokenEndpoint(), tokenRequest(code), "application/json").json();
    }

    QJsonObject refresh(const QString &refreshToken)
    {
        return post(m_server.tokenEndpoint(),
                    {{QStringLiteral("grant_type"), QStringLiteral("refresh_token")},
                     {QStringLiteral("client_id"), QStringLiteral("latchkey-demo")},
                     {QStringLiteral("client_secret"), QStringLiteral("demo secret")},
                     {QStringLiteral("refresh_token"), refreshToken}}, "application/json").json();
    }

    QJsonObject signIn() { return exchange(authorize().queryItemValue(QStringLiteral("code"))); }

    HttpReply get(const QString &path, const QString &token, const QByteArray &etag = {})
    {
        QNetworkRequest request(QUrl(m_server.apiBaseUrl().toString() + path));
        request.setRawHeader("Authorization", "Bearer " + token.toLatin1());
        if (!etag.isEmpty())
            request.setRawHeader("If-None-Match", etag);
        return send("GET", request);
    }

    HttpReply change(const QByteArray &method, const QString &path, const QString &token)
    {
        QNetworkRequest request(QUrl(m_server.apiBaseUrl().toString() + path));
        request.setRawHeader("Authorization", "Bearer " + token.toLatin1());
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        return send(method, request, "{}");
    }

    HttpReply deleteToken(const QString &token)
    {
        QNetworkRequest request(QUrl(m_server.applicationsEndpoint().toString() + QStringLiteral("/latchkey-demo/token")));
        request.setRawHeader("Authorization", "Basic " + QByteArray("latchkey-demo:demo secret").toBase64());
        const QJsonObject body = token.isEmpty() ? QJsonObject() : QJsonObject{{QStringLiteral("access_token"), token}};
        return send("DELETE", request, QJsonDocument(body).toJson());
    }

    HttpReply post(const QUrl &url, const FormFields &fields, const QByteArray &accept = "text/html")
    {
        QNetworkRequest request(url);
        request.setRawHeader("Accept", accept);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
        return send("POST", request, encode(fields));
    }

    HttpReply send(const QByteArray &method, QNetworkRequest request, const QByteArray &body = {})
    {
        QNetworkReply *reply = m_network.sendCustomRequest(request, method, body);
        QSignalSpy finished(reply, &QNetworkReply::finished);
        finished.wait();
        HttpReply answer{reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
                         QUrl::fromEncoded(reply->rawHeader("Location")), {}};
        for (const auto &[name, value] : reply->rawHeaderPairs())
            answer.headers.insert(name.toLower(), value);
        return answer;
    }

private:
    demo::FaultyProvider &m_server;
    QNetworkAccessManager m_network;
};

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/resourcerequest.h"

#include "session/account.h"
#include "session/log.h"

#include <QNetworkReply>

namespace {

/// A server's word that the token, and not a proxy or a missing right, is the trouble.
bool comesFromResourceServer(const http::Answer &answer, Provider::Api api)
{
    if (api == Provider::Api::GitHub)
        return !answer.header("x-github-request-id").isEmpty();
    return answer.header("www-authenticate").toLower().startsWith("bearer");
}

/// GitHub answers every request of a suspended person so.
bool isSuspended(const http::Answer &answer, Provider::Api api)
{
    return api == Provider::Api::GitHub && answer.status == 403 && comesFromResourceServer(answer, api)
        && answer.body.contains("account was suspended");
}

/// An organization of GitHub wants to see its own sign-in first (SAML): "required; url=…".
bool isSingleSignOnRequired(const http::Answer &answer)
{
    return answer.status == 403 && answer.header("x-github-sso").startsWith("required");
}

/// Where the person signs in to the organization. Only a page of the provider: nobody else is to be trusted with it.
QUrl singleSignOnPage(const http::Answer &answer, const Provider &provider)
{
    const QByteArray value = answer.header("x-github-sso");
    const qsizetype start = value.indexOf("url=");
    const QUrl page = start < 0 ? QUrl() : QUrl::fromEncoded(value.mid(start + 4).trimmed(), QUrl::StrictMode);
    return provider.isItsPage(page) ? page : QUrl();
}

/// How many organizations have left nothing of theirs in an answer: "partial-results; organizations=1,2".
int organizationsLeftOut(const http::Answer &answer)
{
    const QByteArray value = answer.header("x-github-sso");
    const qsizetype start = value.indexOf("organizations=");
    return value.startsWith("partial-results") && start > 0 ? int(value.mid(start).count(',')) + 1 : 0;
}

/// GitHub says 403 where its limits are used up, the primary and the secondary one.
bool isRateLimited(const http::Answer &answer)
{
    return answer.status == 403 && (answer.header("x-ratelimit-remaining") == "0" || answer.retryAfter.count() > 0);
}

} // namespace

ResourceRequest::ResourceRequest(Account &account, const QNetworkRequest &request, const QByteArray &method,
                                 const QByteArray &body, std::function<bool(const http::Answer &)> read, QObject *context,
                                 Receiver<http::Answer> receiver)
    : QObject(&account),
      m_account(account),
      m_request(request),
      m_method(method),
      m_body(body),
      m_read(std::move(read)),
      m_cacheKey(Account::cacheKey(request.url(), body)),
      m_limitedResource(RateLimits::resourceOf(request.url())),
      m_carriesToken(account.mayCarryToken(request.url())),
      m_context(context),
      m_receiver(std::move(receiver))
{
    // With the token a redirect must not lead elsewhere: Qt would take the token along (Qt 6.4 to 6.11).
    m_request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                           m_carriesToken ? QNetworkRequest::SameOriginRedirectPolicy
                                          : QNetworkRequest::NoLessSafeRedirectPolicy);
}

void ResourceRequest::start()
{
    if (m_carriesToken && m_account.m_rateLimits.closedUntil(m_limitedResource, m_account.m_clock()).isValid())
        return finish(rateLimited());
    const oauth::TokenSet &tokens = m_account.m_session.tokens;
    if (!m_carriesToken || !isDueForRefresh(tokens, m_account.m_clock()))
        return send();
    m_account.refresh(this, [this](const Result<void> &result) {
        const bool isStillValid = m_account.m_clock() < m_account.expiresAt();
        if (result || isStillValid)
            send();
        else
            finish(result.error());
    });
}

void ResourceRequest::send()
{
    QNetworkRequest request = m_request;
    if (m_carriesToken) {
        m_usedToken = m_account.m_session.tokens.accessToken;
        request.setRawHeader("Authorization", "Bearer " + m_usedToken.toLatin1());
    }
    const auto cached = isChange() ? std::nullopt : m_account.m_cache.find(m_cacheKey);
    if (cached && !cached->etag.isEmpty())
        request.setRawHeader("If-None-Match", cached->etag);
    QNetworkReply *reply = sendTo(*m_account.m_network, request);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        readReply(*reply);
    });
}

QNetworkReply *ResourceRequest::sendTo(http::StrictAccessManager &network, const QNetworkRequest &request) const
{
    if (isChange())
        return network.sendCustomRequest(request, m_method, m_body);
    return m_body.isEmpty() ? network.get(request) : network.post(request, m_body);
}

void ResourceRequest::readReply(QNetworkReply &reply)
{
    const Result<http::Answer> answer = http::readAnswer(reply);
    if (!answer && m_carriesToken && answer.error().code == QLatin1String("http_429")) {
        m_account.m_rateLimits.pauseAfter429(answer.error().retryAfter, m_account.m_clock());
        return finish(rateLimited());
    }
    if (!answer)
        return finish(answer.error());
    if (m_carriesToken)
        m_account.m_rateLimits.read(*answer, m_account.m_clock());
    if (answer->isSuccess() || answer->status == 304)
        accept(*answer);
    else if (m_carriesToken && isSuspended(*answer, m_account.provider().api))
        Q_EMIT m_account.ended(EndReason::Suspended);
    else if (m_carriesToken && isSingleSignOnRequired(*answer))
        finish(Error{Error::Kind::Denied, QStringLiteral("sso_required"), {}, {}, singleSignOnPage(*answer, m_account.provider())});
    else if (m_carriesToken && isTokenRefused(*answer))
        handleRefusedToken(*answer);
    else if (isRateLimited(*answer))
        finish(rateLimited());
    else
        finish(Error{Error::Kind::Denied, QStringLiteral("http_%1").arg(answer->status)});
}

/// With the time that is left until it may be asked again.
Error ResourceRequest::rateLimited() const
{
    const QDateTime now = m_account.m_clock();
    const QDateTime until = m_account.m_rateLimits.closedUntil(m_limitedResource, now);
    return {Error::Kind::Unreachable, QStringLiteral("rate_limited"), {},
            std::chrono::seconds(until.isValid() ? now.secsTo(until) : 0)};
}

void ResourceRequest::accept(const http::Answer &answer)
{
    if (m_carriesToken)
        m_account.noteOrganizationsLeftOut(organizationsLeftOut(answer));
    CachedAnswer current{answer.body, answer.header("etag"), m_account.m_clock()};
    if (answer.status == 304) {
        const auto cached = m_account.m_cache.find(m_cacheKey);
        if (!cached)
            return finish(Error{Error::Kind::Malformed, QStringLiteral("http_304")});
        current.body = cached->body;
        current.etag = cached->etag;
    }
    const http::Answer whole{.status = 200, .body = current.body, .headers = answer.headers};
    if (m_read(whole) && !isChange())
        m_account.m_cache.store(m_cacheKey, current);
    finish(whole);
}

/// RFC 6750 §3.1 has 401 for an expired token; some servers answer 403.
bool ResourceRequest::isTokenRefused(const http::Answer &answer) const
{
    if (answer.status == 401)
        return true;
    return answer.status == 403 && m_account.provider().api == Provider::Api::Oidc;
}

void ResourceRequest::handleRefusedToken(const http::Answer &answer)
{
    const Error refused{Error::Kind::Denied, QStringLiteral("http_%1").arg(answer.status)};
    const oauth::TokenSet &tokens = m_account.m_session.tokens;
    const bool isReplaced = tokens.accessToken != m_usedToken;
    const bool canRefresh = tokens.isRefreshable() && !m_isRetry;
    if (isReplaced && !m_isRetry) {
        m_isRetry = true;
        return send();
    }
    if (canRefresh) {
        m_isRetry = true;
        return m_account.refresh(this, [this](const Result<void> &result) {
            if (result)
                send();
            else
                finish(result.error());
        });
    }
    const bool isExpired = tokens.expiresAt.isValid() && m_account.m_clock() >= tokens.expiresAt;
    if (answer.status == 401 && (isExpired || comesFromResourceServer(answer, m_account.provider().api))) {
        qCInfo(sessionLog) << "the resource server refuses the token";
        Q_EMIT m_account.ended(isExpired ? EndReason::Expired : EndReason::Revoked);
        return;
    }
    finish(refused);
}

/// Answers later: the receiver may sign out, and this object is still at work here.
void ResourceRequest::finish(const Result<http::Answer> &result)
{
    deleteLater();
    QMetaObject::invokeMethod(&m_account, [context = m_context, receiver = m_receiver, result] {
        if (context)
            receiver(result);
    }, Qt::QueuedConnection);
}

#include "moc_resourcerequest.cpp"

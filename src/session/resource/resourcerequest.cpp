// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/resource/resourcerequest.h"

#include "http/endpoint.h"
#include "http/publicname.h"
#include "session/resource/log.h"
#include "session/resource/refusal.h"
#include "session/tokens/refreshschedule.h"

#include <QCryptographicHash>
#include <QNetworkReply>

namespace {

/// Only the resource server gets the token (RFC 9700 §4.9). Avatars, for one, are on other hosts.
bool mayCarryToken(const QUrl &url, const Provider &provider)
{
    if (provider.api == Provider::Api::Oidc)
        return http::isSameOrigin(url, provider.server.userinfoEndpoint);
    return http::isSameOrigin(url, provider.apiBaseUrl) || http::isSameOrigin(url, provider.graphqlUrl);
}

/// A picture's host may lead to any other server, but not into this network or this computer.
bool mayLeadTo(const QUrl &target, const QUrl &from)
{
    return http::isSameOrigin(target, from) || (target.scheme() == QLatin1String("https") && http::hasPublicName(target));
}

/// How long a cached answer is better than a new one that lacks something.
constexpr std::chrono::hours youth(24);

} // namespace

QUrl ResourceQuestion::cacheKey() const
{
    QUrl key = request.url();
    if (!body.isEmpty())
        key.setFragment(QString::fromLatin1(QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex()));
    return key;
}

ResourceRequest::ResourceRequest(ResourceAccess &access, ResourceQuestion question, Answering<http::Answer> answering,
                                 QObject *parent)
    : QObject(parent),
      m_access(access),
      m_question(std::move(question)),
      m_cacheKey(m_question.cacheKey()),
      m_carriesToken(mayCarryToken(m_question.request.url(), access.provider)),
      m_usesCache(!m_question.isChange()),
      m_answering(std::move(answering))
{
    // A redirect of a request with a token must stay on its origin: Qt would send the token along (Qt 6.4 to 6.11).
    m_question.request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                                    m_carriesToken ? QNetworkRequest::SameOriginRedirectPolicy
                                                   : QNetworkRequest::UserVerifiedRedirectPolicy);
}

void ResourceRequest::start()
{
    if (m_carriesToken && closedUntil().isValid())
        return finishRateLimited();
    if (!m_carriesToken || !m_access.tokens.needRefresh())
        return send();
    m_access.tokens.refresh(this, [this](const Result<void> &result) {
        if (result || isStillValid(tokens(), m_access.tokens.now()))
            send();
        else
            finish(result.error());
    });
}

QDateTime ResourceRequest::closedUntil() const
{
    return m_access.rateLimits.closedUntil(m_question.request.url(), m_access.tokens.now());
}

void ResourceRequest::send()
{
    QNetworkRequest request = m_question.request;
    if (m_carriesToken) {
        m_usedToken = tokens().accessToken;
        request.setRawHeader("Authorization", "Bearer " + m_usedToken.toLatin1());
    }
    const auto cached = m_usesCache ? m_access.cache.find(m_cacheKey) : std::nullopt;
    if (cached && !cached->etag.isEmpty())
        request.setRawHeader("If-None-Match", cached->etag);
    QNetworkReply *reply = sendTo(*m_access.network, request);
    connect(reply, &QNetworkReply::redirected, this, [this, reply](const QUrl &target) { followRedirect(*reply, target); });
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        readReply(*reply);
    });
}

/// Only asked for a request without a token.
void ResourceRequest::followRedirect(QNetworkReply &reply, const QUrl &target)
{
    if (m_carriesToken)
        return;
    if (mayLeadTo(target, m_question.request.url())) {
        Q_EMIT reply.redirectAllowed();
        return;
    }
    reply.disconnect(this);
    reply.abort();
    reply.deleteLater();
    finish(Error::unreachable(QStringLiteral("network")));
}

QNetworkReply *ResourceRequest::sendTo(http::StrictAccessManager &network, const QNetworkRequest &request) const
{
    if (m_question.isChange())
        return network.sendCustomRequest(request, m_question.method, m_question.body);
    return m_question.body.isEmpty() ? network.get(request) : network.post(request, m_question.body);
}

void ResourceRequest::readReply(QNetworkReply &reply)
{
    const Result<http::Answer> answer = http::readAnswer(reply, http::TooManyRequests::IsAnAnswer);
    if (!answer)
        return finish(answer.error());
    if (m_carriesToken)
        noteLimits(*answer);
    judgeAnswer(*answer);
}

/// The front end of a server may have a limit, too, but says nothing about the account.
void ResourceRequest::noteLimits(const http::Answer &answer)
{
    const QDateTime now = m_access.tokens.now();
    if (comesFromResourceServer(answer, m_access.provider.api))
        m_access.rateLimits.read(answer, now);
    else if (answer.status == 429)
        m_access.rateLimits.pauseUrl(m_question.request.url(), answer, now);
}

void ResourceRequest::judgeAnswer(const http::Answer &answer)
{
    const Verdict verdict = m_carriesToken ? judge(answer, m_access.provider) : judgeAnonymous(answer);
    switch (verdict) {
    case Verdict::Accepted:
    case Verdict::NotModified: return accept(answer);
    case Verdict::RateLimited:
    case Verdict::SingleSignOnRequired:
    case Verdict::Refused: return finishRefused(answer, verdict);
    case Verdict::Suspended: return m_access.tokens.end(EndReason::Suspended);
    case Verdict::TokenRefused:
    case Verdict::MaybeTokenRefused:
        if (isRefusedToken(answer, verdict))
            m_access.tokens.noteRefused(m_usedToken);
        if (!retryWithOtherToken())
            finishTokenRefused(answer, verdict);
        return;
    }
}

/// An OpenID provider need not send a challenge. If it then refuses to refresh as well, the token is over.
bool ResourceRequest::isRefusedToken(const http::Answer &answer, Verdict verdict) const
{
    const bool mayBeServer = m_access.provider.api == Provider::Api::Oidc && !answer.mediaType.endsWith("html");
    return answer.status == 401 && (verdict == Verdict::TokenRefused || mayBeServer);
}

void ResourceRequest::accept(const http::Answer &answer)
{
    if (m_carriesToken)
        Q_EMIT organizationsLeftOut(::organizationsLeftOut(answer));
    CachedAnswer current{answer.body, answer.header("etag"), m_access.tokens.now(), answer.headers};
    if (answer.status == 304) {
        const auto cached = m_access.cache.find(m_cacheKey);
        if (!cached && m_usesCache)
            return retryWithoutCache();
        if (!cached)
            return finish(Error{Error::Kind::Malformed, QStringLiteral("http_304")});
        current.body = cached->body;
        current.etag = cached->etag;
        current.headers = answer.headers + cached->headers; // The first of a name counts (RFC 9111 §3.2).
    }
    const http::Answer whole{
        .status = 200, .mediaType = answer.mediaType, .body = current.body, .headers = current.headers};
    const Result<Wholeness> wholeness = m_question.read(whole);
    if (!wholeness && answer.status == 304 && m_usesCache)
        return retryWithoutCache();
    if (!wholeness && wholeness.error().code == QLatin1String("rate_limited"))
        return finishRateLimited(answer);
    if (wholeness && !m_question.isChange())
        store(current, *wholeness);
    noteIdentity(current.body);
    finish(whole);
}

/// The server says that the cached answer still holds, but there is none that can be read.
void ResourceRequest::retryWithoutCache()
{
    m_usesCache = false;
    send();
}

/// An answer that lacks something does not replace one that does not, unless it lacks it every day.
void ResourceRequest::store(const CachedAnswer &answer, Wholeness wholeness) const
{
    const auto cached = wholeness == Wholeness::Partial ? m_access.cache.find(m_cacheKey) : std::nullopt;
    if (!cached || !isWholeAndYoung(*cached))
        m_access.cache.store(m_cacheKey, answer);
}

bool ResourceRequest::isWholeAndYoung(const CachedAnswer &cached) const
{
    if (cached.fetchedAt.secsTo(m_access.tokens.now()) >= std::chrono::seconds(youth).count())
        return false;
    const Result<Wholeness> wholeness = m_question.inspect({.status = 200, .body = cached.body, .headers = cached.headers});
    return wholeness && *wholeness == Wholeness::Whole;
}

void ResourceRequest::noteIdentity(const QByteArray &body)
{
    if (!m_carriesToken || m_question.isChange() || m_cacheKey != m_access.provider.identityUrl())
        return;
    if (const Result<Identity> identity = readIdentity(m_access.provider.api, body))
        Q_EMIT identityRead(*identity);
}

/// Once: with the token that has replaced the refused one meanwhile, or after a refresh.
bool ResourceRequest::retryWithOtherToken()
{
    if (m_isRetry)
        return false;
    m_isRetry = true;
    if (tokens().accessToken != m_usedToken) {
        send();
        return true;
    }
    if (!tokens().isRefreshable())
        return false;
    m_access.tokens.refresh(this, [this](const Result<void> &result) {
        if (result)
            send();
        else
            finish(result.error());
    });
    return true;
}

void ResourceRequest::finishTokenRefused(const http::Answer &answer, Verdict verdict)
{
    const bool hasExpired = !isStillValid(tokens(), m_access.tokens.now());
    if (answer.status != 401 || (!hasExpired && verdict == Verdict::MaybeTokenRefused))
        return finishRefused(answer, verdict);
    qCInfo(resourceLog) << "the resource server refuses the token";
    m_access.tokens.end(hasExpired ? EndReason::Expired : EndReason::Revoked);
}

/// The body says so, and maybe no header.
void ResourceRequest::finishRateLimited(const http::Answer &answer)
{
    if (!closedUntil().isValid())
        m_access.rateLimits.pause(answer, m_access.tokens.now());
    finishRateLimited();
}

/// Before a request that the server would refuse.
void ResourceRequest::finishRateLimited()
{
    const QDateTime until = closedUntil();
    finish(Error{Error::Kind::Unreachable, QStringLiteral("rate_limited"), {},
                 std::chrono::seconds(until.isValid() ? m_access.tokens.now().secsTo(until) : 0)});
}

void ResourceRequest::finishRefused(const http::Answer &answer, Verdict verdict)
{
    finish(refusalOf(answer, verdict, m_access.provider, m_access.tokens.now()));
}

void ResourceRequest::finish(const Result<http::Answer> &result)
{
    m_answering.answerLater(parent(), result); // The receiver may end the session.
    deleteLater();
}

#include "moc_resourcerequest.cpp"

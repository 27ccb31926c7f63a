// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/strictaccessmanager.h"

#include "http/answer.h"
#include "http/proxy/proxyroute.h"
#include "http/proxy/systemproxies.h"

#include <QNetworkReply>
#include <QSslConfiguration>
#include <QTimer>

#include <algorithm>
#include <memory>

namespace http {

namespace {

/// A body that can be sent only once. Qt repeats even a POST if its connection breaks before the answer (seen in 6.4).
/// The server would then see a code or a refresh token twice.
class SingleUseBody : public QIODevice
{
public:
    explicit SingleUseBody(const QByteArray &content) : m_content(content) { open(ReadOnly | Unbuffered); }

    qint64 size() const override { return m_content.size(); }
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 maximum) override
    {
        const QByteArrayView part = QByteArrayView(m_content).sliced(pos()).first(qMin(maximum, size() - pos()));
        std::copy(part.begin(), part.end(), data);
        return part.size();
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_content;
};

/// Less than a request may be silent, so that it is known who was.
std::chrono::milliseconds patienceWithProxy(const AnswerLimits &limits)
{
    return std::min<std::chrono::milliseconds>(std::chrono::seconds(10), limits.silence * 2 / 3);
}

constexpr std::chrono::seconds connectionAge(20);
constexpr int mostRenewals = 9;

/// Qt opens a connection ahead by a request with a scheme of Qt's: "preconnect-https".
bool isConnectionOnly(const QNetworkRequest &request)
{
    return request.url().scheme().startsWith(QLatin1String("preconnect-"));
}

} // namespace

StrictAccessManager::StrictAccessManager(const AnswerLimits &limits, QObject *parent)
    : QNetworkAccessManager(parent), m_limits(limits)
{
    setTransferTimeout(int(limits.silence.count()));
    setProxyFactory(new ProxyRoute(&systemProxyFor, patienceWithProxy(limits)));
    m_renewal.setInterval(connectionAge);
}

/// QNetworkAccessManager::setProxy() removes the route.
const ProxyRoute &StrictAccessManager::route()
{
    if (!proxyFactory())
        setProxyFactory(new ProxyRoute([only = proxy()](const QUrl &) { return only; }, patienceWithProxy(m_limits)));
    return static_cast<const ProxyRoute &>(*proxyFactory());
}

/// Offers the same protocols as requests do. Otherwise Qt would not reuse the connection.
void StrictAccessManager::connectAhead(const QUrl &url)
{
    if (url.scheme() == QLatin1String("http"))
        return connectToHost(url.host(), quint16(url.port(80)));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setAllowedNextProtocols({QSslConfiguration::ALPNProtocolHTTP2, QSslConfiguration::NextProtocolHttp1_1});
    connectToHostEncrypted(url.host(), quint16(url.port(443)), tls);
}

void StrictAccessManager::keepConnected(const QUrl &url)
{
    if (url.host().isEmpty())
        return;
    m_renewalsLeft = mostRenewals;
    m_renewal.disconnect();
    connect(&m_renewal, &QTimer::timeout, this, [this, url] {
        if (--m_renewalsLeft == 0)
            m_renewal.stop();
        clearConnectionCache();
        connectAhead(url);
    });
    connectAhead(url);
    m_renewal.start();
}

void StrictAccessManager::answerNoChallenges()
{
    disconnect(this, &QNetworkAccessManager::authenticationRequired, nullptr, nullptr);
}

QNetworkReply *StrictAccessManager::createRequest(Operation operation, const QNetworkRequest &original, QIODevice *body)
{
    if (!isConnectionOnly(original))
        m_renewal.stop();
    QNetworkRequest request(original);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Latchkey/" LATCHKEY_VERSION));
    if (!request.hasRawHeader("Accept"))
        request.setRawHeader("Accept", "application/json");
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    if (!request.attribute(QNetworkRequest::RedirectPolicyAttribute).isValid())
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);

    route(); // Qt asks it for the proxy of this request.
    auto singleUseBody = body ? std::make_unique<SingleUseBody>(body->readAll()) : nullptr;
    QNetworkReply *reply = QNetworkAccessManager::createRequest(operation, request, singleUseBody.get());
    if (singleUseBody)
        singleUseBody.release()->setParent(reply);
    connect(reply, &QNetworkReply::finished, this, [this, reply] { route().note(*reply); });
    QTimer::singleShot(m_limits.total, reply, &QNetworkReply::abort);
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply, limit = m_limits.bytes](qint64 received) {
        if (received > limit) {
            markTooLarge(*reply);
            reply->abort();
        }
    });
    return reply;
}

} // namespace http

#include "moc_strictaccessmanager.cpp"

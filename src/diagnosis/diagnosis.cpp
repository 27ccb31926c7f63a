// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/diagnosis.h"

#include "diagnosis/keychain.h"
#include "diagnosis/loginview.h"
#include "diagnosis/trust.h"
#include "diagnosis/unusedsettings.h"
#include "diagnosis/versions.h"
#include "http/endpoint.h"
#include "http/proxy/proxyproblem.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <algorithm>

namespace diagnosis {

using namespace std::chrono_literals;

namespace {

/// The page of the authorization server to ask for: the issuer's address until its metadata is known.
QUrl authorizationUrlOf(const Provider &provider)
{
    return provider.server.authorizationEndpoint.isEmpty() ? provider.server.issuer
                                                           : provider.server.authorizationEndpoint;
}

} // namespace

Diagnosis::Diagnosis(const Subject &subject, const TimeLimits &limits)
    : m_subject(subject),
      m_limits(limits),
      m_authorizationUrl(authorizationUrlOf(subject.provider)),
      m_resourceUrl(subject.provider.identityUrl())
{}

Diagnosis::~Diagnosis() = default;

void Diagnosis::start()
{
    m_context = std::make_unique<QObject>();
    m_visits.clear();
    m_checks.clear();
    m_isNetworkChecked = false;
    expectAll();
    Q_EMIT progressed();
    checkProxies();
    checkComputer();
}

bool Diagnosis::isFinished() const
{
    return !m_checks.isEmpty() && std::none_of(m_checks.begin(), m_checks.end(), [](const Check &check) {
        return check.finding.state == State::Pending;
    });
}

bool Diagnosis::hasFailed() const
{
    return std::any_of(m_checks.begin(), m_checks.end(),
                       [](const Check &check) { return check.finding.state == State::Failed; });
}

/// Checks a host only once if it is both servers, and leaves out one that is not known yet.
void Diagnosis::expectAll()
{
    const QString host = m_authorizationUrl.host();
    const QString resourceHost = m_resourceUrl.host();
    const auto expect = [this](Topic topic, const QString &name) { m_checks.insert(topic, {name, {}}); };
    expect(Topic::Versions, tr("Versions"));
    expect(Topic::Proxy, tr("Proxy"));
    expect(Topic::Trust, tr("Certificates"));
    expect(Topic::UnusedSettings, tr("Settings of Git and curl"));
    expect(Topic::AuthorizationName, tr("Name of %1").arg(host));
    expect(Topic::AuthorizationTls, tr("Secure connection to %1").arg(host));
    if (!m_resourceUrl.isEmpty() && resourceHost != host)
        expect(Topic::ResourceName, tr("Name of %1").arg(resourceHost));
    if (!m_resourceUrl.isEmpty() && !http::isSameOrigin(m_authorizationUrl, m_resourceUrl))
        expect(Topic::ResourceTls, tr("Secure connection to %1").arg(resourceHost));
    expect(Topic::AuthorizationServer, tr("Authorization server"));
    expect(Topic::ResourceServer, tr("Resource server"));
    expect(Topic::Time, tr("Clock"));
    expect(Topic::Keychain, tr("Keychain"));
    expect(Topic::LoginView, tr("Login view"));
    expect(Topic::Sandbox, tr("Sandbox of the login view"));
}

/// The first finding counts.
void Diagnosis::report(Topic topic, const Finding &finding)
{
    const auto check = m_checks.find(topic);
    if (check == m_checks.end() || check->finding.state != State::Pending)
        return;
    check->finding = finding;
    Q_EMIT progressed();
    if (isFinished())
        Q_EMIT finished();
}

void Diagnosis::failAfter(std::chrono::milliseconds limit, const QList<Topic> &topics)
{
    QTimer::singleShot(limit, m_context.get(), [this, limit, topics] {
        for (const Topic topic : topics)
            report(topic, {State::Failed, tr("No answer within %1 seconds.").arg(qreal(limit.count()) / 1000)});
    });
}

Teller Diagnosis::teller(Topic topic)
{
    return [this, topic](const Finding &finding) { report(topic, finding); };
}

/// Requests of the diagnosis go through the same proxies as those of the application.
void Diagnosis::checkProxies()
{
    m_proxyContext = std::make_unique<QObject>();
    m_subject.lookUpProxies({m_authorizationUrl, m_resourceUrl}, m_proxyContext.get(),
                            [this](const QList<QNetworkProxy> &proxies) { checkNetwork(proxies); });
    QTimer::singleShot(m_limits.proxies, m_context.get(), [this] {
        if (m_isNetworkChecked)
            return;
        m_proxyContext.reset();
        report(Topic::Proxy, {State::Failed, tr("The system does not say in time whether there is one."),
                              tr("Check the proxy settings of your desktop.")});
        checkNetwork({QNetworkProxy::NoProxy, QNetworkProxy::NoProxy});
    });
}

void Diagnosis::checkNetwork(const QList<QNetworkProxy> &proxies)
{
    if (std::exchange(m_isNetworkChecked, true))
        return;
    failAfter(m_limits.network, {Topic::AuthorizationName, Topic::ResourceName});
    lookUpName(m_authorizationUrl.host(), proxies.first(), m_context.get(), teller(Topic::AuthorizationName));
    if (m_checks.contains(Topic::ResourceName))
        lookUpName(m_resourceUrl.host(), proxies.last(), m_context.get(), teller(Topic::ResourceName));

    visitServers(proxies);
}

/// Visits both servers at the same time; behind a proxy one after the other, and the second only if the proxy lets the first
/// request through: some lock an account after a few wrong passwords.
void Diagnosis::visitServers(const QList<QNetworkProxy> &proxies)
{
    const bool isOneByOne = !http::isDirect(proxies.first()) && proxies.first() == proxies.last();
    const QDeadlineTimer end(m_limits.network);
    if (m_resourceUrl.isEmpty())
        report(Topic::ResourceServer, {State::Skipped, tr("Latchkey learns its address when you sign in.")});
    else if (!isOneByOne)
        visitResource(proxies, m_limits.network);
    const http::AnswerLimits limits{.silence = m_limits.network, .total = m_limits.network};
    visit(m_authorizationUrl, Manner::Head, proxies.first(), limits, m_context.get(),
          [this, proxies, isOneByOne, end](const Visit &visit) {
        m_visits.append(visit);
        report(Topic::AuthorizationTls, tlsFinding(visit));
        report(Topic::AuthorizationServer, authorizationServerFinding(visit));
        if (isOneByOne && !m_resourceUrl.isEmpty() && !visit.hasProxyError())
            return visitResource(proxies, std::max(end.remainingTimeAsDuration(), std::chrono::nanoseconds(1s)));
        if (isOneByOne && !m_resourceUrl.isEmpty()) {
            Visit same = visit;
            same.url = m_resourceUrl;
            reportResource(same);
        }
        finishVisits(proxies);
    });
}

void Diagnosis::visitResource(const QList<QNetworkProxy> &proxies, std::chrono::nanoseconds limit)
{
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(limit);
    const http::AnswerLimits limits{.silence = milliseconds, .total = milliseconds};
    visit(m_resourceUrl, Manner::Get, proxies.last(), limits, m_context.get(), [this, proxies](const Visit &visit) {
        reportResource(visit);
        finishVisits(proxies);
    });
}

void Diagnosis::reportResource(const Visit &visit)
{
    m_visits.append(visit);
    report(Topic::ResourceTls, tlsFinding(visit));
    report(Topic::ResourceServer, resourceServerFinding(visit));
}

void Diagnosis::finishVisits(const QList<QNetworkProxy> &proxies)
{
    if (m_visits.size() < (m_resourceUrl.isEmpty() ? 1 : 2))
        return;
    report(Topic::Proxy, proxyFinding(proxies, m_visits));
    report(Topic::Time, clockFinding(m_visits, m_subject.clock()));
}

void Diagnosis::checkComputer()
{
    report(Topic::Versions, versionsFinding(m_subject.display));
    report(Topic::Trust, trustFinding(m_subject.trust));
    findUnusedSettings(m_subject.git, m_context.get(), teller(Topic::UnusedSettings));
    failAfter(m_limits.local, {Topic::UnusedSettings, Topic::Keychain, Topic::LoginView, Topic::Sandbox});
    tryKeychain(m_subject.store, m_context.get(), teller(Topic::Keychain));
    askLoginView(m_subject.loginViewProgram, m_context.get(), [this](const LoginViewFindings &findings) {
        report(Topic::LoginView, findings.engine);
        report(Topic::Sandbox, findings.sandbox);
    });
}

} // namespace diagnosis

#include "moc_diagnosis.cpp"

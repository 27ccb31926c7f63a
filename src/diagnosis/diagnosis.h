// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diagnosis/check.h"
#include "diagnosis/network.h"
#include "diagnosis/proxylookup.h"
#include "http/trust.h"
#include "provider/provider.h"
#include "session/keychain/tokenstore.h"
#include "session/tokens/sessionoptions.h"

#include <QMap>
#include <QObject>

#include <memory>

namespace diagnosis {

/// What a diagnosis checks.
struct Subject
{
    Provider provider;
    TokenStore &store;
    QString loginViewProgram;
    http::Trust trust = {};
    QString display = {}; ///< How windows are shown; empty in a terminal.
    QString git = QStringLiteral("git"); ///< Asked for settings that Latchkey does not use.
    ProxyLookup lookUpProxies = lookUpSystemProxies;
    Clock clock = &QDateTime::currentDateTimeUtc;
};

/// How long each check may take. All of them together end within 20 seconds, whatever hangs: the network is checked after
/// the proxies, and everything else at the same time.
struct TimeLimits
{
    std::chrono::milliseconds proxies{4000};
    std::chrono::milliseconds network{12000};
    std::chrono::milliseconds local{12000}; ///< For the keychain, whose store has its own limit, and for the login view.
};

/// Checks everything that a sign-in needs, without signing in.
class Diagnosis : public QObject
{
    Q_OBJECT

public:
    explicit Diagnosis(const Subject &subject, const TimeLimits &limits = {});
    ~Diagnosis() override;

    /// Starts all checks. Abandons those that are under way.
    void start();

    /// All checks, in a fixed order.
    QList<Check> checks() const { return m_checks.values(); }
    bool isFinished() const;
    bool hasFailed() const;

    const Provider &provider() const { return m_subject.provider; }

Q_SIGNALS:
    /// checks() has changed.
    void progressed();

    /// Nothing is pending any more.
    void finished();

private:
    enum class Topic {
        Versions,
        Proxy,
        Trust,
        UnusedSettings,
        AuthorizationName,
        ResourceName,
        AuthorizationTls,
        ResourceTls,
        AuthorizationServer,
        ResourceServer,
        Time,
        Keychain,
        LoginView,
        Sandbox,
    };

    void expectAll();
    void report(Topic topic, const Finding &finding);
    void failAfter(std::chrono::milliseconds limit, const QList<Topic> &topics);
    Teller teller(Topic topic);
    void checkProxies();
    void checkNetwork(const QList<QNetworkProxy> &proxies);
    void visitServers(const QList<QNetworkProxy> &proxies);
    void visitResource(const QList<QNetworkProxy> &proxies, std::chrono::nanoseconds limit);
    void reportResource(const Visit &visit);
    void finishVisits(const QList<QNetworkProxy> &proxies);
    void checkComputer();

    const Subject m_subject;
    const TimeLimits m_limits;
    const QUrl m_authorizationUrl;
    const QUrl m_resourceUrl; ///< Empty if it is not known before discovery.
    QMap<Topic, Check> m_checks;
    QList<Visit> m_visits; ///< Those that have ended.
    bool m_isNetworkChecked = false;
    std::unique_ptr<QObject> m_proxyContext; ///< The context of the lookup of proxies, which may hang.
    std::unique_ptr<QObject> m_context; ///< The context of all checks under way.
};

} // namespace diagnosis

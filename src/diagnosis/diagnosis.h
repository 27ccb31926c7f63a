// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diagnosis/check.h"
#include "diagnosis/network.h"
#include "diagnosis/proxylookup.h"
#include "provider/provider.h"
#include "session/tokens/refreshtimer.h"
#include "session/storage/tokenstore.h"

#include <QMap>
#include <QObject>

#include <memory>

namespace diagnosis {

/// What is looked at.
struct Subject
{
    Provider provider;
    TokenStore &store;
    QString loginViewProgram;
    QString display = {}; ///< How windows are shown; empty in a terminal.
    ProxyLookup lookUpProxies = lookUpSystemProxies;
    Clock clock = &QDateTime::currentDateTimeUtc;
};

/// How long each thing may take. Together they end within 20 seconds, whatever hangs: the network is looked at once the
/// proxies are known, and all the rest at the same time.
struct TimeLimits
{
    std::chrono::milliseconds proxies{4000};
    std::chrono::milliseconds network{12000};
    std::chrono::milliseconds local{12000}; ///< The keychain, which says itself that it hangs, and the login view.
};

/// Looks at all that a sign-in needs, without signing in and without a session.
class Diagnosis : public QObject
{
    Q_OBJECT

public:
    explicit Diagnosis(const Subject &subject, const TimeLimits &limits = {});
    ~Diagnosis() override;

    /// Looks anew; a look under way is abandoned.
    void start();

    /// In a fixed order; those that are not done yet are Pending.
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
    void settleAfter(std::chrono::milliseconds limit, const QList<Topic> &topics);
    Teller teller(Topic topic);
    void lookAtProxies();
    void lookAtNetwork(const QList<QNetworkProxy> &proxies);
    void settleVisits(const QList<QNetworkProxy> &proxies);
    void lookAtComputer();

    const Subject m_subject;
    const TimeLimits m_limits;
    const QUrl m_authorizationUrl;
    const QUrl m_resourceUrl; ///< Empty until it is discovered.
    QMap<Topic, Check> m_checks;
    QList<Visit> m_visits; ///< Those that are over.
    bool m_isNetworkLookedAt = false;
    std::unique_ptr<QObject> m_proxyLook; ///< The same of the lookup of proxies, which may hang.
    std::unique_ptr<QObject> m_look; ///< The context of all that is under way.
};

} // namespace diagnosis

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/proxy/proxyguard.h"

#include <QRandomGenerator>

#include <array>

namespace http {

namespace {

constexpr char keyName[] = "X-Latchkey-Key";
constexpr std::chrono::seconds refusalMemory(10);

bool isAboutPassword(ProxyFailure failure)
{
    return failure == ProxyFailure::NeedsPassword || failure == ProxyFailure::WrongPassword
        || failure == ProxyFailure::NeedsNtlm;
}

/// True if the proxy works, and only this server cannot be reached.
bool isAboutServer(ProxyFailure failure)
{
    return failure == ProxyFailure::Denied || failure == ProxyFailure::Broken || failure == ProxyFailure::NotTls;
}

QByteArray randomKey()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
}

} // namespace

ProxyGuard::ProxyGuard(const QNetworkProxy &proxy, std::chrono::milliseconds patience)
    : m_proxy(proxy), m_patience(patience), m_key(keyName + QByteArray(": ") + randomKey()), m_guarded(proxy)
{
    m_server.setProxy(QNetworkProxy::NoProxy);
    if (!m_server.listen(QHostAddress(QHostAddress::LocalHost)))
        return;
    m_guarded.setHostName(QStringLiteral("127.0.0.1"));
    m_guarded.setPort(m_server.serverPort());
    m_guarded.setCapabilities(QNetworkProxy(QNetworkProxy::HttpProxy).capabilities());
    m_guarded.setRawHeader(keyName, m_key.mid(qsizetype(sizeof keyName) + 1));
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { acceptConnections(); });
}

std::optional<ProxyProblem> ProxyGuard::problemAt(const QString &authority) const
{
    const auto problem = m_problems.constFind(authority.toLatin1());
    return problem == m_problems.constEnd() ? std::nullopt : std::optional(*problem);
}

void ProxyGuard::acceptConnections()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        auto *tunnel = new ProxyTunnel(client, m_proxy, m_key, m_patience, *this);
        tunnel->setParent(&m_server);
        QObject::connect(tunnel, &QObject::destroyed, &m_server, [this, tunnel] { endTurn(tunnel); });
    }
}

void ProxyGuard::requested(ProxyTunnel &tunnel)
{
    m_problems.remove(tunnel.authority());
    if (!isSupported(m_proxy))
        return tunnel.fail({ProxyFailure::Unsupported});
    if (m_refusal && !m_refusalEnd.hasExpired())
        return tunnel.fail(*m_refusal);
    if (!m_isProven && m_asking && m_asking != &tunnel)
        return m_waiting.append(&tunnel);
    m_asking = &tunnel;
    tunnel.ask();
}

void ProxyGuard::opened(ProxyTunnel &tunnel)
{
    m_isProven = true;
    m_refusal.reset();
    endTurn(&tunnel);
}

void ProxyGuard::failed(ProxyTunnel &tunnel, const ProxyProblem &problem)
{
    m_problems.insert(tunnel.authority(), problem);
    if (isAboutPassword(problem.failure)) {
        m_refusal = problem;
        m_refusalEnd.setRemainingTime(refusalMemory);
    }
    m_isProven = isAboutServer(problem.failure);
    if (!m_isProven) {
        for (const QPointer<ProxyTunnel> &waiting : takeWaiting()) {
            if (waiting)
                waiting->fail(problem);
        }
    }
    endTurn(&tunnel);
}

/// Lets others ask: all of them if the proxy works, else the next one.
void ProxyGuard::endTurn(ProxyTunnel *tunnel)
{
    if (m_asking != tunnel)
        return;
    m_asking = nullptr;
    for (const QPointer<ProxyTunnel> &waiting : takeWaiting()) {
        if (waiting)
            requested(*waiting);
    }
}

} // namespace http

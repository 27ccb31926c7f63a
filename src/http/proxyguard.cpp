// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/proxyguard.h"

#include "http/proxytunnel.h"

#include <QRandomGenerator>

#include <array>

namespace http {

namespace {

constexpr char keyName[] = "X-Latchkey-Key";

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
        auto *tunnel = new ProxyTunnel(client, m_proxy, m_key, m_patience,
                                       [this](const QByteArray &authority, const std::optional<ProxyProblem> &problem) {
            problem ? void(m_problems.insert(authority, *problem)) : void(m_problems.remove(authority));
        });
        tunnel->setParent(&m_server); // Ends with this.
    }
}

} // namespace http

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/server/tokenledger.h"

#include "demo/web/log.h"
#include "demo/web/secret.h"
#include "result/jsonobject.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QSaveFile>

#include <algorithm>

namespace demo {

namespace {

constexpr qsizetype maximumGrants = 10;

QString toText(const QDateTime &time)
{
    return time.toString(Qt::ISODateWithMs);
}

QDateTime toTime(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

} // namespace

TokenLedger::TokenLedger(const QString &file, const Policy &policy, Clock now)
    : m_file(file), m_policy(policy), m_now(std::move(now))
{
    load();
}

bool TokenLedger::isOver(const QDateTime &expiry) const
{
    return expiry.isValid() && m_now() >= expiry;
}

bool TokenLedger::hasAccess(const Grant &grant) const
{
    return !grant.accessHash.isEmpty() && !isOver(grant.accessExpiry);
}

bool TokenLedger::canRefresh(const Grant &grant) const
{
    return !grant.refreshHash.isEmpty() && !isOver(grant.refreshExpiry);
}

TokenLedger::Issued TokenLedger::issue(const QString &code, const QStringList &scopes, const QString &login)
{
    Grant grant;
    grant.login = login;
    grant.codeHash = hashOf(code);
    grant.scopes = scopes;
    const Issued issued = renew(grant, true);
    while (m_grants.size() >= maximumGrants)
        m_grants.removeFirst();
    m_grants.append(grant);
    save();
    return issued;
}

TokenLedger::Issued TokenLedger::renew(Grant &grant, bool withRefreshToken)
{
    const QDateTime now = m_now();
    const bool expires = m_policy.accessLifetime.count() > 0;
    Issued issued{QLatin1String(expires ? "ghu_" : "gho_") + newSecret(), {}, grant.scopes};
    grant.accessHash = hashOf(issued.accessToken);
    grant.accessExpiry = expires ? now.addSecs(m_policy.accessLifetime.count()) : QDateTime();
    if (expires && withRefreshToken) {
        issued.refreshToken = QStringLiteral("ghr_") + newSecret();
        grant.refreshHash = hashOf(issued.refreshToken);
        grant.refreshExpiry = now.addSecs(m_policy.refreshLifetime.count());
    }
    return issued;
}

std::optional<TokenLedger::Issued> TokenLedger::refresh(const QString &refreshToken)
{
    const auto grant = std::find_if(m_grants.begin(), m_grants.end(), [this, hash = hashOf(refreshToken)](const Grant &grant) {
        return grant.refreshHash == hash && canRefresh(grant);
    });
    if (grant == m_grants.end()) {
        endGrantOfUsed(refreshToken);
        return std::nullopt;
    }
    if (m_policy.endsGrantOnReuse)
        grant->usedRefreshHashes.append(grant->refreshHash);
    const Issued issued = renew(*grant, m_policy.rotatesRefreshTokens);
    save();
    return issued;
}

void TokenLedger::endGrantOfUsed(const QString &refreshToken)
{
    m_grants.removeIf([hash = hashOf(refreshToken)](const Grant &grant) { return grant.usedRefreshHashes.contains(hash); });
}

const TokenLedger::Grant *TokenLedger::grantOf(const QString &accessToken) const
{
    const QString hash = hashOf(accessToken);
    for (const Grant &grant : m_grants) {
        if (grant.accessHash == hash && hasAccess(grant))
            return &grant;
    }
    return nullptr;
}

std::optional<QStringList> TokenLedger::scopesOf(const QString &accessToken) const
{
    const Grant *grant = grantOf(accessToken);
    return grant ? std::optional(grant->scopes) : std::nullopt;
}

QString TokenLedger::loginOf(const QString &accessToken) const
{
    const Grant *grant = grantOf(accessToken);
    return grant ? grant->login : QString();
}

void TokenLedger::revokeGrantOfCode(const QString &code)
{
    m_grants.removeIf([hash = hashOf(code)](const Grant &grant) { return grant.codeHash == hash; });
    save();
}

bool TokenLedger::revokeGrant(const QString &token)
{
    const auto removed = m_grants.removeIf([hash = hashOf(token)](const Grant &grant) {
        return grant.accessHash == hash || grant.refreshHash == hash;
    });
    save();
    return removed > 0;
}

void TokenLedger::revoke(const QString &token)
{
    const QString hash = hashOf(token);
    for (Grant &grant : m_grants) {
        if (grant.accessHash == hash)
            grant.accessHash.clear();
    }
    m_grants.removeIf([&](const Grant &grant) {
        return grant.refreshHash == hash || (grant.accessHash.isEmpty() && grant.refreshHash.isEmpty());
    });
    save();
}

void TokenLedger::revokeAll()
{
    m_grants.clear();
    save();
}

int TokenLedger::liveTokenCount() const
{
    int count = 0;
    for (const Grant &grant : m_grants)
        count += int(hasAccess(grant)) + int(canRefresh(grant));
    return count;
}

/// An unreadable file counts as missing: people have to sign in again.
void TokenLedger::load()
{
    QFile file(m_file);
    if (m_file.isEmpty() || !file.exists())
        return;
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const Result<QJsonObject> ledger = readJsonObject(isOpen ? file.readAll() : QByteArray());
    if (!ledger) {
        qCWarning(log) << "starting with an empty ledger, the file is unreadable:" << ledger.error().detail;
        return;
    }
    const QJsonArray grants = ledger->value(QLatin1String("grants")).toArray();
    for (const QJsonValue &entry : grants) {
        const Grant grant = fromJson(entry.toObject());
        if (hasAccess(grant) || canRefresh(grant))
            m_grants.append(grant);
    }
}

void TokenLedger::save() const
{
    if (m_file.isEmpty())
        return;
    QJsonArray grants;
    for (const Grant &grant : m_grants)
        grants.append(toJson(grant));
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    const bool isOpen = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (isOpen)
        file.write(QJsonDocument(QJsonObject{{QStringLiteral("grants"), grants}}).toJson());
    if (!isOpen || !file.commit())
        qCWarning(log) << "cannot write the ledger:" << file.errorString();
}

QJsonObject TokenLedger::toJson(const Grant &grant)
{
    return {{QStringLiteral("access"), grant.accessHash},
            {QStringLiteral("access_expiry"), toText(grant.accessExpiry)},
            {QStringLiteral("refresh"), grant.refreshHash},
            {QStringLiteral("refresh_expiry"), toText(grant.refreshExpiry)},
            {QStringLiteral("login"), grant.login},
            {QStringLiteral("scope"), grant.scopes.join(QLatin1Char(' '))}};
}

TokenLedger::Grant TokenLedger::fromJson(const QJsonObject &entry)
{
    Grant grant;
    grant.accessHash = entry[u"access"].toString();
    grant.accessExpiry = toTime(entry[u"access_expiry"]);
    grant.refreshHash = entry[u"refresh"].toString();
    grant.refreshExpiry = toTime(entry[u"refresh_expiry"]);
    grant.login = entry[u"login"].toString();
    grant.scopes = entry[u"scope"].toString().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return grant;
}

} // namespace demo

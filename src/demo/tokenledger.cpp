// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/tokenledger.h"

#include "jsonobject.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QSaveFile>

#include <algorithm>
#include <array>

namespace demo {

namespace {

QString hashOf(const QString &token)
{
    return QString::fromLatin1(QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256).toHex());
}

/// A token in GitHub's style: a prefix that tells its kind, and 240 random bits.
QString newToken(const char *prefix)
{
    std::array<quint32, 8> words;
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QLatin1String(prefix)
        + QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(words.data()), 30)
                                  .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

bool isOver(const QDateTime &expiry)
{
    return expiry.isValid() && QDateTime::currentDateTimeUtc() >= expiry;
}

QString toText(const QDateTime &time)
{
    return time.toString(Qt::ISODateWithMs);
}

QDateTime toTime(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

} // namespace

TokenLedger::TokenLedger(const QString &file, const Lifetimes &lifetimes) : m_file(file), m_lifetimes(lifetimes)
{
    load();
}

TokenLedger::Issued TokenLedger::issue(const QString &code, const QStringList &scopes)
{
    Grant grant;
    grant.codeHash = hashOf(code);
    grant.scopes = scopes;
    const Issued issued = renew(grant, true);
    m_grants.append(grant);
    save();
    return issued;
}

TokenLedger::Issued TokenLedger::renew(Grant &grant, bool withRefreshToken)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const bool expires = m_lifetimes.access.count() > 0;
    Issued issued{newToken(expires ? "ghu_" : "gho_"), {}, grant.scopes};
    grant.accessHash = hashOf(issued.accessToken);
    grant.accessExpiry = expires ? now.addSecs(m_lifetimes.access.count()) : QDateTime();
    if (expires && withRefreshToken) {
        issued.refreshToken = newToken("ghr_");
        grant.refreshHash = hashOf(issued.refreshToken);
        grant.refreshExpiry = now.addSecs(m_lifetimes.refresh.count());
    }
    return issued;
}

std::optional<TokenLedger::Issued> TokenLedger::refresh(const QString &refreshToken, bool rotates)
{
    const auto grant = std::find_if(m_grants.begin(), m_grants.end(), [hash = hashOf(refreshToken)](const Grant &grant) {
        return grant.refreshHash == hash;
    });
    if (refreshToken.isEmpty() || grant == m_grants.end() || isOver(grant->refreshExpiry))
        return std::nullopt;
    const Issued issued = renew(*grant, rotates);
    save();
    return issued;
}

std::optional<QStringList> TokenLedger::scopesOf(const QString &accessToken) const
{
    const QString hash = hashOf(accessToken);
    for (const Grant &grant : m_grants) {
        if (grant.accessHash == hash && !isOver(grant.accessExpiry))
            return grant.scopes;
    }
    return std::nullopt;
}

bool TokenLedger::revoke(const QString &tokenOrCode)
{
    const QString hash = hashOf(tokenOrCode);
    const auto removed = m_grants.removeIf([&](const Grant &grant) {
        return grant.accessHash == hash || grant.refreshHash == hash || grant.codeHash == hash;
    });
    save();
    return removed > 0;
}

void TokenLedger::revokeAll()
{
    m_grants.clear();
    save();
}

void TokenLedger::expireAccessTokens()
{
    for (Grant &grant : m_grants)
        grant.accessExpiry = QDateTime::currentDateTimeUtc().addSecs(-1);
    save();
}

int TokenLedger::liveTokenCount() const
{
    int count = 0;
    for (const Grant &grant : m_grants) {
        count += isOver(grant.accessExpiry) ? 0 : 1;
        count += grant.refreshHash.isEmpty() || isOver(grant.refreshExpiry) ? 0 : 1;
    }
    return count;
}

/// A file that cannot be read is as good as none: everybody signs in once more.
void TokenLedger::load()
{
    QFile file(m_file);
    if (m_file.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    const Result<QJsonObject> ledger = readJsonObject(file.readAll());
    if (!ledger)
        return;
    const QJsonArray grants = ledger->value(QLatin1String("grants")).toArray();
    for (const QJsonValue &entry : grants) {
        Grant grant;
        grant.accessHash = entry[u"access"].toString();
        grant.accessExpiry = toTime(entry[u"access_expiry"]);
        grant.refreshHash = entry[u"refresh"].toString();
        grant.refreshExpiry = toTime(entry[u"refresh_expiry"]);
        grant.scopes = entry[u"scope"].toString().split(QLatin1Char(' '), Qt::SkipEmptyParts);
        if (!grant.accessHash.isEmpty() && !(grant.refreshHash.isEmpty() && isOver(grant.accessExpiry)))
            m_grants.append(grant);
    }
}

void TokenLedger::save() const
{
    if (m_file.isEmpty())
        return;
    QJsonArray grants;
    for (const Grant &grant : m_grants) {
        grants.append(QJsonObject{{QStringLiteral("access"), grant.accessHash},
                                  {QStringLiteral("access_expiry"), toText(grant.accessExpiry)},
                                  {QStringLiteral("refresh"), grant.refreshHash},
                                  {QStringLiteral("refresh_expiry"), toText(grant.refreshExpiry)},
                                  {QStringLiteral("scope"), grant.scopes.join(QLatin1Char(' '))}});
    }
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(QJsonObject{{QStringLiteral("grants"), grants}}).toJson());
    file.commit();
}

} // namespace demo

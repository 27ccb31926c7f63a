// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/storage/accountregistry.h"

#include "result/printabletext.h"
#include "session/storage/log.h"

#include <algorithm>

namespace {

const auto accountsKey = QStringLiteral("accounts");
const auto providerKey = QStringLiteral("provider");
const auto providerFilesKey = QStringLiteral("provider_files/");
/// The lists of accounts for each cause of UnsavedRenewal.
const QStringList unsavedRenewalsKeys{QStringLiteral("unsaved_renewals"), QStringLiteral("lost_renewals"),
                                      QStringLiteral("unstored_renewals")};
const auto refusedRenewalsKey = QStringLiteral("refused_renewals/");
const auto strayEntriesKey = QStringLiteral("stray_entries");
const auto pendingRevocationsKey = QStringLiteral("pending_revocations");
const auto endReasonKey = QStringLiteral("last_end/reason");
const auto endTimeKey = QStringLiteral("last_end/at");
const auto endServerKey = QStringLiteral("last_end/server");

void log(const Result<void> &change)
{
    if (!change)
        qCWarning(storageLog) << "the settings were not changed:" << change.error().code;
}

/// The numbers of the accounts, in order. The size that QSettings stores with an array is not needed, and may be damaged.
QList<int> accountNumbers(QSettings &settings)
{
    QList<int> numbers;
    settings.beginGroup(accountsKey);
    for (const QString &group : settings.childGroups()) {
        if (const int number = group.toInt(); number > 0)
            numbers.append(number);
    }
    settings.endGroup();
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

/// Ids are keys, and read as they are. All else is shown.
AccountRecord readAccount(const QSettings &settings, int number)
{
    const auto value = [&](const char *key) {
        return settings.value(QStringLiteral("%1/%2/%3").arg(accountsKey).arg(number).arg(QLatin1String(key)));
    };
    const auto key = [&](const char *name) { return value(name).toString(); };
    const auto shown = [&](const char *name) { return printableText(value(name).toString()); };
    return {key("provider"), shown("provider_name"), shown("host"), {key("id"), shown("login"), shown("name")},
            value("former_logins").toStringList()};
}

void save(QSettings &settings, const QList<AccountRecord> &accounts)
{
    settings.remove(accountsKey);
    settings.beginWriteArray(accountsKey, int(accounts.size()));
    for (int i = 0; i < accounts.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(QStringLiteral("provider"), accounts[i].providerId);
        settings.setValue(QStringLiteral("provider_name"), accounts[i].providerName);
        settings.setValue(QStringLiteral("host"), accounts[i].host);
        settings.setValue(QStringLiteral("id"), accounts[i].identity.id);
        settings.setValue(QStringLiteral("login"), accounts[i].identity.login);
        settings.setValue(QStringLiteral("name"), accounts[i].identity.name);
        if (!accounts[i].formerLogins.isEmpty())
            settings.setValue(QStringLiteral("former_logins"), accounts[i].formerLogins);
    }
    settings.endArray();
}

/// The new record of an account, with the logins that it had before.
AccountRecord successorOf(const AccountRecord &old, AccountRecord record)
{
    QStringList logins = old.formerLogins;
    logins.append(old.identity.login);
    logins.removeAll(record.identity.login);
    logins.removeDuplicates();
    record.formerLogins = logins;
    return record;
}

void putOnList(QSettings &settings, const QString &listKey, const QString &entry, bool isListed)
{
    QStringList list = settings.value(listKey).toStringList();
    list.removeAll(entry);
    if (isListed)
        list.append(entry);
    if (list != settings.value(listKey).toStringList())
        settings.setValue(listKey, list);
}

} // namespace

AccountRegistry::AccountRegistry(const QString &settingsFile) : m_file(settingsFile) {}

QList<AccountRecord> AccountRegistry::accounts() const
{
    m_file.settings().sync(); // Other processes change it too.
    QList<AccountRecord> accounts;
    for (const int number : accountNumbers(m_file.settings())) {
        const AccountRecord account = readAccount(m_file.settings(), number);
        if (!account.providerId.isEmpty() && !account.identity.id.isEmpty())
            accounts.append(account);
    }
    return accounts;
}

std::optional<AccountRecord> AccountRegistry::active() const
{
    const QList<AccountRecord> all = accounts();
    return all.isEmpty() ? std::nullopt : std::optional(all.first());
}

Result<void> AccountRegistry::add(const AccountRecord &account)
{
    return m_file.change([&](QSettings &settings) {
        QList<AccountRecord> all = accounts();
        const auto old = find(account.key());
        all.removeIf([&](const AccountRecord &other) { return other.key() == account.key(); });
        all.prepend(old ? successorOf(*old, account) : account);
        settings.setValue(providerKey, account.providerId);
        save(settings, all);
        putOnList(settings, strayEntriesKey, account.key(), false);
    });
}

Result<void> AccountRegistry::update(const AccountRecord &account)
{
    return m_file.change([&](QSettings &settings) {
        QList<AccountRecord> all = accounts();
        for (AccountRecord &one : all) {
            if (one.key() == account.key())
                one = successorOf(one, account);
        }
        save(settings, all);
    });
}

Result<void> AccountRegistry::remove(const QString &key)
{
    return m_file.change([&](QSettings &settings) {
        QList<AccountRecord> all = accounts();
        all.removeIf([&](const AccountRecord &account) { return account.key() == key; });
        save(settings, all);
        for (const QString &list : unsavedRenewalsKeys)
            putOnList(settings, list, key, false);
        settings.remove(refusedRenewalsKey + key);
        putOnList(settings, strayEntriesKey, key, true);
    });
}

QStringList AccountRegistry::strayEntries() const
{
    m_file.settings().sync();
    return m_file.settings().value(strayEntriesKey).toStringList();
}

Result<void> AccountRegistry::setStray(const QString &key, bool isStray)
{
    return setListed(strayEntriesKey, key, isStray);
}

std::optional<AccountRecord> AccountRegistry::lastOf(const QString &providerId) const
{
    const QList<AccountRecord> all = accounts();
    const auto account = std::find_if(all.begin(), all.end(),
                                      [&](const AccountRecord &one) { return one.providerId == providerId; });
    return account == all.end() ? std::nullopt : std::optional(*account);
}

void AccountRegistry::setActive(const QString &key)
{
    const auto account = find(key);
    if (account && active()->key() != key)
        log(add(*account));
}

std::optional<AccountRecord> AccountRegistry::find(const QString &key) const
{
    const QList<AccountRecord> all = accounts();
    const auto account = std::find_if(all.begin(), all.end(), [&](const AccountRecord &one) { return one.key() == key; });
    return account == all.end() ? std::nullopt : std::optional(*account);
}

bool AccountRegistry::contains(const QString &key) const
{
    return find(key).has_value();
}

Result<void> AccountRegistry::setListed(const QString &listKey, const QString &entry, bool isListed)
{
    m_file.settings().sync();
    if (m_file.settings().value(listKey).toStringList().contains(entry) == isListed)
        return {};
    return m_file.change([&](QSettings &settings) { putOnList(settings, listKey, entry, isListed); });
}

void AccountRegistry::setUnsavedRenewal(const QString &key, std::optional<UnsavedRenewal> cause)
{
    if (unsavedRenewal(key) == cause)
        return;
    log(m_file.change([&](QSettings &settings) {
        for (int i = 0; i < unsavedRenewalsKeys.size(); ++i)
            putOnList(settings, unsavedRenewalsKeys[i], key, cause && int(*cause) == i);
    }));
}

std::optional<UnsavedRenewal> AccountRegistry::unsavedRenewal(const QString &key) const
{
    m_file.settings().sync();
    for (int i = 0; i < unsavedRenewalsKeys.size(); ++i) {
        if (m_file.settings().value(unsavedRenewalsKeys[i]).toStringList().contains(key))
            return UnsavedRenewal(i);
    }
    return std::nullopt;
}

AccountRegistry::RefusedRenewals AccountRegistry::noteRefusedRenewal(const QString &key, const QDateTime &now)
{
    m_file.settings().sync();
    const QStringList noted = m_file.settings().value(refusedRenewalsKey + key).toStringList();
    const QDateTime since = QDateTime::fromString(noted.value(1), Qt::ISODate);
    const RefusedRenewals refused{noted.value(0).toInt() + 1, since.isValid() && since < now ? since : now};
    log(m_file.change([&](QSettings &settings) {
        settings.setValue(refusedRenewalsKey + key, QStringList{QString::number(refused.count), refused.since.toUTC().toString(Qt::ISODate)});
    }));
    return refused;
}

void AccountRegistry::clearRefusedRenewals(const QString &key)
{
    if (m_file.settings().contains(refusedRenewalsKey + key))
        log(m_file.change([&](QSettings &settings) { settings.remove(refusedRenewalsKey + key); }));
}

QStringList AccountRegistry::pendingRevocations() const
{
    m_file.settings().sync();
    return m_file.settings().value(pendingRevocationsKey).toStringList();
}

Result<void> AccountRegistry::addPendingRevocation(const QString &id)
{
    return setListed(pendingRevocationsKey, id, true);
}

void AccountRegistry::removePendingRevocation(const QString &id)
{
    log(setListed(pendingRevocationsKey, id, false));
}

std::optional<SessionEnd> AccountRegistry::lastEnd() const
{
    const auto reason = endReasonFromText(m_file.settings().value(endReasonKey).toString());
    if (!reason)
        return std::nullopt;
    return SessionEnd{*reason, QDateTime::fromString(m_file.settings().value(endTimeKey).toString(), Qt::ISODate),
                      m_file.settings().value(endServerKey).toString()};
}

void AccountRegistry::setLastEnd(const SessionEnd &end)
{
    log(m_file.change([&](QSettings &settings) {
        settings.setValue(endReasonKey, toText(end.reason));
        settings.setValue(endTimeKey, end.at.toUTC().toString(Qt::ISODate));
        settings.setValue(endServerKey, end.server);
    }));
}

QString AccountRegistry::providerId() const
{
    return m_file.settings().value(providerKey).toString();
}

QStringList AccountRegistry::providerFiles() const
{
    QStringList ids{providerId()};
    for (const AccountRecord &account : accounts())
        ids.append(account.providerId);
    ids.removeDuplicates();
    QStringList files;
    for (const QString &id : std::as_const(ids)) {
        const QString file = m_file.settings().value(providerFilesKey + id).toString();
        if (!file.isEmpty())
            files.append(file);
    }
    return files;
}

void AccountRegistry::setProviderFile(const QString &providerId, const QString &file)
{
    if (m_file.settings().value(providerFilesKey + providerId).toString() != file)
        log(m_file.change([&](QSettings &settings) { settings.setValue(providerFilesKey + providerId, file); }));
}

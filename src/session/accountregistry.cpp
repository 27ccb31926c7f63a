// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/accountregistry.h"

#include "lockfile.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace {

/// Changing a small file takes milliseconds.
constexpr std::chrono::seconds patienceWithOthers(5);

const auto accountsKey = QStringLiteral("accounts");
const auto providerKey = QStringLiteral("provider");
const auto providerFilesKey = QStringLiteral("provider_files/");
const auto unsavedRenewalsKey = QStringLiteral("unsaved_renewals");
const auto pendingRevocationsKey = QStringLiteral("pending_revocations");
const auto endReasonKey = QStringLiteral("last_end/reason");
const auto endTimeKey = QStringLiteral("last_end/at");

} // namespace

AccountRegistry::AccountRegistry(const QString &settingsFile)
    : m_settings(std::make_unique<QSettings>(settingsFile, QSettings::IniFormat))
{}

AccountRegistry::~AccountRegistry() = default;

QList<AccountRecord> AccountRegistry::accounts() const
{
    m_settings->sync(); // Other processes change it, too.
    QList<AccountRecord> accounts;
    const int count = m_settings->beginReadArray(accountsKey);
    for (int i = 0; i < count; ++i) {
        m_settings->setArrayIndex(i);
        const auto text = [this](const char *key) { return m_settings->value(QLatin1String(key)).toString(); };
        const AccountRecord account{text("provider"), text("provider_name"), text("host"),
                                    {text("id"), text("login"), text("name")}};
        if (!account.providerId.isEmpty() && !account.identity.id.isEmpty())
            accounts.append(account);
    }
    m_settings->endArray();
    return accounts;
}

std::optional<AccountRecord> AccountRegistry::active() const
{
    const QList<AccountRecord> all = accounts();
    return all.isEmpty() ? std::nullopt : std::optional(all.first());
}

void AccountRegistry::add(const AccountRecord &account)
{
    change([&] {
        QList<AccountRecord> all = accounts();
        all.removeIf([&](const AccountRecord &other) { return other.key() == account.key(); });
        all.prepend(account);
        m_settings->setValue(providerKey, account.providerId);
        save(all);
    });
}

void AccountRegistry::remove(const QString &key)
{
    change([&] {
        QList<AccountRecord> all = accounts();
        all.removeIf([&](const AccountRecord &account) { return account.key() == key; });
        save(all);
    });
    setRenewalUnsaved(key, false);
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
    const QList<AccountRecord> all = accounts();
    const auto account = std::find_if(all.begin(), all.end(), [&](const AccountRecord &one) { return one.key() == key; });
    if (account != all.end() && account != all.begin())
        add(*account);
}

bool AccountRegistry::contains(const QString &key) const
{
    const QList<AccountRecord> all = accounts();
    return std::any_of(all.begin(), all.end(), [&](const AccountRecord &account) { return account.key() == key; });
}

void AccountRegistry::setListed(const QString &listKey, const QString &entry, bool isListed)
{
    change([&] {
        QStringList list = m_settings->value(listKey).toStringList();
        list.removeAll(entry);
        if (isListed)
            list.append(entry);
        if (list != m_settings->value(listKey).toStringList())
            m_settings->setValue(listKey, list);
    });
}

void AccountRegistry::setRenewalUnsaved(const QString &key, bool isUnsaved)
{
    setListed(unsavedRenewalsKey, key, isUnsaved);
}

bool AccountRegistry::isRenewalUnsaved(const QString &key) const
{
    m_settings->sync();
    return m_settings->value(unsavedRenewalsKey).toStringList().contains(key);
}

/// Other processes of this person change the file, too: what they have written is read first, and they wait meanwhile. Where
/// no lock can be had, as in a folder that cannot be written to, it goes on without.
void AccountRegistry::change(const std::function<void()> &how)
{
    QDir().mkpath(QFileInfo(m_settings->fileName()).path());
    QLockFile lock(m_settings->fileName() + QStringLiteral(".change"));
    lock.setStaleLockTime(namelessLockAge);
    lock.tryLock(patienceWithOthers);
    m_settings->sync();
    how();
    write();
}

/// QSettings stands still for half a minute where its lock file is nobody's, so that one is taken away here.
void AccountRegistry::write()
{
    QLockFile lock(m_settings->fileName() + QStringLiteral(".lock"));
    lock.setStaleLockTime(namelessLockAge);
    if (QFile::exists(lock.fileName()) && lock.tryLock(patienceWithOthers))
        lock.unlock();
    m_settings->sync();
}

void AccountRegistry::save(const QList<AccountRecord> &accounts)
{
    m_settings->remove(accountsKey);
    m_settings->beginWriteArray(accountsKey, int(accounts.size()));
    for (int i = 0; i < accounts.size(); ++i) {
        m_settings->setArrayIndex(i);
        m_settings->setValue(QStringLiteral("provider"), accounts[i].providerId);
        m_settings->setValue(QStringLiteral("provider_name"), accounts[i].providerName);
        m_settings->setValue(QStringLiteral("host"), accounts[i].host);
        m_settings->setValue(QStringLiteral("id"), accounts[i].identity.id);
        m_settings->setValue(QStringLiteral("login"), accounts[i].identity.login);
        m_settings->setValue(QStringLiteral("name"), accounts[i].identity.name);
    }
    m_settings->endArray();
}

QStringList AccountRegistry::pendingRevocations() const
{
    return m_settings->value(pendingRevocationsKey).toStringList();
}

void AccountRegistry::addPendingRevocation(const QString &id)
{
    setListed(pendingRevocationsKey, id, true);
}

void AccountRegistry::removePendingRevocation(const QString &id)
{
    setListed(pendingRevocationsKey, id, false);
}

std::optional<SessionEnd> AccountRegistry::lastEnd() const
{
    const SessionEnd end{m_settings->value(endReasonKey).toString(),
                         QDateTime::fromString(m_settings->value(endTimeKey).toString(), Qt::ISODate)};
    return end.reason.isEmpty() ? std::nullopt : std::optional(end);
}

void AccountRegistry::setLastEnd(const SessionEnd &end)
{
    change([&] {
        m_settings->setValue(endReasonKey, end.reason);
        m_settings->setValue(endTimeKey, end.at.toUTC().toString(Qt::ISODate));
    });
}

QString AccountRegistry::providerId() const
{
    return m_settings->value(providerKey).toString();
}

QStringList AccountRegistry::providerFiles() const
{
    QStringList ids{providerId()};
    for (const AccountRecord &account : accounts())
        ids.append(account.providerId);
    ids.removeDuplicates();
    QStringList files;
    for (const QString &id : std::as_const(ids)) {
        const QString file = m_settings->value(providerFilesKey + id).toString();
        if (!file.isEmpty())
            files.append(file);
    }
    return files;
}

void AccountRegistry::setProviderFile(const QString &providerId, const QString &file)
{
    if (m_settings->value(providerFilesKey + providerId).toString() != file)
        change([&] { m_settings->setValue(providerFilesKey + providerId, file); });
}

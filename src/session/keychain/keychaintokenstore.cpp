// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/keychain/keychaintokenstore.h"

#include "session/keychain/errorcodes.h"
#include "session/keychain/log.h"

#include <QFutureWatcher>
#include <QPointer>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace {

/// Windows' Credential Manager ignores the service, so the key must be unique there.
QString entryName([[maybe_unused]] const QString &service, const QString &key)
{
#ifdef Q_OS_WIN
    return service + QLatin1Char('/') + key;
#else
    return key;
#endif
}

using secretservice::DefaultCollection;

Error withCode(QLatin1String code)
{
    return {Error::Kind::Storage, code};
}

/// Why a job failed: the state of the default collection, if that explains it.
template<typename T>
Result<T> explained(const Result<T> &failure, DefaultCollection state)
{
    switch (state) {
    case DefaultCollection::Locked: return withCode(keychain::locked);
    case DefaultCollection::Missing: return withCode(keychain::noDefaultCollection);
    case DefaultCollection::Unknown:
    case DefaultCollection::Open: return failure;
    }
    Q_UNREACHABLE();
}

Error storageError(QKeychain::Error error)
{
    const QString detail = QStringLiteral("QtKeychain error %1").arg(int(error));
    switch (error) {
    case QKeychain::EntryNotFound: return {Error::Kind::Storage, keychain::entryNotFound, detail};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser: return {Error::Kind::Storage, QStringLiteral("access_denied"), detail};
    case QKeychain::CouldNotDeleteEntry: return {Error::Kind::Storage, keychain::notRemoved, detail};
    default: return {Error::Kind::Storage, keychain::unavailable, detail};
    }
}

} // namespace

KeychainTokenStore::KeychainTokenStore(const QString &service, const KeychainPatience &patience)
    : m_service(service), m_patience(patience)
{}

KeychainTokenStore::~KeychainTokenStore() = default;

void KeychainTokenStore::connectAhead()
{
    if (!m_connection)
        m_connection = secretservice::connect();
}

/// Without waiting, the request would make a second connection, which takes longer.
void KeychainTokenStore::start(QKeychain::Job *job)
{
    if (m_waiting.isEmpty() && !(m_connection && m_connection->opened().isRunning()))
        return job->start();
    m_waiting.append(job);
    if (m_waiting.size() > 1)
        return;
    auto *watcher = new QFutureWatcher<void>(this);
    connect(watcher, &QFutureWatcher<void>::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QList<QKeychain::Job *> waiting = std::exchange(m_waiting, {});
        for (QKeychain::Job *one : waiting)
            one->start();
    });
    watcher->setFuture(m_connection->opened());
}

/// Gives a person the time to unlock the keychain. Asked only if the answer does not come soon.
void KeychainTokenStore::watch(QKeychain::Job *job, const QString &key, QTimer *watchdog) const
{
    const auto wait = [patience = m_patience, watchdog](bool isLocked) {
        if (isLocked)
            watchdog->start(patience.unlocking);
    };
    watchdog->setSingleShot(true);
    watchdog->start(m_patience.answer);
    // Jobs run one after the other: one that has ended shows that the keychain answers.
    connect(this, &KeychainTokenStore::jobEnded, watchdog, qOverload<>(&QTimer::start));
    auto *soon = new QTimer(watchdog);
    soon->setSingleShot(true);
    connect(job, &QKeychain::Job::finished, soon, &QTimer::stop);
    connect(soon, &QTimer::timeout, watchdog, [service = m_service, key, watchdog, wait] {
        secretservice::isEntryLocked(service, key, watchdog, wait);
        secretservice::askDefaultCollection(watchdog, [wait](DefaultCollection state) {
            wait(state == DefaultCollection::Locked || state == DefaultCollection::Missing);
        });
    });
    soon->start(m_patience.answer / 5);
}

/// Starts a job and answers when it has ended or timed out. A job under way is never deleted, since that crashes (QtKeychain
/// 0.13 to 0.17).
template<typename T>
void KeychainTokenStore::run(QKeychain::Job *job, const QString &key, QObject *context, const Receiver<T> &receiver,
                             std::function<Result<T>()> answer)
{
    const Error timedOut{Error::Kind::Storage, keychain::timedOut};
    if (isHung()) {
        job->deleteLater(); // It has not started.
        QMetaObject::invokeMethod(context, [receiver, timedOut] { receiver(timedOut); }, Qt::QueuedConnection);
        return;
    }
    auto *watchdog = new QTimer(context);
    connect(job, &QKeychain::Job::finished, watchdog, [job, watchdog, receiver, answer] {
        watchdog->deleteLater();
        watchdog->disconnect();
        if (job->error() != QKeychain::NoError) {
            qCInfo(keychainLog) << "keychain:" << int(job->error()) << job->errorString();
            receiver(storageError(job->error()));
        } else {
            receiver(answer());
        }
    });
    connect(watchdog, &QTimer::timeout, job, [this, self = QPointer(this), job, watchdog, receiver, timedOut] {
        watchdog->deleteLater();
        job->disconnect(watchdog);
        qCInfo(keychainLog) << "the keychain does not answer";
        if (self) {
            ++m_hung;
            connect(job, &QKeychain::Job::finished, this, [this] { --m_hung; });
        }
        receiver(timedOut);
    });
    ++m_underWay;
    connect(job, &QKeychain::Job::finished, this, [this] {
        --m_underWay;
        Q_EMIT jobEnded();
    });
    watch(job, key, watchdog);
    job->setInsecureFallback(false);
    job->setKey(entryName(m_service, key));
    start(job);
}

/// Asks the Secret Service whether "not found" means that the entry is locked, or in a collection that is closed.
Receiver<QByteArray> KeychainTokenStore::explainingNotFound(const QString &key, QObject *context,
                                                            Receiver<QByteArray> receiver) const
{
    return [service = m_service, key, context, receiver](const Result<QByteArray> &entry) {
        if (entry || entry.error().code != keychain::entryNotFound)
            return receiver(entry);
        secretservice::isEntryLocked(service, key, context, [context, receiver, entry](bool isLocked) {
            if (isLocked)
                return receiver(withCode(keychain::locked));
            secretservice::askDefaultCollection(context, [receiver, entry](DefaultCollection state) {
                receiver(state == DefaultCollection::Missing ? explained(entry, state) : entry);
            });
        });
    };
}

void KeychainTokenStore::read(const QString &key, QObject *context, Receiver<QByteArray> receiver)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    run<QByteArray>(job, key, context, explainingNotFound(key, context, std::move(receiver)),
                    [job]() -> Result<QByteArray> { return job->binaryData(); });
}

void KeychainTokenStore::write(const QString &key, const QByteArray &secret, QObject *context, Receiver<void> receiver)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setBinaryData(secret);
    run<void>(job, key, context, [context, receiver](const Result<void> &result) {
        if (result || result.error().code == keychain::timedOut)
            return receiver(result);
        secretservice::askDefaultCollection(context, [receiver, result](DefaultCollection state) {
            receiver(explained(result, state));
        });
    }, [] { return Result<void>(); });
}

void KeychainTokenStore::remove(const QString &key, QObject *context, Receiver<void> receiver)
{
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    run<void>(job, key, context, [](const Result<void> &) {}, [] { return Result<void>(); });
    // "Deleted" may be wrong, so the entry is read back. This job is queued at once: a later write must not be mistaken for
    // the removed entry.
    read(key, context, [receiver](const Result<QByteArray> &found) {
        const bool isStillThere = found || found.error().code == keychain::locked;
        if (isStillThere)
            receiver(Error{Error::Kind::Storage, keychain::notRemoved});
        else if (found.error().code != keychain::entryNotFound)
            receiver(found.error());
        else
            receiver({});
    });
}

#include "moc_keychaintokenstore.cpp"

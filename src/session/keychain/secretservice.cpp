// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/keychain/secretservice.h"

#include <QDBusConnection>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFile>
#include <QLibrary>
#include <QMap>
#include <QPromise>

#include <libsecret/secret.h>

#include <thread>

namespace secretservice {

namespace {

using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;

const auto serviceName = QStringLiteral("org.freedesktop.secrets");

QDBusMessage call(const char *path, const char *interface, const char *method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(serviceName, QLatin1String(path), QLatin1String(interface),
                                                          QLatin1String(method));
    message.setArguments(arguments);
    return message;
}

/// Sends a message and passes on its reply, which may be an error.
template<typename Reply>
void send(const QDBusMessage &message, QObject *context, std::function<void(const Reply &)> receiver)
{
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, receiver] {
        watcher->deleteLater();
        receiver(Reply(*watcher));
    });
}

using LockedReply = QDBusPendingReply<QDBusVariant>;

void askWhetherLocked(const QDBusObjectPath &collection, QObject *context, std::function<void(DefaultCollection)> receiver)
{
    send<LockedReply>(call(collection.path().toLatin1().constData(), "org.freedesktop.DBus.Properties", "Get",
                           {QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")}),
                      context, [receiver = std::move(receiver)](const LockedReply &reply) {
                          if (reply.isError())
                              return receiver(DefaultCollection::Unknown);
                          const bool isLocked = reply.argumentAt<0>().variant().toBool();
                          receiver(isLocked ? DefaultCollection::Locked : DefaultCollection::Open);
                      });
}

/// The owners of what QtKeychain uses, the first choice first: on KDE's desktop, it does without the Secret Service.
QStringList keepers()
{
    if (qgetenv("XDG_CURRENT_DESKTOP") != "KDE")
        return {serviceName};
    return {QStringLiteral("org.kde.kwalletd6"), QStringLiteral("org.kde.kwalletd5"), serviceName};
}

/// The program's file may be hidden from us, since some keychains have more rights than other programs.
QString programOf(uint process)
{
    QFile file(QStringLiteral("/proc/%1/comm").arg(process));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

void askProgramOf(QStringList names, QObject *context, std::function<void(const QString &)> receiver)
{
    const auto bus = QStringLiteral("org.freedesktop.DBus");
    QDBusMessage message = QDBusMessage::createMethodCall(bus, QStringLiteral("/org/freedesktop/DBus"), bus,
                                                          QStringLiteral("GetConnectionUnixProcessID"));
    message.setArguments({names.takeFirst()});
    using Reply = QDBusPendingReply<uint>;
    send<Reply>(message, context, [names, context, receiver = std::move(receiver)](const Reply &reply) {
        if (reply.isError() && !names.isEmpty())
            return askProgramOf(names, context, receiver);
        receiver(reply.isError() ? QString() : programOf(reply.value()));
    });
}

/// libsecret keeps the connection that its first call opens. QtKeychain chooses the library at run time, so it is not
/// linked. It stays loaded, since GLib's thread runs until the process ends.
class LibsecretConnection : public Connection
{
public:
    LibsecretConnection() : m_library(QStringLiteral("secret-1"), 0)
    {
        m_library.setLoadHints(QLibrary::PreventUnloadHint);
        QPromise<void> promise;
        m_opened = promise.future();
        promise.start();
        if (!resolve()) {
            promise.finish();
            return;
        }
        m_cancellable = m_newCancellable();
        m_thread = std::thread([this, promise = std::move(promise)]() mutable {
            askForNothing();
            promise.finish();
        });
    }

    ~LibsecretConnection() override
    {
        if (!m_thread.joinable())
            return;
        m_cancel(m_cancellable);
        m_thread.join();
        m_unref(m_cancellable);
    }

    QFuture<void> opened() const override { return m_opened; }

private:
    bool resolve()
    {
        m_lookup = reinterpret_cast<decltype(m_lookup)>(m_library.resolve("secret_password_lookup_sync"));
        m_newCancellable = reinterpret_cast<decltype(m_newCancellable)>(m_library.resolve("g_cancellable_new"));
        m_cancel = reinterpret_cast<decltype(m_cancel)>(m_library.resolve("g_cancellable_cancel"));
        m_unref = reinterpret_cast<decltype(m_unref)>(m_library.resolve("g_object_unref"));
        return m_lookup && m_newCancellable && m_cancel && m_unref;
    }

    void askForNothing()
    {
        const SecretSchema schema{"io.github.latchkey.Nothing", SECRET_SCHEMA_NONE,
                                  {{"nothing", SECRET_SCHEMA_ATTRIBUTE_STRING}}, 0, {}, {}, {}, {}, {}, {}, {}};
        m_lookup(&schema, m_cancellable, nullptr, "nothing", "", nullptr);
    }

    QLibrary m_library;
    decltype(&secret_password_lookup_sync) m_lookup = nullptr;
    decltype(&g_cancellable_new) m_newCancellable = nullptr;
    decltype(&g_cancellable_cancel) m_cancel = nullptr;
    decltype(&g_object_unref) m_unref = nullptr;
    GCancellable *m_cancellable = nullptr;
    QFuture<void> m_opened;
    std::thread m_thread;
};

} // namespace

std::unique_ptr<Connection> connect()
{
    return std::make_unique<LibsecretConnection>();
}

void isEntryLocked(const QString &service, const QString &key, QObject *context, std::function<void(bool)> receiver)
{
    qDBusRegisterMetaType<Attributes>();
    const Attributes attributes{{QStringLiteral("server"), service}, {QStringLiteral("user"), key}};
    using Reply = QDBusPendingReply<Paths, Paths>;
    send<Reply>(call("/org/freedesktop/secrets", "org.freedesktop.Secret.Service", "SearchItems",
                     {QVariant::fromValue(attributes)}),
                context, [receiver](const Reply &reply) {
                    receiver(!reply.isError() && !reply.argumentAt<1>().isEmpty());
                });
}

void askDefaultCollection(QObject *context, std::function<void(DefaultCollection)> receiver)
{
    using Reply = QDBusPendingReply<QDBusObjectPath>;
    send<Reply>(call("/org/freedesktop/secrets", "org.freedesktop.Secret.Service", "ReadAlias", {QStringLiteral("default")}),
                context, [context, receiver = std::move(receiver)](const Reply &reply) {
                    if (reply.isError())
                        return receiver(DefaultCollection::Unknown);
                    if (reply.argumentAt<0>().path() == QLatin1String("/"))
                        return receiver(DefaultCollection::Missing);
                    askWhetherLocked(reply.argumentAt<0>(), context, receiver);
                });
}

void askProgram(QObject *context, std::function<void(const QString &)> receiver)
{
    askProgramOf(keepers(), context, std::move(receiver));
}

} // namespace secretservice

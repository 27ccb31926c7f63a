// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/secretservice.h"

#include <QDBusConnection>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
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

/// Sends a message and hands over its reply, which may be an error.
template<typename Reply>
void send(const QDBusMessage &message, QObject *context, std::function<void(const Reply &)> receiver)
{
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, receiver] {
        watcher->deleteLater();
        receiver(Reply(*watcher));
    });
}

/// libsecret keeps what its first question has opened. The library is QtKeychain's choice, so it is not linked.
void askForNothing()
{
    QLibrary library(QStringLiteral("secret-1"), 0);
    const auto lookup = reinterpret_cast<decltype(&secret_password_lookup_sync)>(library.resolve("secret_password_lookup_sync"));
    if (!lookup)
        return;
    const SecretSchema schema{"io.github.latchkey.Nothing", SECRET_SCHEMA_NONE,
                              {{"nothing", SECRET_SCHEMA_ATTRIBUTE_STRING}}, 0, {}, {}, {}, {}, {}, {}, {}};
    lookup(&schema, nullptr, nullptr, "nothing", "", nullptr);
}

} // namespace

QFuture<void> connectAhead()
{
    QPromise<void> promise;
    QFuture<void> connection = promise.future();
    promise.start();
    std::thread([promise = std::move(promise)]() mutable {
        askForNothing();
        promise.finish();
    }).detach();
    return connection;
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

void isDefaultLocked(QObject *context, std::function<void(bool)> receiver)
{
    using Reply = QDBusPendingReply<QDBusVariant>;
    send<Reply>(call("/org/freedesktop/secrets/aliases/default", "org.freedesktop.DBus.Properties", "Get",
                     {QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")}),
                context, [receiver](const Reply &reply) {
                    receiver(!reply.isError() && reply.argumentAt<0>().variant().toBool());
                });
}

} // namespace secretservice

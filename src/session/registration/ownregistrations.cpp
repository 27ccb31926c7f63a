// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/registration/ownregistrations.h"

#include "result/answering.h"
#include "result/jsonobject.h"
#include "result/pastedword.h"

#include <QDir>
#include <QRegularExpression>
#include <QSaveFile>
#include <QUrl>

namespace {

const auto secretKey = QStringLiteral("client_secret");
const auto secretPlaceKey = QStringLiteral("client_secret_in");

/// Visible ASCII (RFC 6749 appendix A.1 and A.2), at most as long as a keychain entry on Windows.
bool isCredential(const QString &text)
{
    static const QRegularExpression visible(QStringLiteral("^[\\x21-\\x7e]{1,1024}\\z"));
    return visible.match(text).hasMatch();
}

/// The members of a file; none if it cannot be read.
QJsonObject existing(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const Result<QJsonObject> content = readJsonObject(file.readAll());
    return content ? *content : QJsonObject();
}

} // namespace

/// Writes the file first: a secret without a file that names it could not be found again.
void OwnRegistrations::keep(const Provider &provider, QObject *context, Receiver<KeptRegistration> receiver)
{
    const bool hasSecret = !provider.client.clientSecret.isEmpty();
    KeptRegistration kept{provider, std::nullopt};
    kept.provider.hasSecretInKeychain = hasSecret;
    const auto refusal = refusalOf(provider.client);
    const Result<void> written = refusal ? Result<void>(*refusal) : writeFile(provider, hasSecret);
    if (!written) {
        answerLater(context, receiver, written.error());
    } else if (!hasSecret) {
        // An old secret must go. A keychain that cannot be reached has none for us, so errors are ignored.
        m_store.remove(provider.secretKey(), context, [receiver, kept](const Result<void> &) { receiver(kept); });
    } else {
        m_store.write(provider.secretKey(), provider.client.clientSecret.toLatin1(), context,
                      [this, receiver, kept](const Result<void> &stored) { receiver(stored ? kept : withoutSecret(kept, stored)); });
    }
}

/// The registration after the keychain has refused the secret: the file must not name one.
Result<KeptRegistration> OwnRegistrations::withoutSecret(KeptRegistration kept, const Result<void> &refused) const
{
    kept.secretError = refused.error();
    kept.provider.hasSecretInKeychain = false;
    const Result<void> written = writeFile(kept.provider, false);
    return written ? Result<KeptRegistration>(kept) : Result<KeptRegistration>(written.error());
}

void OwnRegistrations::complete(const Provider &provider, QObject *context, Receiver<Provider> receiver) const
{
    if (!provider.hasSecretInKeychain) {
        answerLater(context, receiver, provider);
        return;
    }
    m_store.read(provider.secretKey(), context, [provider, receiver](const Result<QByteArray> &secret) {
        if (!secret)
            return receiver(secret.error());
        Provider complete = provider;
        complete.client.clientSecret = QString::fromLatin1(*secret);
        receiver(complete);
    });
}

void OwnRegistrations::completeIfPossible(const Provider &provider, QObject *context,
                                          std::function<void(const Provider &provider)> receiver) const
{
    complete(provider, context, [provider, receiver = std::move(receiver)](const Result<Provider> &complete) {
        receiver(complete ? *complete : provider);
    });
}

QString OwnRegistrations::fileOf(const Provider &provider) const
{
    return QStringLiteral("%1/%2.json").arg(m_folder, QString::fromLatin1(QUrl::toPercentEncoding(provider.id)));
}

/// Leaves other members of the file as they are, except a secret.
Result<void> OwnRegistrations::writeFile(const Provider &provider, bool hasStoredSecret) const
{
    const QString path = fileOf(provider);
    QJsonObject content = existing(path);
    content.remove(secretKey);
    content.remove(secretPlaceKey);
    content.insert(QStringLiteral("id"), provider.id);
    content.insert(QStringLiteral("client_id"), provider.client.clientId);
    content.insert(QStringLiteral("redirect_path"), provider.client.redirectPath);
    content.insert(QStringLiteral("redirect_port"), provider.client.redirectPort);
    if (provider.client.authMethod)
        content.insert(QStringLiteral("token_endpoint_auth_method"), oauth::nameOf(*provider.client.authMethod));
    if (hasStoredSecret)
        content.insert(secretPlaceKey, QStringLiteral("keychain"));

    QSaveFile file(path);
    const QByteArray json = QJsonDocument(content).toJson();
    if (!QDir().mkpath(m_folder) || !file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return Error{Error::Kind::Storage, QStringLiteral("file_not_written"), path};
    return {};
}

oauth::ClientRegistration registrationTyped(oauth::ClientRegistration known, const QString &clientId, const QString &clientSecret)
{
    known.clientId = pastedWord(clientId);
    known.clientSecret = pastedWord(clientSecret);
    return known;
}

std::optional<Error> refusalOf(const oauth::ClientRegistration &client)
{
    if (!isCredential(client.clientId))
        return Error{Error::Kind::Denied, QStringLiteral("malformed_client_id")};
    if (!client.clientSecret.isEmpty() && !isCredential(client.clientSecret))
        return Error{Error::Kind::Denied, QStringLiteral("malformed_client_secret")};
    return std::nullopt;
}

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/providerfile.h"

#include "http/endpoint.h"
#include "result/jsonobject.h"
#include "result/printabletext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <optional>

namespace {

/// Templates for such files are full of keys without a value.
bool isEmpty(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty());
}

class Reader
{
    Q_DECLARE_TR_FUNCTIONS(ProviderFile)

public:
    Reader(const QJsonObject &file, ClientIdRule clientIdRule) : m_file(file), m_clientIdRule(clientIdRule) {}

    /// Reads all keys. See problem() for whether that succeeded.
    Provider read();
    const std::optional<ProviderProblem> &problem() const { return m_problem; }

private:
    void refuse(const QString &key, const QString &reason);
    QStringList unknownKeys() const;
    QJsonValue value(const QString &key);
    QString text(const QString &key, const QString &otherwise = {});
    QUrl url(const QString &key, const char *otherwise = "");
    quint16 port(const QString &key);
    bool yesOrNo(const QString &key);
    QString matching(const QString &key, const QRegularExpression &pattern, const QString &otherwise, const QString &reason);
    Provider::Api api();
    std::optional<oauth::ClientAuthMethod> authMethod();
    void readGitHub(Provider &provider);
    void readOidc(Provider &provider);
    void readClient(Provider &provider);

    const QJsonObject m_file;
    const ClientIdRule m_clientIdRule;
    QStringList m_known;
    std::optional<ProviderProblem> m_problem;
};

Provider Reader::read()
{
    static const QRegularExpression idPattern(
        QStringLiteral("^[a-z0-9][a-z0-9._-]{0,63}(@[A-Za-z0-9.:\\[\\]/_~-]{1,320})?\\z"));
    Provider provider;
    provider.id = matching(QStringLiteral("id"), idPattern, {},
                           tr("must be lower case letters, digits, “.”, “_”, “-”, then perhaps “@” and a host"));
    provider.name = printableText(text(QStringLiteral("name")));
    if (provider.name.isEmpty())
        provider.name = provider.id;
    provider.api = api();
    provider.server.issuer = url(QStringLiteral("issuer"));
    if (provider.api == Provider::Api::GitHub)
        readGitHub(provider);
    else
        readOidc(provider);
    provider.server.revocationEndpoint = url(QStringLiteral("revocation_endpoint"));
    provider.needsSecretForPages = yesOrNo(QStringLiteral("needs_secret"));
    provider.registrationPage = url(QStringLiteral("registration_page"));
    provider.accessPage = url(QStringLiteral("access_page"));
    provider.tokenPage = url(QStringLiteral("token_page"));
    readClient(provider);
    provider.ignoredKeys = unknownKeys();
    return provider;
}

/// Keeps the first problem, which may have caused later ones.
void Reader::refuse(const QString &key, const QString &reason)
{
    if (!m_problem)
        m_problem = ProviderProblem{{}, key, reason};
}

QStringList Reader::unknownKeys() const
{
    QStringList keys = m_file.keys();
    keys.removeIf([this](const QString &key) { return m_known.contains(key) || isEmpty(m_file.value(key)); });
    return keys;
}

/// Undefined if the key is absent or has no value.
QJsonValue Reader::value(const QString &key)
{
    m_known.append(key);
    const QJsonValue value = m_file.value(key);
    return isEmpty(value) ? QJsonValue(QJsonValue::Undefined) : value;
}

QString Reader::text(const QString &key, const QString &otherwise)
{
    const QJsonValue found = value(key);
    if (!found.isUndefined() && !found.isString())
        refuse(key, tr("must be text"));
    return found.toString(otherwise);
}

QUrl Reader::url(const QString &key, const char *otherwise)
{
    const QString value = text(key, QLatin1String(otherwise));
    if (value.isEmpty())
        return {};
    const QUrl url(value, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        refuse(key, tr("must be a URL"));
    else if (!http::isSafeEndpoint(url))
        refuse(key, tr("must be https without user name and fragment (http: 127.0.0.1 and [::1] only)"));
    return url;
}

quint16 Reader::port(const QString &key)
{
    const QJsonValue found = value(key);
    const qint64 port = found.isUndefined() ? 0 : found.toInteger(-1);
    if (port < 0 || port > 65535)
        refuse(key, tr("must be a number from 0 to 65535"));
    return quint16(port);
}

bool Reader::yesOrNo(const QString &key)
{
    const QJsonValue found = value(key);
    if (!found.isUndefined() && !found.isBool())
        refuse(key, tr("must be true or false"));
    return found.toBool();
}

QString Reader::matching(const QString &key, const QRegularExpression &pattern, const QString &otherwise, const QString &reason)
{
    const QString value = text(key, otherwise);
    if (!pattern.match(value).hasMatch())
        refuse(key, reason);
    return value;
}

Provider::Api Reader::api()
{
    const bool hasIssuer = !value(QStringLiteral("issuer")).isUndefined();
    const QString api = text(QStringLiteral("api"), hasIssuer ? QStringLiteral("oidc") : QStringLiteral("github"));
    if (api != QLatin1String("github") && api != QLatin1String("oidc"))
        refuse(QStringLiteral("api"), tr("must be “github” or “oidc”"));
    return api == QLatin1String("oidc") ? Provider::Api::Oidc : Provider::Api::GitHub;
}

std::optional<oauth::ClientAuthMethod> Reader::authMethod()
{
    const auto key = QStringLiteral("token_endpoint_auth_method");
    const QString name = text(key);
    const auto method = oauth::clientAuthMethod(name);
    const bool isPublic = name == QLatin1String("none"); // RFC 7591 §2.
    if (!method && !name.isEmpty() && !isPublic)
        refuse(key, tr("must be “client_secret_basic”, “client_secret_post” or “none”"));
    return method;
}

void Reader::readGitHub(Provider &provider)
{
    const QString base = QStringLiteral("api_base_url");
    const bool isGitHubCom = value(base).isUndefined();
    provider.apiBaseUrl = url(base, "https://api.github.com").adjusted(QUrl::StripTrailingSlash);
    if (provider.apiBaseUrl.path() == QLatin1String("/"))
        provider.apiBaseUrl.setPath({});
    provider.graphqlUrl = url(QStringLiteral("graphql_url"));
    if (provider.graphqlUrl.isEmpty())
        provider.graphqlUrl = QUrl(provider.apiBaseUrl.toString() + QStringLiteral("/graphql"));
    const auto endpoint = [&](const char *key, const char *onGitHubCom) {
        const QUrl found = url(QLatin1String(key), isGitHubCom ? onGitHubCom : "");
        if (found.isEmpty())
            refuse(QLatin1String(key), tr("is missing"));
        return found;
    };
    provider.server.authorizationEndpoint =
        endpoint("authorization_endpoint", "https://github.com/login/oauth/authorize");
    provider.server.tokenEndpoint = endpoint("token_endpoint", "https://github.com/login/oauth/access_token");
    provider.server.deviceAuthorizationEndpoint = url(QStringLiteral("device_authorization_endpoint"),
                                                      isGitHubCom ? "https://github.com/login/device/code" : "");
    provider.server.applicationsEndpoint = QUrl(provider.apiBaseUrl.toString() + QStringLiteral("/applications"));
}

void Reader::readOidc(Provider &provider)
{
    provider.server.authorizationEndpoint = url(QStringLiteral("authorization_endpoint"));
    provider.server.tokenEndpoint = url(QStringLiteral("token_endpoint"));
    provider.server.userinfoEndpoint = url(QStringLiteral("userinfo_endpoint"));
    provider.server.deviceAuthorizationEndpoint = url(QStringLiteral("device_authorization_endpoint"));
    if (provider.server.issuer.isEmpty() && provider.needsDiscovery())
        refuse(QStringLiteral("issuer"),
               tr("is missing; without it, authorization_endpoint, token_endpoint and userinfo_endpoint are needed"));
}

void Reader::readClient(Provider &provider)
{
    static const QRegularExpression keychainOrNothing(QStringLiteral("^(keychain)?\\z"));
    static const QRegularExpression path(QStringLiteral("^/[A-Za-z0-9/._~-]*\\z"));
    const QString clientId = QStringLiteral("client_id");
    provider.client.clientId = text(clientId);
    if (provider.client.clientId.isEmpty() && m_clientIdRule == ClientIdRule::Required)
        refuse(clientId, tr("is missing: register Latchkey at the server, which then gives one"));
    provider.client.clientSecret = text(QStringLiteral("client_secret"));
    provider.hasSecretInKeychain = !matching(QStringLiteral("client_secret_in"), keychainOrNothing, {},
                                             tr("must be “keychain”")).isEmpty();
    provider.client.authMethod = authMethod();
    provider.client.scope = text(QStringLiteral("scope"), provider.api == Provider::Api::Oidc
                                     ? QStringLiteral("openid profile email")
                                     : QStringLiteral("read:user"));
    provider.client.redirectPath = matching(QStringLiteral("redirect_path"), path, QStringLiteral("/oauth/callback"),
                                            tr("must be a path that starts with “/”"));
    provider.client.redirectPort = port(QStringLiteral("redirect_port"));
}

} // namespace

QString ProviderProblem::text() const
{
    return key.isEmpty() ? QStringLiteral("%1: %2").arg(file, reason)
                         : QStringLiteral("%1: %2: %3").arg(file, key, reason);
}

std::variant<Provider, ProviderProblem> readProviderFile(const QByteArray &json, const QString &fileName,
                                                         ClientIdRule clientIdRule)
{
    const Result<QJsonObject> file = readJsonObject(json);
    if (!file)
        return ProviderProblem{fileName, {}, file.error().detail};
    return readProviderFile(*file, fileName, clientIdRule);
}

std::variant<Provider, ProviderProblem> readProviderFile(const QJsonObject &file, const QString &fileName,
                                                         ClientIdRule clientIdRule)
{
    Reader reader(file, clientIdRule);
    const Provider provider = reader.read();
    if (reader.problem())
        return ProviderProblem{fileName, reader.problem()->key, reader.problem()->reason};
    return provider;
}

bool namesServer(const QJsonObject &file)
{
    static const QSet<QString> server{
        QStringLiteral("api"), QStringLiteral("api_base_url"), QStringLiteral("graphql_url"), QStringLiteral("issuer"),
        QStringLiteral("authorization_endpoint"), QStringLiteral("token_endpoint"), QStringLiteral("userinfo_endpoint"),
        QStringLiteral("device_authorization_endpoint"), QStringLiteral("revocation_endpoint"),
        QStringLiteral("needs_secret"), QStringLiteral("registration_page"), QStringLiteral("access_page"),
        QStringLiteral("token_page")};
    return std::any_of(server.begin(), server.end(), [&file](const QString &key) { return !isEmpty(file.value(key)); });
}

QJsonObject merged(QJsonObject base, const QJsonObject &file)
{
    for (auto it = file.begin(); it != file.end(); ++it) {
        if (it.key() != QLatin1String("id") && !isEmpty(it.value()))
            base.insert(it.key(), it.value());
    }
    return base;
}

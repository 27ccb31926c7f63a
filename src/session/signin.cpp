// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/signin.h"

#include "oauth/tokenresponse.h"

SignIn::SignIn(const Provider &provider, const SignInRequest &request, AccountStorage &storage,
               const SessionOptions &options)
    : m_provider(provider),
      m_request(request),
      m_way(request.way),
      m_storage(storage),
      m_options(options),
      m_network(std::make_shared<http::StrictAccessManager>(options.limits))
{
    Q_ASSERT(isByPage(request.way) == (request.userAgent != nullptr));
    Q_ASSERT((request.way == SignInWay::GitHubCli) == bool(request.tokenSource));
}

SignIn::~SignIn() = default;

void SignIn::goOnBy(SignInWay way)
{
    Q_ASSERT(isByPage(m_way) && isByPage(way));
    m_way = way;
}

void SignIn::start(QObject *context, Receiver<SignInOutcome> receiver)
{
    m_answering = {context, std::move(receiver)};
    if (m_request.way == SignInWay::Token && !oauth::isUsableToken(m_request.token))
        return fail(Error::denied(QStringLiteral("malformed_token")));
    if (m_provider.needsDiscovery())
        discover();
    else
        proceed();
}

bool SignIn::awaitsTokens() const
{
    return !m_tokens && ((m_grant && m_grant->isExchanging()) || (m_deviceGrant && m_deviceGrant->isAsking()));
}

bool SignIn::abandon(QObject *context, std::function<void()> receiver)
{
    m_answering = {};
    if (m_entryCreation && m_entryCreation->cancel())
        Q_EMIT entryOverwritten(accountKey(m_provider.id, m_identified->identity.id));
    if (!awaitsTokens())
        return false;
    m_isAbandoned = true;
    m_whenAbandoned = [context = QPointer(context), receiver = std::move(receiver)] {
        if (context)
            receiver();
    };
    if (m_grant && m_grant->isExchanging()) {
        // Its receiver may have been told already that the person has canceled.
        connect(m_grant.get(), &oauth::AuthorizationCodeGrant::exchanged, this, &SignIn::finishAbandoned);
        m_grant->abandon();
    } else {
        m_grant.reset();
    }
    if (m_deviceGrant)
        m_deviceGrant->abandon();
    return true;
}

/// Later: the receiver may delete this object, which is on the stack.
void SignIn::finishAbandoned()
{
    QMetaObject::invokeMethod(this, [this] {
        if (const auto receiver = std::exchange(m_whenAbandoned, nullptr))
            receiver();
    }, Qt::QueuedConnection);
}

QUrl SignIn::authorizationRequest() const
{
    return m_grant && m_step == Step::Authorizing ? m_grant->authorizationRequest() : QUrl();
}

std::optional<oauth::DeviceAuthorization> SignIn::deviceAuthorization() const
{
    return m_deviceGrant ? m_deviceGrant->authorization() : std::nullopt;
}

void SignIn::setStep(Step step)
{
    m_step = step;
    Q_EMIT stepChanged();
}

void SignIn::discover()
{
    m_discovery = std::make_unique<oauth::Discovery>(m_provider.server, m_options.limits);
    m_discovery->start(this, [this](const Result<oauth::AuthorizationServer> &server) {
        if (!server)
            return fail(server.error());
        m_provider.server = *server;
        if (m_provider.identityUrl().isEmpty())
            return fail(Error{Error::Kind::Malformed, QStringLiteral("discovery"), QStringLiteral("userinfo_endpoint")});
        proceed();
    });
    setStep(Step::Discovering);
}

void SignIn::proceed()
{
    if (isByPage(m_request.way)) {
        authorize(*m_request.userAgent);
    } else if (m_request.way == SignInWay::Token) {
        useToken(m_request.token);
    } else if (m_request.way == SignInWay::GitHubCli) {
        requestToken();
    } else {
        requestDeviceCode();
        setStep(Step::RequestingCode);
    }
}

void SignIn::authorize(oauth::UserAgent &userAgent)
{
    m_grant = std::make_unique<oauth::AuthorizationCodeGrant>(m_provider.server, client(), extraParameters(), m_options.limits);
    connect(m_grant.get(), &oauth::AuthorizationCodeGrant::issued, this, &SignIn::noteIssued);
    connect(m_grant.get(), &oauth::AuthorizationCodeGrant::exchanging, this, [this] {
        m_deviceGrant.reset();
        m_redirectError.reset();
        setStep(Step::Exchanging);
    });
    connect(m_grant.get(), &oauth::AuthorizationCodeGrant::redirectRefused, this, [this](const Error &error) {
        m_redirectError = error;
        Q_EMIT stepChanged();
    });
    m_network->keepConnected(m_provider.identityUrl());
    m_grant->start(userAgent, this, [this](const Result<oauth::TokenSet> &tokens) { readGrant(tokens); });
    setStep(Step::Authorizing);
}

void SignIn::noteIssued(const oauth::TokenSet &tokens)
{
    m_tokens = tokens;
}

void SignIn::readGrant(const Result<oauth::TokenSet> &tokens)
{
    if (tokens)
        return identify(*tokens);
    if (!m_deviceGrant || tokens.error().kind != Error::Kind::NoUserAgent)
        return fail(tokens.error());
    // The page is gone, but the person can go on with the code.
    m_grant.reset();
    setStep(deviceAuthorization() ? Step::Authorizing : Step::RequestingCode);
}

void SignIn::offerDeviceCode()
{
    if (authorizationRequest().isEmpty() || m_deviceGrant)
        return;
    m_deviceError.reset();
    requestDeviceCode();
}

void SignIn::requestDeviceCode()
{
    m_deviceGrant = std::make_unique<oauth::DeviceGrant>(m_provider.server, client(), m_options.limits);
    connect(m_deviceGrant.get(), &oauth::DeviceGrant::issued, this, &SignIn::noteIssued);
    connect(m_deviceGrant.get(), &oauth::DeviceGrant::authorizationReceived, this,
            [this] { setStep(Step::Authorizing); });
    m_deviceGrant->start(this, [this](const Result<oauth::TokenSet> &tokens) { readDeviceGrant(tokens); });
}

void SignIn::readDeviceGrant(const Result<oauth::TokenSet> &tokens)
{
    m_deviceGrant.reset();
    if (tokens) {
        m_grant.reset();
        m_way = SignInWay::DeviceCode;
        return identify(*tokens);
    }
    if (!m_grant)
        return fail(tokens.error());
    m_deviceError = tokens.error();
    Q_EMIT stepChanged();
}

oauth::ClientRegistration SignIn::client() const
{
    oauth::ClientRegistration client = m_provider.client;
    if (!m_request.scope.isEmpty())
        client.scope = m_request.scope;
    return client;
}

/// OpenID Connect Core §3.1.2.1. GitHub calls the hint `login`. Some servers refuse `select_account`; all must know
/// `prompt=login`, which lets another person sign in too.
http::Parameters SignIn::extraParameters() const
{
    const bool isGitHub = m_provider.api == Provider::Api::GitHub;
    const QString selectAccount = QStringLiteral("select_account");
    const bool canSelectAccount = isGitHub || m_provider.server.promptValues.contains(selectAccount);
    http::Parameters parameters;
    if (!m_request.loginHint.isEmpty())
        parameters.append({isGitHub ? QStringLiteral("login") : QStringLiteral("login_hint"), m_request.loginHint});
    if (m_request.selectAccount)
        parameters.append({QStringLiteral("prompt"), canSelectAccount ? selectAccount : QStringLiteral("login")});
    return parameters;
}

void SignIn::requestToken()
{
    m_request.tokenSource(this, [this](const Result<QString> &token) {
        if (!token)
            return fail(token.error());
        if (!oauth::isUsableToken(*token))
            return fail(Error::malformed(QStringLiteral("cli_answer")));
        useToken(*token);
    });
    setStep(Step::RequestingToken);
}

void SignIn::useToken(const QString &token)
{
    oauth::TokenSet tokens;
    tokens.accessToken = token;
    tokens.obtainedAt = m_options.clock();
    tokens.isPersonalAccessToken = true;
    tokens.isFromGitHubCli = m_request.way == SignInWay::GitHubCli;
    identify(tokens);
}

/// Asked after every sign-in: the person may have changed accounts on the server's page (OpenID Connect Core §5.7).
void SignIn::identify(const oauth::TokenSet &tokens)
{
    m_tokens = tokens;
    if (m_isAbandoned)
        return finishAbandoned();
    m_identification = std::make_unique<Identification>(m_provider, tokens, m_network, m_options);
    m_identification->start(this, [this](const Result<Identified> &identified) { readIdentified(identified); });
    setStep(Step::Identifying);
}

void SignIn::readIdentified(const Result<Identified> &identified)
{
    if (!identified)
        return fail(identified.error());
    m_identified = *identified;
    m_tokens = identified->tokens;
    if (needsConfirmation())
        setStep(Step::Confirming);
    else
        store();
}

bool SignIn::needsConfirmation() const
{
    const bool isSomebodyElse = m_identified->identity.login.compare(m_request.loginHint, Qt::CaseInsensitive) != 0;
    return m_request.needsConfirmation || (m_request.way == SignInWay::GitHubCli && isSomebodyElse);
}

std::optional<Identity> SignIn::identity() const
{
    return m_identified ? std::optional(m_identified->identity) : std::nullopt;
}

void SignIn::keep()
{
    if (m_step == Step::Confirming)
        store();
}

void SignIn::store()
{
    const Identity &identity = m_identified->identity;
    // What was discovered, now or when Latchkey was registered, is in no file.
    const bool isDiscoverable = !m_provider.server.issuer.isEmpty();
    const StoredSession session{identity, *m_tokens, isDiscoverable ? m_provider.server : oauth::AuthorizationServer(), nameOf(m_way)};
    const AccountRecord record{m_provider.id, m_provider.name, m_provider.host(), identity};
    m_storage.cacheOf(record.key()).store(m_provider.identityUrl(), m_identified->answer);
    m_entryCreation = std::make_unique<EntryCreation>(m_storage, record, session);
    m_entryCreation->start(this, [this, session](const Result<CreatedEntry> &entry) {
        m_answering.answerNow(SignInOutcome{m_provider, session, *entry, m_network});
    });
    setStep(Step::Storing);
}

void SignIn::fail(const Error &error)
{
    if (m_deviceGrant && !m_deviceGrant->isAsking())
        m_deviceGrant.reset();
    if (m_isAbandoned)
        return finishAbandoned();
    m_answering.answerLater(this, error); // The receiver may delete this object, which is on the stack.
}

#include "moc_signin.cpp"

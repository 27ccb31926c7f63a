// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/registration/registrationflow.h"

#include "oauth/errorcodes.h"

RegistrationFlow::RegistrationFlow(OwnRegistrations &registrations, ProviderCatalog *catalog)
    : m_registrations(registrations), m_catalog(catalog)
{}

RegistrationFlow::~RegistrationFlow() = default;

void RegistrationFlow::open(const Provider &provider)
{
    reset();
    m_registrations.completeIfPossible(provider, this, [this, attempt = m_attempt](const Provider &complete) {
        if (attempt == m_attempt)
            Q_EMIT ready(complete);
    });
}

void RegistrationFlow::registerClient(const Provider &provider, const QString &clientId, const QString &clientSecret)
{
    reset();
    Provider typed = provider;
    typed.client = registrationTyped(provider.client, clientId, clientSecret);
    if (const auto refusal = refusalOf(typed.client))
        return set(State::Idle, refusal);
    m_check = std::make_unique<RegistrationCheck>(typed);
    m_check->start(this, [this](const Result<CheckedRegistration> &checked) { readCheck(checked); });
    set(State::Checking);
}

std::optional<Provider> RegistrationFlow::atNamedIssuer(const Provider &provider, const std::optional<Error> &error) const
{
    if (!m_catalog || !error || error->code != oauth::errorcode::otherIssuer)
        return std::nullopt;
    return m_catalog->withIssuer(provider, QUrl(error->detail, QUrl::StrictMode));
}

void RegistrationFlow::cancelCheck()
{
    m_check.reset();
    if (m_state == State::Checking)
        set(State::Idle);
}

void RegistrationFlow::reset()
{
    ++m_attempt;
    m_check.reset();
    m_secretError.reset();
    set(State::Idle);
}

void RegistrationFlow::readCheck(const Result<CheckedRegistration> &checked)
{
    m_check.reset();
    if (!checked)
        return set(State::Idle, checked.error());
    if (!checked->provider.canUsePages() && !checked->givesCodes)
        return set(State::Idle, Error{Error::Kind::Denied, QStringLiteral("device_flow_disabled")});
    keep(checked->provider);
}

void RegistrationFlow::keep(const Provider &provider)
{
    set(State::Keeping);
    m_registrations.keep(provider, this, [this, attempt = m_attempt](const Result<KeptRegistration> &kept) {
        if (kept && m_catalog)
            m_catalog->add(kept->provider);
        if (attempt != m_attempt)
            return;
        if (!kept)
            return set(State::Idle, kept.error());
        m_secretError = kept->secretError;
        set(State::Idle);
        Q_EMIT ready(kept->provider);
    });
}

void RegistrationFlow::set(State state, const std::optional<Error> &error)
{
    m_state = state;
    m_error = error;
    Q_EMIT changed();
}

#include "moc_registrationflow.cpp"

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/providercatalog.h"
#include "session/registration/ownregistrations.h"
#include "session/registration/registrationcheck.h"

#include <memory>
#include <optional>

/// Makes a provider usable for a sign-in: with the registration that is kept for it, or with one that a person types. What
/// is typed is sent to the server first, to see whether it knows it, and then kept (see OwnRegistrations).
class RegistrationFlow : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Checking, ///< The server is asked whether it knows the registration.
        Keeping, ///< The provider file and the client secret are written.
    };
    Q_ENUM(State)

    /// The catalog, if there is one, learns of registrations that are kept. Both arguments must outlive the flow.
    explicit RegistrationFlow(OwnRegistrations &registrations, ProviderCatalog *catalog = nullptr);
    ~RegistrationFlow() override;

    /// Reads the client secret that is kept for the provider; ready() follows in any case. Abandons a registration under
    /// way.
    void open(const Provider &provider);

    /// Registers Latchkey at the provider with these credentials; white space around them is ignored. ready() or error()
    /// follows. Abandons a registration under way.
    void registerClient(const Provider &provider, const QString &clientId, const QString &clientSecret);

    /// The provider at the issuer that its server calls itself, after an error() "other_issuer"; nothing after any other.
    std::optional<Provider> atNamedIssuer(const Provider &provider, const std::optional<Error> &error) const;

    /// Abandons the question to the server. A registration that is being kept is kept.
    void cancelCheck();

    State state() const { return m_state; }

    /// Why the last registration was refused: the errors of refusalOf(), RegistrationCheck and OwnRegistrations::keep(), and
    /// Denied "device_flow_disabled" if neither pages nor codes could be used with it.
    const std::optional<Error> &error() const { return m_error; }

    /// Why the client secret of the last registration is lost when the application quits; nothing if it is not.
    const std::optional<Error> &secretError() const { return m_secretError; }

Q_SIGNALS:
    /// state() or error() has changed.
    void changed();

    /// The provider can be used as it is here.
    void ready(const Provider &provider);

private:
    void reset();
    void readCheck(const Result<CheckedRegistration> &checked);
    void keep(const Provider &provider);
    void set(State state, const std::optional<Error> &error = std::nullopt);

    OwnRegistrations &m_registrations;
    ProviderCatalog *const m_catalog;
    State m_state = State::Idle;
    std::optional<Error> m_error;
    std::optional<Error> m_secretError;
    std::unique_ptr<RegistrationCheck> m_check;
    int m_attempt = 0; ///< Answers to an earlier one come too late.
};

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/signin/pages/steadypage.h"
#include "session/registration/registrationflow.h"

class NumberedStep;
class PrimaryButton;
class QLabel;
class QLineEdit;
class QPushButton;

/// Leads through registering Latchkey at a server that does not know it yet, in three steps: opens the server's form, shows
/// what to paste there, and takes the client ID and the secret.
class ConnectPage : public SteadyPage
{
    Q_OBJECT

public:
    explicit ConnectPage(QWidget *parent = nullptr);

    /// Gets what the person types, and is shown from now on. Must outlive this page. Needed before setProvider().
    void setFlow(RegistrationFlow &flow);

    /// The provider to register at. Clears what was typed.
    void setProvider(const Provider &provider);

    /// Puts the focus on the first step.
    void begin();

Q_SIGNALS:
    void pageRequested(const QUrl &page);

private:
    void addSteps();
    void addCredentials();
    void submit();
    void submitAtNamedIssuer();
    void showFlow();

    NumberedStep *m_formStep;
    NumberedStep *m_urlStep;
    NumberedStep *m_idStep;
    QPushButton *m_form;
    QLineEdit *m_redirect;
    QPushButton *m_copy;
    QLineEdit *m_id;
    QLineEdit *m_secret;
    QLabel *m_error;
    QPushButton *m_useIssuer;
    QLabel *m_kinds;
    PrimaryButton *m_connect;
    RegistrationFlow *m_flow = nullptr;
    Provider m_provider;
};

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/registration/registrationflow.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ConnectPage;
}

/// Leads through registering Latchkey at a server that does not know it yet: opens the server's form, shows what to paste
/// there, and takes the client id and the secret.
class ConnectPage : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectPage(QWidget *parent = nullptr);
    ~ConnectPage() override;

    /// Gets what the person types, and is shown from now on. Must outlive this page. Needed before setProvider().
    void setFlow(RegistrationFlow &flow);

    /// The provider to register at. Clears what was typed.
    void setProvider(const Provider &provider);

    /// Puts the focus on the first step.
    void begin();

Q_SIGNALS:
    void pageRequested(const QUrl &page);
    void tokenRequested();

private:
    void submit();
    void submitAtNamedIssuer();
    void showFlow();

    std::unique_ptr<Ui::ConnectPage> m_ui;
    RegistrationFlow *m_flow = nullptr;
    Provider m_provider;
};

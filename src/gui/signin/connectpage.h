// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/registration/registrationcheck.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ConnectPage;
}

/// Leads through registering Latchkey at a server that does not know it yet: opens the server's form, shows what to paste
/// there, takes the client id and the secret, and asks the server whether it knows them.
class ConnectPage : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectPage(QWidget *parent = nullptr);
    ~ConnectPage() override;

    void setProvider(const Provider &provider);
    void begin();

    void say(const QString &error);

Q_SIGNALS:
    /// The server knows the client id (and the secret, where there is one): the provider has them.
    void registered(const Provider &provider);
    void pageRequested(const QUrl &page);
    void tokenRequested();

private:
    void check();
    void readCheck(const Result<CheckedRegistration> &checked);
    void showChecking(bool isChecking);

    std::unique_ptr<Ui::ConnectPage> m_ui;
    Provider m_provider;
    std::unique_ptr<RegistrationCheck> m_check;
};

/// Where Latchkey is registered, with GitHub's form filled in.
QUrl registrationForm(const Provider &provider);

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/connectpage.h"

#include "gui/parts/labels.h"
#include "gui/parts/words.h"
#include "session/registration/registrationform.h"
#include "ui_connectpage.h"

#include <QClipboard>
#include <QGuiApplication>

ConnectPage::ConnectPage(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::ConnectPage>())
{
    m_ui->setupUi(this);
    m_ui->connectButton->setMinimumHeight(44);
    for (QWidget *field : std::initializer_list<QWidget *>{m_ui->redirectEdit, m_ui->copyRedirectButton, m_ui->clientIdEdit,
                                                           m_ui->clientSecretEdit})
        field->setMinimumHeight(30);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.92);
    m_ui->kindsLabel->setFont(small);
    connect(m_ui->openFormButton, &QPushButton::clicked, this, [this] {
        Q_EMIT pageRequested(registrationForm(m_provider));
        m_ui->clientIdEdit->setFocus();
    });
    connect(m_ui->copyRedirectButton, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_ui->redirectEdit->text());
        m_ui->copyRedirectButton->setText(tr("Copied"));
    });
    connect(m_ui->connectButton, &QPushButton::clicked, this, &ConnectPage::submit);
    connect(m_ui->useIssuerButton, &QPushButton::clicked, this, &ConnectPage::submitAtNamedIssuer);
    connect(m_ui->tokenInsteadButton, &QPushButton::clicked, this, &ConnectPage::tokenRequested);
}

ConnectPage::~ConnectPage() = default;

void ConnectPage::setFlow(RegistrationFlow &flow)
{
    Q_ASSERT(!m_flow);
    m_flow = &flow;
    connect(m_flow, &RegistrationFlow::changed, this, &ConnectPage::showFlow);
    for (QLineEdit *edit : {m_ui->clientIdEdit, m_ui->clientSecretEdit}) {
        connect(edit, &QLineEdit::returnPressed, m_ui->connectButton, &QPushButton::click);
        connect(edit, &QLineEdit::textChanged, this, [this] {
            m_flow->cancelCheck();
            showFlow();
        });
    }
}

void ConnectPage::setProvider(const Provider &provider)
{
    Q_ASSERT(m_flow);
    m_provider = provider;
    m_ui->connectAdviceLabel->setText(words::connectAdvice(provider));
    m_ui->kindsLabel->setText(words::registrationKinds(provider));
    m_ui->kindsLabel->setVisible(!m_ui->kindsLabel->text().isEmpty());
    m_ui->redirectEdit->setText(redirectUriToRegister(provider));
    m_ui->openFormButton->setVisible(!provider.registrationPage.isEmpty());
    m_ui->openFormButton->setText(tr("&Open the form at %1").arg(shortened(provider.name)));
    m_ui->tokenInsteadButton->setVisible(provider.api == Provider::Api::GitHub);
    m_ui->clientIdEdit->clear();
    m_ui->clientSecretEdit->clear();
    showFlow();
}

void ConnectPage::begin()
{
    m_ui->copyRedirectButton->setText(tr("Copy"));
    (m_ui->openFormButton->isHidden() ? static_cast<QWidget *>(m_ui->clientIdEdit) : m_ui->openFormButton)->setFocus();
}

void ConnectPage::submit()
{
    m_flow->registerClient(m_provider, m_ui->clientIdEdit->text(), m_ui->clientSecretEdit->text());
}

void ConnectPage::submitAtNamedIssuer()
{
    const auto named = m_flow->atNamedIssuer(m_provider, m_flow->error());
    if (!named)
        return;
    m_provider = *named;
    submit();
}

void ConnectPage::showFlow()
{
    const auto &error = m_flow->error();
    m_ui->connectErrorLabel->setText(error ? words::registrationError(*error, m_provider) : QString());
    m_ui->connectErrorLabel->setVisible(error.has_value());
    m_ui->useIssuerButton->setVisible(m_flow->atNamedIssuer(m_provider, error).has_value());
    const bool isIdle = m_flow->state() == RegistrationFlow::State::Idle;
    m_ui->connectButton->setEnabled(isIdle && !m_ui->clientIdEdit->text().trimmed().isEmpty());
    m_ui->connectButton->setText(isIdle ? tr("&Connect") : tr("Asking %1…").arg(shortened(m_provider.name)));
}

#include "moc_connectpage.cpp"

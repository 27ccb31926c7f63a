// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/pages/connectpage.h"

#include "gui/controls/labels.h"
#include "gui/controls/primarybutton.h"
#include "gui/controls/wrappinglabel.h"
#include "gui/look/measures.h"
#include "gui/signin/parts/numberedstep.h"
#include "gui/words/words.h"
#include "session/registration/registrationform.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

ConnectPage::ConnectPage(QWidget *parent)
    : SteadyPage(parent), m_formStep(new NumberedStep(1, {}, this)), m_urlStep(new NumberedStep(2, {}, this)),
      m_idStep(new NumberedStep(3, {}, this)), m_form(new QPushButton(tr("Open the form"), this)), m_redirect(new QLineEdit(this)),
      m_copy(new QPushButton(tr("Copy"), this)), m_id(new QLineEdit(this)), m_secret(new QLineEdit(this)),
      m_error(new WrappingLabel(this)), m_useIssuer(new QPushButton(tr("Use that address"), this)),
      m_kinds(new WrappingLabel(this)), m_connect(new PrimaryButton(tr("Connect"), this))
{
    addSteps();
    addCredentials();
    bottom()->addWidget(m_connect);
    m_connect->setObjectName(QStringLiteral("connectButton"));
    m_connect->setAccessibleName(tr("Connect"));
    connect(m_form, &QPushButton::clicked, this, [this] {
        Q_EMIT pageRequested(registrationForm(m_provider));
        m_formStep->setDone(true);
        m_id->setFocus();
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_redirect->text());
        m_urlStep->setDone(true);
        m_copy->setText(tr("Copied"));
    });
    connect(m_connect, &PrimaryButton::clicked, this, &ConnectPage::submit);
    connect(m_useIssuer, &QPushButton::clicked, this, &ConnectPage::submitAtNamedIssuer);
}

void ConnectPage::addSteps()
{
    for (QPushButton *button : {m_form, m_copy, m_useIssuer})
        button->setAutoDefault(true); // Enter presses it.
    m_form->setObjectName(QStringLiteral("openFormButton"));
    m_form->setAccessibleName(tr("Open the form for registering"));
    m_redirect->setObjectName(QStringLiteral("redirectEdit"));
    m_redirect->setAccessibleName(tr("Callback URL"));
    m_redirect->setReadOnly(true);
    m_copy->setObjectName(QStringLiteral("copyRedirectButton"));
    m_copy->setAccessibleName(tr("Copy the callback URL"));
    m_formStep->label()->setObjectName(QStringLiteral("connectAdviceLabel"));
    m_formStep->body()->addWidget(m_form, 0, Qt::AlignLeft);
    auto *url = new QHBoxLayout;
    url->setSpacing(look::zoomed(look::space2));
    url->addWidget(m_redirect, 1);
    url->addWidget(m_copy);
    m_urlStep->body()->addLayout(url);
    for (NumberedStep *step : {m_formStep, m_urlStep, m_idStep}) {
        body()->addWidget(step);
        body()->addSpacing(look::space1);
    }
    useCaption(m_kinds);
    m_kinds->setObjectName(QStringLiteral("kindsLabel"));
    body()->addWidget(m_kinds);
}

void ConnectPage::addCredentials()
{
    m_id->setObjectName(QStringLiteral("clientIdEdit"));
    m_id->setAccessibleName(tr("Client ID"));
    m_id->setPlaceholderText(tr("Client ID"));
    m_secret->setObjectName(QStringLiteral("clientSecretEdit"));
    m_secret->setAccessibleName(tr("Client secret, optional"));
    m_secret->setPlaceholderText(tr("Client secret (optional, kept in your keychain)"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_error->setObjectName(QStringLiteral("connectErrorLabel"));
    m_error->setForegroundRole(QPalette::BrightText);
    m_useIssuer->setObjectName(QStringLiteral("useIssuerButton"));
    m_useIssuer->setAccessibleName(tr("Use that address"));
    for (QWidget *one : std::initializer_list<QWidget *>{m_id, m_secret, m_error})
        m_idStep->body()->addWidget(one);
    m_idStep->body()->addWidget(m_useIssuer, 0, Qt::AlignLeft);
}

void ConnectPage::setFlow(RegistrationFlow &flow)
{
    Q_ASSERT(!m_flow);
    m_flow = &flow;
    connect(m_flow, &RegistrationFlow::changed, this, &ConnectPage::showFlow);
    for (QLineEdit *edit : {m_id, m_secret}) {
        connect(edit, &QLineEdit::returnPressed, m_connect, &PrimaryButton::click);
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
    m_formStep->setText(words::connectAdvice(provider));
    m_urlStep->setText(words::callbackAdvice(provider));
    m_idStep->setText(tr("Paste the client ID that %1 shows.").arg(shortened(provider.name)));
    m_kinds->setText(words::registrationKinds(provider));
    m_kinds->setVisible(!m_kinds->text().isEmpty());
    m_redirect->setText(redirectUriToRegister(provider));
    m_form->setVisible(!provider.registrationPage.isEmpty());
    m_id->clear();
    m_secret->clear();
    showFlow();
}

void ConnectPage::begin()
{
    m_copy->setText(tr("Copy"));
    m_formStep->setDone(false);
    m_urlStep->setDone(false);
    (m_form->isHidden() ? static_cast<QWidget *>(m_id) : m_form)->setFocus();
}

void ConnectPage::submit()
{
    m_flow->registerClient(m_provider, m_id->text(), m_secret->text());
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
    m_error->setText(error ? words::registrationError(*error, m_provider) : QString());
    m_error->setVisible(error.has_value());
    m_useIssuer->setVisible(m_flow->atNamedIssuer(m_provider, error).has_value());
    const bool isIdle = m_flow->state() == RegistrationFlow::State::Idle;
    m_connect->setEnabled(isIdle && !m_id->text().trimmed().isEmpty());
    m_connect->setText(isIdle ? tr("Connect") : tr("Asking %1…").arg(shortened(m_provider.name)));
}

#include "moc_connectpage.cpp"

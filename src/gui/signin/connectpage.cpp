// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/connectpage.h"

#include "gui/parts/words.h"
#include "session/registration/ownregistrations.h"
#include "ui_connectpage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QUrlQuery>

namespace {

const auto homepage = QStringLiteral("https://github.com/latchkey/latchkey");

QString redirectUri(const Provider &provider)
{
    const oauth::ClientRegistration &client = provider.client;
    const QString port = client.redirectPort == 0 ? QString() : QStringLiteral(":%1").arg(client.redirectPort);
    return QStringLiteral("http://127.0.0.1%1%2").arg(port, client.redirectPath);
}

} // namespace

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
    for (QLineEdit *edit : {m_ui->clientIdEdit, m_ui->clientSecretEdit}) {
        connect(edit, &QLineEdit::returnPressed, m_ui->connectButton, &QPushButton::click);
        connect(edit, &QLineEdit::textChanged, this, [this] { showChecking(false); });
    }
    connect(m_ui->connectButton, &QPushButton::clicked, this, &ConnectPage::check);
    connect(m_ui->tokenInsteadButton, &QPushButton::clicked, this, &ConnectPage::tokenRequested);
}

ConnectPage::~ConnectPage() = default;

void ConnectPage::setProvider(const Provider &provider)
{
    m_check.reset();
    m_provider = provider;
    m_ui->connectAdviceLabel->setText(words::connectAdvice(provider));
    m_ui->kindsLabel->setText(words::registrationKinds(provider));
    m_ui->kindsLabel->setVisible(!m_ui->kindsLabel->text().isEmpty());
    m_ui->redirectEdit->setText(redirectUri(provider));
    m_ui->openFormButton->setVisible(!provider.registrationPage.isEmpty());
    m_ui->openFormButton->setText(tr("&Open the form at %1").arg(provider.name));
    m_ui->tokenInsteadButton->setVisible(provider.api == Provider::Api::GitHub);
    m_ui->clientIdEdit->clear();
    m_ui->clientSecretEdit->clear();
    say({});
    showChecking(false);
}

void ConnectPage::begin()
{
    m_ui->copyRedirectButton->setText(tr("Copy"));
    (m_ui->openFormButton->isHidden() ? static_cast<QWidget *>(m_ui->clientIdEdit) : m_ui->openFormButton)->setFocus();
}

void ConnectPage::say(const QString &error)
{
    m_ui->connectErrorLabel->setText(error);
    m_ui->connectErrorLabel->setVisible(!error.isEmpty());
}

void ConnectPage::check()
{
    Provider provider = m_provider;
    provider.client = registrationTyped(provider.client, m_ui->clientIdEdit->text(), m_ui->clientSecretEdit->text());
    if (const auto refusal = refusalOf(provider.client))
        return say(words::registrationError(*refusal, provider));
    say({});
    showChecking(true);
    m_check = std::make_unique<RegistrationCheck>(provider);
    m_check->start(this, [this](const Result<CheckedRegistration> &checked) { readCheck(checked); });
}

void ConnectPage::readCheck(const Result<CheckedRegistration> &checked)
{
    m_check.reset();
    showChecking(false);
    if (!checked)
        return say(words::registrationError(checked.error(), m_provider));
    const Provider &provider = checked->provider;
    if (!provider.canUsePages() && !checked->givesCodes)
        return say(words::registrationError({Error::Kind::Denied, QStringLiteral("device_flow_disabled")}, provider));
    Q_EMIT registered(provider);
}

void ConnectPage::showChecking(bool isChecking)
{
    if (!isChecking)
        m_check.reset();
    m_ui->connectButton->setEnabled(!isChecking && !m_ui->clientIdEdit->text().trimmed().isEmpty());
    m_ui->connectButton->setText(isChecking ? tr("Asking %1…").arg(m_provider.name) : tr("&Connect"));
}

QUrl registrationForm(const Provider &provider)
{
    QUrl page = provider.registrationPage;
    if (page.isEmpty() || provider.api != Provider::Api::GitHub)
        return page;
    QUrlQuery query;
    const auto add = [&query](const char *field, const QString &value) {
        query.addQueryItem(QStringLiteral("oauth_application[%1]").arg(QLatin1String(field)),
                           QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add("name", QStringLiteral("Latchkey"));
    add("url", homepage);
    add("callback_url", redirectUri(provider));
    add("device_flow_enabled", QStringLiteral("1"));
    page.setQuery(query);
    return page;
}

#include "moc_connectpage.cpp"

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/tokenpage.h"

#include "gui/parts/words.h"
#include "ui_tokenpage.h"

#include <QUrlQuery>

namespace {

/// GitHub's form takes the description and the scopes from the address.
QUrl filledIn(const Provider &provider)
{
    QUrl page = provider.tokenPage;
    if (page.isEmpty() || provider.api != Provider::Api::GitHub)
        return page;
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("description"), QStringLiteral("Latchkey"));
    query.addQueryItem(QStringLiteral("scopes"), provider.client.scope.split(QLatin1Char(' ')).join(QLatin1Char(',')));
    page.setQuery(query);
    return page;
}

} // namespace

TokenPage::TokenPage(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::TokenPage>())
{
    m_ui->setupUi(this);
    m_ui->sendTokenButton->setMinimumHeight(44);
    m_ui->sendTokenButton->setEnabled(false);
    connect(m_ui->tokenEdit, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_ui->sendTokenButton->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_ui->tokenEdit, &QLineEdit::returnPressed, m_ui->sendTokenButton, &QPushButton::click);
    connect(m_ui->sendTokenButton, &QPushButton::clicked, this, [this] { Q_EMIT tokenGiven(m_ui->tokenEdit->text().trimmed()); });
    connect(m_ui->makeTokenButton, &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(m_page); });
    connect(m_ui->tokenBackButton, &QPushButton::clicked, this, &TokenPage::backRequested);
}

TokenPage::~TokenPage() = default;

void TokenPage::setProvider(const Provider &provider)
{
    m_page = filledIn(provider);
    m_ui->tokenAdviceLabel->setText(words::tokenAdvice(provider));
    m_ui->makeTokenButton->setVisible(!m_page.isEmpty());
}

void TokenPage::begin()
{
    m_ui->tokenEdit->clear();
    m_ui->tokenEdit->setFocus();
}

void TokenPage::tryAgain()
{
    m_ui->tokenEdit->setFocus();
    m_ui->tokenEdit->selectAll();
}

#include "moc_tokenpage.cpp"

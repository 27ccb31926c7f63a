// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/hostpage.h"

#include "ui_hostpage.h"

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int placeholderRole = Qt::UserRole + 1;

} // namespace

HostPage::HostPage(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::HostPage>())
{
    m_ui->setupUi(this);
    m_ui->useHostButton->setMinimumHeight(44);
    m_ui->hostErrorLabel->hide();
    connect(m_ui->kindBox, &QComboBox::currentIndexChanged, this, &HostPage::showKind);
    connect(m_ui->hostEdit, &QLineEdit::textEdited, m_ui->hostErrorLabel, &QLabel::hide);
    connect(m_ui->hostEdit, &QLineEdit::returnPressed, m_ui->useHostButton, &QPushButton::click);
    connect(m_ui->useHostButton, &QPushButton::clicked, this, &HostPage::choose);
    connect(m_ui->hostBackButton, &QPushButton::clicked, this, &HostPage::backRequested);
}

HostPage::~HostPage() = default;

void HostPage::setCatalog(const ProviderCatalog &catalog)
{
    m_catalog = &catalog;
    m_ui->kindBox->clear();
    for (const Provider &provider : catalog.providers())
        m_ui->kindBox->addItem(tr("%1 (%2)").arg(provider.name, provider.host()), provider.id);
    for (const ProviderTemplate &kind : catalog.templates()) {
        if (kind.id() == QLatin1String("ghe"))
            continue; // "ghes" covers both: people do not know which GitHub Enterprise theirs is.
        m_ui->kindBox->addItem(tr("%1 on a host of your own…").arg(kind.name()), kind.id());
        m_ui->kindBox->setItemData(m_ui->kindBox->count() - 1,
                                   kind.isForAnyIssuer() ? tr("https://sso.example.org") : tr("git.example.org"),
                                   placeholderRole);
    }
    m_ui->kindBox->setCurrentIndex(qMax(0, m_ui->kindBox->findData(QStringLiteral("ghes"))));
    showKind();
}

void HostPage::begin()
{
    m_ui->hostErrorLabel->hide();
    m_ui->kindBox->setFocus();
}

bool HostPage::isHostNeeded() const
{
    return !m_ui->kindBox->currentData(placeholderRole).toString().isEmpty();
}

void HostPage::showKind()
{
    m_ui->hostErrorLabel->hide();
    m_ui->hostEdit->setVisible(isHostNeeded());
    m_ui->hostEdit->setPlaceholderText(m_ui->kindBox->currentData(placeholderRole).toString());
}

void HostPage::choose()
{
    Q_ASSERT(m_catalog);
    const QString id = m_ui->kindBox->currentData(idRole).toString();
    const auto outcome = isHostNeeded() ? m_catalog->at(id, m_ui->hostEdit->text()) : m_catalog->open(id);
    if (const auto *provider = std::get_if<Provider>(&outcome)) {
        Q_EMIT providerChosen(*provider);
        return;
    }
    m_ui->hostErrorLabel->setText(tr("This %1.").arg(std::get<ProviderProblem>(outcome).reason));
    m_ui->hostErrorLabel->show();
    m_ui->hostEdit->setFocus();
    m_ui->hostEdit->selectAll();
}

#include "moc_hostpage.cpp"

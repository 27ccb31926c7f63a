// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/pages/hostpage.h"

#include "gui/controls/labels.h"
#include "gui/controls/pagewheel.h"
#include "gui/controls/primarybutton.h"
#include "gui/controls/wrappinglabel.h"
#include "gui/look/measures.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int placeholderRole = Qt::UserRole + 1;

QLabel *nameOf(QWidget *field, const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setBuddy(field);
    useText(label, look::Text::Strong);
    return label;
}

} // namespace

HostPage::HostPage(QWidget *parent)
    : SteadyPage(parent), m_kindBox(new QComboBox(this)), m_hostEdit(new QLineEdit(this)), m_error(new WrappingLabel(this)),
      m_continue(new PrimaryButton(tr("Continue"), this))
{
    m_kindBox->setObjectName(QStringLiteral("kindBox"));
    m_kindBox->setAccessibleName(tr("Server"));
    m_kindBox->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kindBox->setMinimumContentsLength(10);
    leaveWheelToPage(*m_kindBox);
    m_hostEdit->setObjectName(QStringLiteral("hostEdit"));
    m_hostEdit->setAccessibleName(tr("Host name"));
    m_error->setObjectName(QStringLiteral("hostErrorLabel"));
    m_error->setForegroundRole(QPalette::BrightText);
    m_continue->setObjectName(QStringLiteral("useHostButton"));
    m_continue->setAccessibleName(tr("Continue with this server"));
    addFields();
    connect(m_kindBox, &QComboBox::currentIndexChanged, this, &HostPage::showKind);
    connect(m_hostEdit, &QLineEdit::textEdited, m_error, &QLabel::hide);
    connect(m_hostEdit, &QLineEdit::returnPressed, m_continue, &PrimaryButton::click);
    connect(m_continue, &PrimaryButton::clicked, this, &HostPage::choose);
}

void HostPage::addFields()
{
    m_kindLabel = nameOf(m_kindBox, tr("Server"), this);
    m_hostTitle = nameOf(m_hostEdit, tr("Address"), this);
    for (QWidget *field : std::initializer_list<QWidget *>{m_kindBox, m_hostEdit})
        field->setMinimumHeight(look::zoomed(look::controlHeight));
    body()->addWidget(m_kindLabel);
    body()->addWidget(m_kindBox);
    body()->addSpacing(look::space2);
    body()->addWidget(m_hostTitle);
    body()->addWidget(m_hostEdit);
    body()->addWidget(m_error);
    m_error->hide();
    bottom()->addWidget(m_continue);
}

void HostPage::setCatalog(const ProviderCatalog &catalog)
{
    m_catalog = &catalog;
    m_kindBox->clear();
    for (const Provider &provider : catalog.providers())
        m_kindBox->addItem(tr("%1 (%2)").arg(provider.name, provider.host()), provider.id);
    for (const ProviderTemplate &kind : catalog.templates()) {
        if (kind.id() == QLatin1String("ghe"))
            continue; // "ghes" covers both: people do not know which GitHub Enterprise theirs is.
        const bool isAlwaysOwn = kind.id() == QLatin1String("ghes") || kind.isForAnyIssuer();
        m_kindBox->addItem(isAlwaysOwn ? kind.name() : tr("%1 (own server)").arg(kind.name()), kind.id());
        m_kindBox->setItemData(m_kindBox->count() - 1,
                               kind.isForAnyIssuer() ? QStringLiteral("https://sso.example.org") : QStringLiteral("git.example.org"),
                               placeholderRole);
    }
    setKind({});
}

void HostPage::setKind(const QString &kind)
{
    m_kind = kind;
    m_kindBox->setCurrentIndex(qMax(0, m_kindBox->findData(kind.isEmpty() ? QStringLiteral("gitlab") : kind)));
    m_hostEdit->clear();
    m_kindBox->setVisible(kind.isEmpty());
    m_kindLabel->setVisible(kind.isEmpty());
    showKind();
}

QString HostPage::heading() const
{
    return m_kind == QLatin1String("ghes") ? tr("Sign in to GitHub Enterprise") : tr("Choose a server");
}

QString HostPage::advice() const
{
    return m_kind == QLatin1String("ghes") ? tr("Enter the address that you open in your browser.") : QString();
}

void HostPage::begin()
{
    m_error->hide();
    (m_kind.isEmpty() ? static_cast<QWidget *>(m_kindBox) : m_hostEdit)->setFocus();
}

bool HostPage::isHostNeeded() const
{
    return !m_kindBox->currentData(placeholderRole).toString().isEmpty();
}

void HostPage::showKind()
{
    m_error->hide();
    m_hostEdit->setVisible(isHostNeeded());
    m_hostTitle->setVisible(isHostNeeded());
    m_hostEdit->setPlaceholderText(m_kind == QLatin1String("ghes") ? tr("github.example.com or NAME.ghe.com")
                                                                   : m_kindBox->currentData(placeholderRole).toString());
}

void HostPage::choose()
{
    Q_ASSERT(m_catalog);
    const QString id = m_kindBox->currentData(idRole).toString();
    const auto outcome = isHostNeeded() ? m_catalog->atAddress(id, m_hostEdit->text()) : m_catalog->open(id);
    if (const auto *provider = std::get_if<Provider>(&outcome)) {
        Q_EMIT providerChosen(*provider);
        return;
    }
    m_error->setText(tr("This %1.").arg(std::get<ProviderProblem>(outcome).reason));
    m_error->show();
    m_hostEdit->setFocus();
    m_hostEdit->selectAll();
}

#include "moc_hostpage.cpp"

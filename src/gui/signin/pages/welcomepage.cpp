// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/pages/welcomepage.h"

#include "gui/controls/labels.h"
#include "gui/controls/wrappinglabel.h"
#include "gui/look/measures.h"
#include "gui/parts/choicerow.h"
#include "gui/pictures/ownicon.h"
#include "gui/signin/parts/providerglyph.h"

#include <QEvent>
#include <QVBoxLayout>

namespace {

constexpr int iconSide = 58; ///< At 100 %.

QLabel *centered(QLabel *label)
{
    label->setAlignment(Qt::AlignHCenter);
    return label;
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : SteadyPage(parent), m_icon(new QLabel(this)), m_servers(new QWidget(this)), m_demo(new QWidget(this))
{
    m_icon->setObjectName(QStringLiteral("iconLabel"));
    m_icon->setAccessibleName(QStringLiteral("Latchkey"));
    m_icon->setMinimumHeight(look::zoomed(iconSide));
    auto *title = new WrappingLabel(tr("Welcome to Latchkey"), this);
    title->setObjectName(QStringLiteral("welcomeLabel"));
    useText(title, look::Text::Title);
    auto *value = new WrappingLabel(tr("Your GitHub inbox, reviews and profile on the desktop.\n"
                                       "Sign in once; the key stays in your keychain."), this);
    value->setObjectName(QStringLiteral("promiseLabel"));
    useSecondaryText(value);
    body()->addWidget(centered(m_icon));
    body()->addWidget(centered(title));
    body()->addWidget(centered(value));
    body()->addSpacing(look::space2);
    addHeading(tr("Sign in to"));
    for (QWidget *rows : {m_servers, m_demo}) {
        auto *layout = new QVBoxLayout(rows);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(look::zoomed(10));
    }
    body()->addWidget(m_servers);
    body()->addWidget(m_demo);
    m_demo->hide();
}

void WelcomePage::addHeading(const QString &text)
{
    auto *label = new QLabel(text, this);
    useText(label, look::Text::Micro);
    label->setForegroundRole(QPalette::PlaceholderText);
    body()->addWidget(label);
}

ChoiceRow *WelcomePage::add(ChoiceRow *row, const char *objectName)
{
    row->setObjectName(QLatin1String(objectName));
    m_servers->layout()->addWidget(row);
    if (!m_first)
        m_first = row;
    return row;
}

void WelcomePage::addProvider(const Provider &provider)
{
    auto *row = add(new ChoiceRow(glyphOf(provider), provider.name, provider.host(), m_servers), "serverRow");
    if (provider.id == QLatin1String("github"))
        row->setObjectName(QStringLiteral("gitHubRow"));
    // Read from the catalog again: a registration may have been kept meanwhile.
    connect(row, &ChoiceRow::clicked, this, [this, id = provider.id] {
        if (const auto chosen = m_catalog->find(id))
            Q_EMIT providerChosen(*chosen);
    });
}

/// GitHub, the person's own servers, and then the kinds that anybody can run.
void WelcomePage::setCatalog(const ProviderCatalog &catalog)
{
    m_catalog = &catalog;
    addServers();
}

void WelcomePage::addServers()
{
    const ProviderCatalog builtIn{QStringList()};
    if (const auto gitHub = m_catalog->find(QStringLiteral("github")))
        addProvider(*gitHub);
    for (const Provider &provider : m_catalog->providers()) {
        if (!builtIn.find(provider.id))
            addProvider(provider);
    }
    auto *enterprise = add(new ChoiceRow(look::Glyph::Server, tr("GitHub Enterprise"),
                                         tr("Your company’s server, or NAME.ghe.com"), m_servers), "enterpriseRow");
    connect(enterprise, &ChoiceRow::clicked, this, [this] { Q_EMIT hostRequested(QStringLiteral("ghes")); });
    auto *other = add(new ChoiceRow(look::Glyph::Globe, tr("Another server"),
                                    tr("GitLab, Codeberg, Gitea, Forgejo or OpenID"), m_servers), "otherHostButton");
    connect(other, &ChoiceRow::clicked, this, [this] { Q_EMIT hostRequested({}); });
}

void WelcomePage::offerDemo()
{
    if (!m_demo->isHidden())
        return;
    auto *heading = new QLabel(tr("Just looking?"), m_demo);
    useText(heading, look::Text::Micro);
    heading->setForegroundRole(QPalette::PlaceholderText);
    auto *row = new ChoiceRow(look::Glyph::Flask, tr("Try the demo"), tr("Nothing leaves this computer"), m_demo);
    row->setObjectName(QStringLiteral("tryDemoRow"));
    row->setPill(tr("No account"));
    m_demo->layout()->setContentsMargins(0, look::zoomed(look::space2), 0, 0);
    m_demo->layout()->addWidget(heading);
    m_demo->layout()->addWidget(row);
    connect(row, &ChoiceRow::clicked, this, &WelcomePage::demoRequested);
    m_demo->show();
}

void WelcomePage::showIcon()
{
    const int side = look::zoomed(iconSide);
    m_hasIcon = true;
    m_icon->setMinimumHeight(side);
    m_icon->setPixmap(ownIcon().pixmap(side, side));
}

void WelcomePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange && m_hasIcon)
        showIcon();
    SteadyPage::changeEvent(event);
}

void WelcomePage::begin()
{
    if (m_first)
        m_first->setFocus();
}

#include "moc_welcomepage.cpp"

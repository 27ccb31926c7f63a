// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/keychain/keychainhelp.h"

#include "gui/controls/primarybutton.h"
#include "gui/controls/wrappinglabel.h"
#include "gui/look/measures.h"
#include "gui/parts/buttonrow.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace {

struct Advice
{
    QString desktop;
    QString text;
};

#ifdef Q_OS_WIN
QList<Advice> adviceFor(KeychainState)
{
    return {{KeychainHelp::tr("Windows"), KeychainHelp::tr("Open Services, and start “Credential Manager”.")}};
}
#else
QList<Advice> adviceFor(KeychainState state)
{
    const QString gnome = KeychainHelp::tr("GNOME, Cinnamon, MATE and Xfce");
    const QString plasma = KeychainHelp::tr("KDE Plasma");
    const QString others = KeychainHelp::tr("Other desktops");
    if (state == KeychainState::NoCollection) {
        return {{gnome, KeychainHelp::tr("Open “Passwords and Keys”, add a password keyring, and set it as default.")},
                {plasma, KeychainHelp::tr("Open KWalletManager, and create the wallet “kdewallet”.")},
                {others, KeychainHelp::tr("Choose the group for new entries in KeePassXC’s Secret Service settings.")}};
    }
    return {{gnome, KeychainHelp::tr("Install the package gnome-keyring. Then log out of your desktop, and in again.")},
            {plasma, KeychainHelp::tr("Turn on “KDE Wallet” in System Settings, and its Secret Service interface.")},
            {others, KeychainHelp::tr("Install gnome-keyring, or turn on Secret Service in KeePassXC’s settings.")}};
}
#endif

} // namespace

KeychainHelp::KeychainHelp(KeychainState state, QWidget *window) : Sheet(window), m_outcome(new WrappingLabel)
{
    setObjectName(QStringLiteral("keychainHelp"));
    setTitle(state == KeychainState::NoCollection ? tr("Add a default keyring") : tr("Start a keychain"));
    body()->addWidget(new WrappingLabel(tr("Latchkey keeps your sign-in in a keychain, or nowhere.")));
    const QList<Advice> all = adviceFor(state);
    for (const Advice &advice : all) {
        auto *heading = new WrappingLabel(advice.desktop);
        heading->setFont(look::font(look::Text::Section));
        body()->addWidget(heading);
        auto *text = new WrappingLabel(advice.text);
        text->setObjectName(QStringLiteral("keychainAdvice"));
        body()->addWidget(text);
    }
    m_outcome->setObjectName(QStringLiteral("keychainOutcome"));
    m_outcome->setForegroundRole(QPalette::PlaceholderText);
    m_outcome->hide();
    body()->addWidget(m_outcome);
    addButtons();
}

void KeychainHelp::addButtons()
{
    auto *row = new ButtonRow;
    auto *close = new QPushButton(tr("Close"));
    close->setAutoDefault(true); // Enter presses it.
    close->setObjectName(QStringLiteral("closeKeychainHelpButton"));
    close->setMinimumHeight(look::zoomed(look::primaryButtonHeight));
    connect(close, &QPushButton::clicked, this, &Sheet::dismiss);
    row->add(close);
    auto *check = new PrimaryButton(tr("Check again"));
    check->setObjectName(QStringLiteral("checkKeychainButton"));
    connect(check, &QPushButton::clicked, this, &KeychainHelp::checkRequested);
    row->add(check);
    for (QPushButton *button : {close, static_cast<QPushButton *>(check)})
        button->setAccessibleName(button->text());
    body()->addWidget(row);
}

void KeychainHelp::noteUnchanged()
{
    m_outcome->setText(tr("Nothing has changed yet."));
    m_outcome->show();
}

#include "moc_keychainhelp.cpp"

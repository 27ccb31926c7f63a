// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/account/signoutsheet.h"

#include "gui/controls/labels.h"
#include "gui/controls/wrappinglabel.h"
#include "gui/look/glyphs.h"
#include "gui/look/measures.h"
#include "gui/parts/buttonrow.h"
#include "oauth/revocation.h"
#include "session/account.h"

#include <QPushButton>
#include <QVBoxLayout>

SignOutSheet::SignOutSheet(const Account &account, QWidget *window) : Sheet(window)
{
    setObjectName(QStringLiteral("signOutSheet"));
    setTitle(tr("Sign out of %1 on this computer?").arg(shortened(account.identity().login)));
    auto *text = new WrappingLabel(consequence(account));
    text->setObjectName(QStringLiteral("signOutText"));
    body()->addWidget(text);
    auto *row = new ButtonRow;
    const auto add = [row](const QString &name, const char *objectName) {
        auto *button = new QPushButton(name);
        button->setAutoDefault(true); // Enter presses it.
        button->setObjectName(QLatin1String(objectName));
        button->setAccessibleName(name);
        button->setMinimumHeight(look::zoomed(look::primaryButtonHeight));
        row->add(button);
        return button;
    };
    connect(add(tr("Cancel"), "cancelSignOutButton"), &QPushButton::clicked, this, &Sheet::dismiss);
    auto *confirm = add(tr("Sign out"), "confirmSignOutButton");
    confirm->setIcon(look::glyphIcon(look::Glyph::SignOut));
    connect(confirm, &QPushButton::clicked, this, [this] {
        dismiss();
        Q_EMIT confirmed();
    });
    body()->addWidget(row);
}

QString SignOutSheet::consequence(const Account &account)
{
    const QString server = account.provider().name;
    const oauth::TokenSet &tokens = account.tokens().current();
    if (tokens.isFromGitHubCli)
        return tr("GitHub CLI stays signed in: its token is not revoked.");
    if (tokens.isPersonalAccessToken)
        return tr("Your token stays valid. You can delete it on %1.").arg(server);
    if (!oauth::Revocation::isPossible(account.provider().server, account.provider().client))
        return tr("Latchkey’s access stays valid until you revoke it on %1.").arg(server);
    return tr("Latchkey’s access is revoked on %1.").arg(server);
}

#include "moc_signoutsheet.cpp"

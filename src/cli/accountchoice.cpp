// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/accountchoice.h"

#include "cli/commands/translate.h"

namespace cli {

std::variant<std::optional<AccountRecord>, Outcome> chooseAccount(const Options &options, const QList<AccountRecord> &accounts)
{
    if (options.account.isEmpty())
        return std::nullopt;
    QList<AccountRecord> named = accounts;
    named.removeIf([&](const AccountRecord &account) {
        const bool isElsewhere = !options.provider.isEmpty() && options.provider != account.providerId;
        return isElsewhere
            || (account.identity.id != options.account
                && account.identity.login.compare(options.account, Qt::CaseInsensitive) != 0);
    });
    if (named.isEmpty())
        return Outcome{.err = tr("Nobody is signed in as %1.").arg(options.account), .code = NobodySignedIn};
    if (named.size() == 1)
        return std::optional(named.first());
    QStringList providers;
    for (const AccountRecord &account : named)
        providers.append(account.providerId);
    return Outcome{.err = tr("%1 is signed in at several providers: add --provider with one of %2.")
                              .arg(options.account, providers.join(QStringLiteral(", "))),
                   .code = WrongUsage};
}

} // namespace cli

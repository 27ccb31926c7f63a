// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands/signout.h"

#include "cli/commands/words.h"
#include "session/keychain/errorcodes.h"

namespace cli {

void SignOut::start()
{
    connect(&m_context.session, &Session::stateChanged, this, &SignOut::useRestored);
    QMetaObject::invokeMethod(this, [this] { restore(m_context); }, Qt::QueuedConnection);
}

void SignOut::useRestored()
{
    Session &session = m_context.session;
    if (session.state() == Session::State::Restoring)
        return;
    session.disconnect(this);
    const auto &error = session.error();
    if (error && keychain::isEntryLost(*error)) {
        session.forgetUnread(this, [this](const Result<void> &) {
            finish({.err = forgottenWithoutTelling(m_context.session.provider()), .code = Failed});
        });
    } else if (error) {
        finish({.err = errorText(*error, session.provider()), .code = Failed});
    } else if (!session.account()) {
        finish({.err = tr("Nobody is signed in."), .code = NobodySignedIn});
    } else {
        signOut();
    }
}

void SignOut::signOut()
{
    Session &session = m_context.session;
    session.signOut(this, [this, login = session.account()->identity().login](const Result<void> &result) {
        if (result)
            finish({.out = tr("Signed out %1.\n").arg(login)});
        else
            finish({.err = signOutError(result.error(), m_context.session.provider()), .code = Failed});
    });
}

} // namespace cli

#include "moc_signout.cpp"

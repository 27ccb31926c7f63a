// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/signout.h"

#include <QCoreApplication>

namespace cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

QString trouble(const Error &error, const Provider &provider)
{
    if (error.kind == Error::Kind::Storage)
        return tr("Signed out, but the keychain keeps the entry (%1). Remove it there.").arg(error.code);
    if (error.code == QLatin1String("not_possible"))
        return tr("Signed out here. %1 offers no way to take the access back from here: do so in your settings there.")
            .arg(provider.name);
    if (error.kind == Error::Kind::Unreachable)
        return tr("Signed out here. %1 could not be told (%2); the next start of Latchkey's window tries again.")
            .arg(provider.name, error.code);
    return tr("Signed out here, but %1 refused to take the access back (%2): do so in your settings there.")
        .arg(provider.name, error.code);
}

} // namespace

void SignOut::start(Printer printer)
{
    m_printer = std::move(printer);
    connect(&m_session, &Session::stateChanged, this, &SignOut::signOutRestored);
    QMetaObject::invokeMethod(&m_session, &Session::restore, Qt::QueuedConnection);
}

void SignOut::signOutRestored()
{
    if (m_session.state() == Session::State::Restoring)
        return;
    m_session.disconnect(this);
    if (const auto &error = m_session.trouble())
        return m_printer(tr("The keychain could not be read (%1). Unlock it and try again.").arg(error->code), Failed);
    if (!m_session.account())
        return m_printer(tr("Nobody is signed in."), NobodySignedIn);
    const QString login = m_session.account()->identity().login;
    m_session.signOut(this, [this, login](const Result<void> &result) {
        if (result)
            m_printer(tr("Signed out %1.").arg(login), Done);
        else
            m_printer(trouble(result.error(), m_session.provider()), Failed);
    });
}

} // namespace cli

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/questions/passwordquestions.h"

#include "loginview/questions/dialogtext.h"
#include "loginview/questions/pagedialog.h"

#include <QLineEdit>
#include <QScopedValueRollback>

namespace {

constexpr int mostTries = 3;

/// Then a page that reloads itself asks no more.
constexpr int mostCancels = 3;

constexpr qsizetype longestRealm = 80;

} // namespace

std::optional<Credentials> PasswordQuestions::ask(const PasswordChallenge &challenge, QWidget *window)
{
    if (m_isOpen || m_cancels >= mostCancels || m_tries.value(challenge.origin) >= mostTries)
        return std::nullopt;
    ++m_tries[challenge.origin];
    const QScopedValueRollback open(m_isOpen, true);
    const auto answer = show(challenge, window);
    m_last = challenge;
    if (!answer) {
        ++m_cancels;
        m_tries[challenge.origin] = mostTries;
    }
    return answer;
}

void PasswordQuestions::beginPage()
{
    if (m_isOpen)
        return;
    m_tries.clear();
    m_last.reset();
}

void PasswordQuestions::reset()
{
    beginPage();
    m_cancels = 0;
}

std::optional<Credentials> PasswordQuestions::show(const PasswordChallenge &challenge, QWidget *window)
{
    PageDialog dialog(challenge.origin, window);
    const QString origin = dialogText(challenge.origin);
    dialog.addText(QStringLiteral("questionLabel"), challenge.isProxy ? tr("The proxy %1 asks for a username and password.").arg(origin)
                                                                      : tr("%1 asks for a username and password.").arg(origin));
    dialog.addText(QStringLiteral("connectionLabel"), challenge.isEncrypted ? tr("The connection is encrypted.")
                                                      : challenge.isProxy   ? tr("The connection to the proxy is not encrypted.")
                                                                            : tr("The page is on this computer."));
    const QString realm = dialogText(challenge.realm.simplified(), longestRealm);
    if (!realm.isEmpty())
        dialog.addText(QStringLiteral("realmLabel"), tr("In its own words: “%1”").arg(realm));
    if (m_last && challenge.repeats(*m_last))
        dialog.addText(QStringLiteral("againLabel"), tr("That did not work. Try again."));
    QLineEdit *user = dialog.addField(QStringLiteral("userEdit"), tr("&Username"));
    QLineEdit *password = dialog.addField(QStringLiteral("passwordEdit"), tr("&Password"));
    password->setEchoMode(QLineEdit::Password);
    user->setFocus();
    dialog.addButtons(tr("Sign in"), tr("Cancel"));

    if (!dialog.ask())
        return std::nullopt;
    return Credentials{user->text(), password->text()};
}

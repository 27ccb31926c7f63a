// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/signin/pages/steadypage.h"
#include "provider/provider.h"
#include "session/signinway.h"

#include <QHash>

class ChoiceRow;
class LinkButton;
class PrimaryButton;
class QAbstractButton;
class QLabel;

/// The ways to sign in that work here: the best one as the primary button, the others as rows. At a server that does not
/// know Latchkey yet, these are the ways that need no registration.
class WaysPage : public SteadyPage
{
    Q_OBJECT

public:
    explicit WaysPage(QWidget *parent = nullptr);

    void setProvider(const Provider &provider);

    /// Whose sign-in SignInWay::GitHubCli uses.
    void setCliLogin(const QString &login);

    void setWays(const QList<WayState> &ways);

    /// Focuses the way that Enter is to start; nothing: the first one.
    void focusWay(std::optional<SignInWay> way);

Q_SIGNALS:
    void wayRequested(SignInWay way);

    /// The person wants to make a token at the server, and to paste it.
    void newTokenRequested();

    /// The person wants to register an app.
    void connectRequested();

private:
    QString titleOf(SignInWay way) const;
    QString captionOf(SignInWay way) const;
    void addRows();
    void arrange();
    void putInOrder();
    void showPrimary(SignInWay way);
    bool beginsWithNewToken() const;
    QAbstractButton *buttonFor(SignInWay way) const;

    Provider m_provider;
    QString m_cliLogin;
    QList<SignInWay> m_ways; ///< Those that work.
    PrimaryButton *m_primary;
    QLabel *m_primaryCaption;
    QLabel *m_otherWays;
    QHash<SignInWay, ChoiceRow *> m_rows;
    LinkButton *m_link;
    QLabel *m_advanced;
    ChoiceRow *m_connect;
    QLabel *m_scopes;
};

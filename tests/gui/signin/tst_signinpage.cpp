// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/signinpage.h"

#include "support/test.h"

namespace tst_signinpage {

using State = Session::State;
using Page = SignInPage;

const Error declined{Error::Kind::Denied, QStringLiteral("access_denied")};
const Error expired{Error::Kind::Denied, QStringLiteral("expired_token")};

class SignInPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pageFollowsFromTheSituation_data();
    void pageFollowsFromTheSituation();
};

void SignInPageTest::pageFollowsFromTheSituation_data()
{
    QTest::addColumn<SignInSituation>("situation");
    QTest::addColumn<SignInPage>("page");
    using Way = SignInWay;
    const auto row = [](const char *name, const SignInSituation &situation, Page page) {
        QTest::newRow(name) << situation << page;
    };
    row("start", {}, Page::Ways);
    row("no way", {.hasWays = false}, Page::Connect);
    row("fresh installation", {.isProviderChosen = false}, Page::Welcome);
    row("fresh installation, no way", {.hasWays = false, .isProviderChosen = false}, Page::Welcome);
    row("failed restore, nothing chosen", {.isProviderChosen = false, .error = declined}, Page::Ways);
    row("another server, nothing chosen", {.isProviderChosen = false, .opened = Page::Host}, Page::Host);
    row("keychain asks, nothing chosen", {.state = State::Restoring, .isProviderChosen = false}, Page::Progress);
    row("checked token", {.state = State::SigningIn, .isConfirming = true, .lastWay = Way::Token}, Page::Confirm);
    row("restoring", {.state = State::Restoring}, Page::Progress);
    row("restoring, no way", {.state = State::Restoring, .hasWays = false}, Page::Progress);
    row("signing in", {.state = State::SigningIn, .lastWay = Way::Browser}, Page::Progress);
    row("signed in", {.state = State::SignedIn, .lastWay = Way::Browser}, Page::Progress);
    row("declined", {.lastWay = Way::Browser, .error = declined}, Page::Ways);
    row("expired code", {.lastWay = Way::DeviceCode, .error = expired}, Page::Progress);
    row("refused token", {.lastWay = Way::Token, .error = declined}, Page::Token);
    row("refused token, no other way", {.hasWays = false, .lastWay = Way::Token, .error = declined}, Page::Token);
    row("canceled token", {.lastWay = Way::Token}, Page::Ways);
    row("failed restore", {.error = declined}, Page::Ways);
    row("another host", {.opened = Page::Host}, Page::Host);
    row("another host after an error", {.lastWay = Way::Token, .error = declined, .opened = Page::Host}, Page::Host);
    row("another host after an expired code", {.lastWay = Way::DeviceCode, .error = expired, .opened = Page::Host}, Page::Host);
    row("token, no other way", {.hasWays = false, .opened = Page::Token}, Page::Token);
    row("another registration", {.lastWay = Way::Browser, .error = declined, .opened = Page::Connect}, Page::Connect);
}

void SignInPageTest::pageFollowsFromTheSituation()
{
    QFETCH(SignInSituation, situation);
    QFETCH(SignInPage, page);
    QCOMPARE(pageFor(situation), page);
}

} // namespace tst_signinpage

LATCHKEY_TEST(tst_signinpage, SignInPageTest, testprogram::NoApplication)

#include "tst_signinpage.moc"

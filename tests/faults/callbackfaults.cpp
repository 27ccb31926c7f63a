// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faulttable.h"
#include "faultworld.h"

#include "support/browser.h"

#include <QTcpServer>
#include <QUrlQuery>

using State = Session::State;

namespace {

/// A request to the redirect URI instead of the browser's.
struct BadCallback
{
    const char *name;
    const char *method;
    const char *query; ///< %1 is the attempt's state.
    const char *host; ///< Null: the right one.
    int status; ///< The sender's answer; 0: none yet.
    const char *expected;
    QByteArray body = {};
};

/// An attempt with an open page, which then receives the bad callback.
struct CallbackRun
{
    CallbackRun()
    {
        world.person.setAnswer(FormFillingUserAgent::Answer::None);
        world.open();
        isOpen = world.pressSignIn([this] { return world.count(demo::Endpoint::Authorize) == 2; });
        settle();
        if (const SignIn *attempt = world.session().signInAttempt())
            request = attempt->authorizationRequest();
        const QUrlQuery query(request);
        redirectUri = QUrl(query.queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded));
        state = query.queryItemValue(QStringLiteral("state"), QUrl::FullyDecoded).toLatin1();
    }

    QByteArray bytesOf(const BadCallback &bad) const
    {
        const QByteArray host = bad.host ? QByteArray(bad.host) : redirectUri.authority().toLatin1();
        QByteArray bytes = QByteArray(bad.method) + ' ' + redirectUri.path().toLatin1() + QByteArray(bad.query).replace("%1", state)
            + " HTTP/1.1\r\nHost: " + host + "\r\n";
        if (!bad.body.isEmpty())
            bytes += "Content-Length: " + QByteArray::number(bad.body.size()) + "\r\n";
        return bytes + "\r\n" + bad.body;
    }

    /// Sends bytes and waits for the status.
    bool isToldBy(RawClient &client, const QByteArray &bytes, int status)
    {
        client.send(bytes);
        if (status == 0)
            settle();
        return eventually([&] { return client.status() == status; });
    }

    Outcome conclude(bool wasServed, bool isOverExpected = false)
    {
        settle();
        if (isOverExpected && !world.waitFor(State::SignedOut))
            return {.got = "no end"};
        const auto &error = world.session().error();
        Outcome outcome{.got = world.session().state() == State::SigningIn ? QByteArray("open")
                            : world.session().state() == State::SignedIn ? QByteArray("signed in")
                            : "over: " + (error ? error->code.toUtf8() : QByteArray()),
                        .wasServed = isOpen && wasServed,
                        .isWindowUsable = world.isWindowUsable()};
        world.person.setAnswer(FormFillingUserAgent::Answer::Allow);
        // The right answer still counts. If the attempt is over, a new one works.
        if (world.session().state() == State::SigningIn) {
            world.person.show(request);
            outcome.worksAgain = world.waitFor(State::SignedIn);
        } else {
            outcome.worksAgain = world.signInByWindow();
        }
        return outcome;
    }

    FaultWorld world;
    bool isOpen = false;
    QUrl request;
    QUrl redirectUri;
    QByteArray state;
};

Outcome runBadCallback(const BadCallback &bad)
{
    CallbackRun run;
    RawClient client(run.redirectUri);
    return run.conclude(run.isToldBy(client, run.bytesOf(bad), bad.status), qstrcmp(bad.expected, "open") != 0);
}

/// Bytes that are no HTTP request. With `isBrokenOff`, the connection is then reset.
Outcome runBytes(const QByteArray &bytes, int status, bool isBrokenOff)
{
    CallbackRun run;
    auto client = std::make_unique<RawClient>(run.redirectUri);
    const bool wasServed = client->isConnected() && run.isToldBy(*client, bytes, status);
    if (isBrokenOff) {
        client.reset();
        settle();
    }
    return run.conclude(wasServed);
}

/// More than the listener reads: it answers, or closes the connection before it has read everything.
Outcome runHugeCallback()
{
    CallbackRun run;
    RawClient client(run.redirectUri);
    client.send("GET " + run.redirectUri.path().toLatin1() + "?code=" + QByteArray(10 * 1024 * 1024, 'x'));
    return run.conclude(eventually([&] { return client.status() == 431 || !client.isConnected(); }));
}

/// The registration fixes the port, and it is taken.
Outcome runTakenPort()
{
    FaultWorld world;
    QTcpServer other;
    other.listen(QHostAddress(QHostAddress::LocalHost));
    world.provider.client.redirectPort = other.serverPort();
    world.open();
    Outcome outcome;
    outcome.wasServed = world.pressSignIn() && other.isListening();
    outcome.got = "over: " + (world.session().error() ? world.session().error()->code.toUtf8() : QByteArray());
    outcome.isWindowUsable = world.isWindowUsable();
    other.close();
    outcome.worksAgain = world.signInByWindow();
    return outcome;
}

} // namespace

QList<FaultRow> callbackFaults()
{
    const QList<BadCallback> badCallbacks{
        {"wrong method", "POST", "?code=x&state=%1", nullptr, 405, "open", "code=x"},
        {"HEAD, as a scanner of links asks", "HEAD", "?code=x&state=%1", nullptr, 405, "open"},
        {"another path", "GET", "/more?code=x&state=%1", nullptr, 404, "open"},
        {"another host", "GET", "?code=x&state=%1", "evil.example", 400, "open"},
        {"no state", "GET", "?code=x", nullptr, 400, "open"},
        {"wrong state", "GET", "?code=x&state=wrong", nullptr, 400, "open"},
        {"an error with a wrong state", "GET", "?error=access_denied&state=wrong", nullptr, 400, "open"},
        {"state twice", "GET", "?code=x&state=%1&state=%1", nullptr, 400, "open"},
        {"empty", "GET", "", nullptr, 400, "open"},
        {"no code", "GET", "?state=%1", nullptr, 400, "open"},
        {"wrong charset", "GET", "?code=%FF%FE&state=%1", nullptr, 502, "over: bad_verification_code"},
        {"a code that the server does not know", "GET", "?code=x&state=%1", nullptr, 502, "over: bad_verification_code"},
        {"access_denied", "GET", "?error=access_denied&state=%1", nullptr, 403, "over: access_denied"},
        {"server_error", "GET", "?error=server_error&state=%1", nullptr, 403, "over: server_error"},
    };
    QList<FaultRow> rows;
    const QByteArray stage = "callback";
    for (const BadCallback &bad : badCallbacks)
        rows.append({stage, bad.name, bad.expected, [bad] { return runBadCallback(bad); }});
    rows.append({stage, "malformed", "open", [] { return runBytes("what is this\r\n\r\n", 400, false); }});
    rows.append({stage, "TLS on the plain port", "open", [] { return runBytes("\x16\x03\x01\x02\x01\r\n\r\n", 400, false); }});
    rows.append({stage, "reset in the middle", "open", [] { return runBytes("GET /oauth/call", 0, true); }});
    rows.append({stage, "silence", "open", [] { return runBytes({}, 0, false); }});
    rows.append({stage, "slow", "open", [] { return runBytes("GET /oauth/callback?code=", 0, false); }});
    rows.append({stage, "10 MB", "open", &runHugeCallback});
    rows.append({stage, "port taken", "over: redirect_port_in_use", &runTakenPort});
    return rows;
}

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faulttable.h"
#include "faultworld.h"

#include "gui/parts/avatar.h"
#include "gui/parts/inlinealert.h"
#include "support/browser.h"
#include "support/certificate.h"

#include <QLabel>
#include <QStringEncoder>

using demo::Endpoint;
using State = Session::State;
using namespace std::chrono_literals;

namespace {

enum class Stage { Authorization, Token, Identity, Refresh, Profile, Avatar, Revocation };

constexpr const char *stageNames[] = {"authorization", "token", "userinfo at sign-in", "refresh", "REST", "avatar", "revocation"};

constexpr const char *faultNames[] = {"connection refused", "reset", "cut off mid-body", "silence", "a drip without end",
                                      "500", "502 with a page", "429", "malformed", "empty", "10 MB", "wrong type",
                                      "wrong charset", "redirect elsewhere", "TLS for another name", "TLS self-signed",
                                      "invalid_grant", "suspended"};

bool isTls(ServerFault fault)
{
    return fault == ServerFault::NameMismatch || fault == ServerFault::SelfSigned;
}

bool needsGateway(ServerFault fault)
{
    return isTls(fault) || fault == ServerFault::Refused;
}

/// Short enough for a test to wait for, long enough for an answer on loopback on a busy machine.
http::AnswerLimits limitsFor(ServerFault fault)
{
    const bool isSlow = fault == ServerFault::Silent || fault == ServerFault::Drip;
    return isSlow ? http::AnswerLimits{.silence = 1500ms, .total = 2500ms} : http::AnswerLimits();
}

Endpoint endpointOf(Stage stage)
{
    switch (stage) {
    case Stage::Authorization: return Endpoint::Authorize;
    case Stage::Token:
    case Stage::Refresh: return Endpoint::Token;
    case Stage::Identity:
    case Stage::Profile: return Endpoint::User;
    case Stage::Avatar: return Endpoint::Avatar;
    case Stage::Revocation: return Endpoint::Revocation;
    }
    return Endpoint::Other;
}

/// Valid JSON in a charset that JSON must not have (RFC 8259 §8.1).
QByteArray inUtf16(const QString &text)
{
    return QStringEncoder(QStringConverter::Utf16LE)(text);
}

demo::Fault withBody(int status, const QByteArray &contentType, const QByteArray &body,
                     const QList<loopback::Header> &headers = {})
{
    return {.response = {.status = status, .contentType = contentType, .body = body, .headers = headers}, .times = -1};
}

demo::Fault demoFault(ServerFault fault, const QUrl &elsewhere)
{
    using Kind = demo::Fault::Kind;
    static const QByteArray goodJson = R"({"id": 8150042, "login": "ada-demo", "access_token": "gho_x", "token_type": "bearer"})";
    static const QByteArray page = "<html><body>Bad gateway</body></html>";
    switch (fault) {
    case ServerFault::Reset: return {.kind = Kind::Reset, .times = -1};
    case ServerFault::CutOff: {
        demo::Fault cut = withBody(200, "application/json", goodJson);
        cut.kind = Kind::CutOff;
        return cut;
    }
    case ServerFault::Silent: return hang();
    case ServerFault::Drip: return {.kind = Kind::Drip, .times = -1};
    case ServerFault::Status500: return answer(500);
    case ServerFault::Page502: return withBody(502, "text/html", page);
    case ServerFault::Busy429: return answer(429, "{}", {{"Retry-After", "0"}});
    case ServerFault::Malformed: return answer(200, R"({"login": "ada-)");
    case ServerFault::Empty: return answer(200);
    case ServerFault::Huge: return answer(200, QByteArray(10 * 1024 * 1024, ' '));
    case ServerFault::WrongType: return withBody(200, "text/html", "<html>Welcome to Hotel Wi-Fi</html>");
    case ServerFault::WrongCharset:
        return withBody(200, "application/json; charset=utf-16le", inUtf16(QString::fromLatin1(goodJson)));
    case ServerFault::Redirect: return answer(302, {}, {{"Location", elsewhere.toEncoded()}});
    case ServerFault::InvalidGrant: return answer(400, R"({"error": "invalid_grant"})");
    case ServerFault::Suspended:
        return answer(403, R"({"message": "Sorry. Your account was suspended."})", {{"X-GitHub-Request-Id", "1:2"}});
    case ServerFault::Refused:
    case ServerFault::NameMismatch:
    case ServerFault::SelfSigned: break; // By the gateway.
    }
    return {};
}

const Certificate &goodCertificate()
{
    static const Certificate certificate(QStringLiteral("IP:127.0.0.1"));
    return certificate;
}

/// A trusted certificate, so that only its name is wrong.
const Certificate &certificateOfAnother()
{
    static const Certificate certificate(QStringLiteral("DNS:github.com"));
    return certificate;
}

const Certificate &untrustedCertificate()
{
    static const Certificate certificate(QStringLiteral("IP:127.0.0.1"));
    return certificate;
}

QSslConfiguration trustedTls()
{
    static const bool isTrusted = [] {
        goodCertificate().trust();
        certificateOfAnother().trust();
        return true;
    }();
    return isTrusted ? goodCertificate().configuration() : QSslConfiguration();
}

QByteArray codeOf(const Result<void> &result)
{
    return result ? QByteArray("success") : result.error().code.toUtf8();
}

/// Runs a server fault at a stage, from the last good state before it to the next try after it.
class ServerFaultRun
{
public:
    ServerFaultRun(Stage stage, ServerFault fault)
        : m_stage(stage), m_fault(fault), m_world(limitsFor(fault)),
          m_gateway(m_world.server.origin(), isTls(fault) ? trustedTls() : QSslConfiguration())
    {
        m_elsewhere.answer(QStringLiteral("/elsewhere"), json("{}"));
        if (needsGateway(fault))
            goByGateway();
        m_world.open();
    }

    Outcome run()
    {
        Outcome outcome;
        if (!isSignIn() && !(m_world.signInByWindow() && m_world.waitForProfile()))
            return {.got = "the sign-in before it failed"};
        const int askedBefore = asked();
        begin();
        outcome.got = act();
        outcome.wasServed = wasServed(askedBefore);
        outcome.isWindowUsable = m_world.isWindowUsable();
        end();
        outcome.worksAgain = tryAgain();
        return outcome;
    }

private:
    bool isSignIn() const { return m_stage <= Stage::Identity; }
    int asked() const { return m_world.count(endpointOf(m_stage)); }
    Session &session() const { return m_world.session(); }

    void goByGateway()
    {
        Provider &provider = m_world.provider;
        const auto move = [this](QUrl &url) { url = m_gateway.at(url); };
        switch (m_stage) {
        case Stage::Authorization: return move(provider.server.authorizationEndpoint);
        case Stage::Token:
        case Stage::Refresh: return move(provider.server.tokenEndpoint);
        case Stage::Identity:
        case Stage::Profile:
            move(provider.apiBaseUrl);
            return move(provider.graphqlUrl);
        case Stage::Avatar: {
            QJsonValueRef avatar = m_world.server.account()[QStringLiteral("avatar_url")];
            avatar = m_gateway.at(QUrl(avatar.toString())).toString();
            return;
        }
        case Stage::Revocation: return move(provider.server.revocationEndpoint);
        }
    }

    void begin()
    {
        m_handshakesBefore = m_gateway.handshakeCount();
        if (m_fault == ServerFault::Refused)
            m_gateway.close();
        else if (isTls(m_fault))
            m_gateway.setTls((m_fault == ServerFault::SelfSigned ? untrustedCertificate() : certificateOfAnother()).configuration());
        else
            m_world.server.misbehave(endpointOf(m_stage), demoFault(m_fault, m_elsewhere.at(QStringLiteral("/elsewhere"))));
        m_gateway.cut();
    }

    void end()
    {
        m_world.server.behave();
        if (m_fault == ServerFault::Refused)
            m_gateway.open();
        else if (isTls(m_fault))
            m_gateway.setTls(trustedTls());
        else if (m_fault == ServerFault::Busy429)
            m_world.now = m_world.now.addSecs(600); // Longer than any requested wait.
        m_gateway.cut();
    }

    /// A bad gateway has let nothing through; a bad server has been asked. No secret has followed a redirect.
    bool wasServed(int askedBefore) const
    {
        for (const loopback::Request &request : m_elsewhere.requests()) {
            if (!request.header("authorization").isEmpty() || !request.body.isEmpty())
                return false;
        }
        if (m_fault == ServerFault::Refused)
            return asked() == askedBefore && !canConnect(m_gateway.origin());
        if (isTls(m_fault))
            return asked() == askedBefore && m_gateway.handshakeCount() > m_handshakesBefore;
        return asked() > askedBefore;
    }

    QByteArray act()
    {
        switch (m_stage) {
        case Stage::Authorization:
        case Stage::Token:
        case Stage::Identity: return actSignIn();
        case Stage::Refresh: return actRefresh();
        case Stage::Profile: return actProfile();
        case Stage::Avatar: return actAvatar();
        case Stage::Revocation: return actSignOut();
        }
        return {};
    }

    QByteArray actSignIn()
    {
        const bool isSilent = m_stage == Stage::Authorization
            && (m_fault == ServerFault::Silent || m_fault == ServerFault::Drip);
        if (!m_world.pressSignIn([&] { return isSilent && asked() > 0; }))
            return "no end";
        return described();
    }

    QByteArray actRefresh()
    {
        Answers<void> refreshed;
        session().account()->tokens().refresh(&m_world.context, refreshed.receiver());
        if (!eventually([&] { return refreshed.count > 0 || session().state() == State::SignedOut; }))
            return "no end";
        return described(refreshed.last ? codeOf(*refreshed.last) : QByteArray());
    }

    QByteArray actProfile()
    {
        Answers<github::Viewer> viewer;
        session().account()->resources().ask(github::viewer(m_world.provider.apiBaseUrl), &m_world.context, viewer.receiver());
        if (!eventually([&] { return viewer.count > 0 || session().state() == State::SignedOut; }))
            return "no end";
        if (session().state() == State::SignedOut)
            return described();
        if (!m_world.pressRefresh())
            return "the window does not come to an end";
        const bool isTold = !m_world.window<MainWindow>()->findChild<InlineAlert *>(QStringLiteral("errorBar"))->text().isEmpty();
        return described(*viewer.last ? "success" : viewer.last->error().code.toUtf8()) + (isTold ? "" : ", untold")
            + (isProfileShown() ? "" : ", profile lost");
    }

    /// Both in the window and for the next start.
    bool isProfileShown() const
    {
        const auto *name = m_world.window<MainWindow>()->findChild<QLabel *>(QStringLiteral("nameLabel"));
        return name->text() == QStringLiteral("Ada Nordström")
            && session().account()->resources().cached(github::viewer(m_world.provider.apiBaseUrl));
    }

    QByteArray actAvatar()
    {
        const QUrl url(m_world.server.account().value(QLatin1String("avatar_url")).toString());
        Answers<QByteArray> image;
        session().account()->resources().ask(github::image(url), &m_world.context, image.receiver());
        if (!eventually([&] { return image.count > 0; }) || !m_world.pressRefresh())
            return "no end";
        const auto *avatar = m_world.window<MainWindow>()->findChild<Avatar *>(QStringLiteral("avatar"));
        return described(*image.last ? "success" : image.last->error().code.toUtf8())
            + (avatar->hasPicture() ? "" : ", no picture")
            + (session().account()->resources().cached(github::image(url)) ? "" : ", no picture at the next start");
    }

    QByteArray actSignOut()
    {
        Answers<void> signedOut;
        session().signOut(&m_world.context, signedOut.receiver());
        if (!eventually([&] { return signedOut.count > 0; }))
            return "no end";
        return described(codeOf(*signedOut.last)) + (m_world.isForgotten() ? "" : ", not forgotten");
    }

    /// The state in the words of the table.
    QByteArray described(const QByteArray &code = {}) const
    {
        const auto withCode = [](const QByteArray &text, const QByteArray &what) { return what.isEmpty() ? text : text + ": " + what; };
        if (session().state() == State::SignedIn)
            return withCode(isSignIn() ? "signed in" : "kept", code);
        if (session().state() == State::SigningIn)
            return "open";
        const auto end = session().lastEnd();
        const QByteArray reason = end ? toText(end->reason).toUtf8() : QByteArray();
        if (m_stage == Stage::Revocation)
            return withCode(reason, code);
        if (isSignIn())
            return withCode("over", session().error() ? session().error()->code.toUtf8() : QByteArray());
        return withCode("ended", reason);
    }

    bool tryAgain()
    {
        if (m_stage == Stage::Revocation)
            return areTokensGivenBack() && m_world.signInByWindow();
        if (session().state() == State::SigningIn)
            FaultWorld::control<SignInWindow, QPushButton>("cancelButton")->click();
        if (session().state() == State::SignedOut)
            return m_world.signInByWindow() && m_world.isWindowUsable();
        if (m_stage == Stage::Refresh) {
            Answers<void> refreshed;
            session().account()->tokens().refresh(&m_world.context, refreshed.receiver());
            return eventually([&] { return refreshed.count > 0; }) && bool(*refreshed.last);
        }
        return m_world.pressRefresh()
            && m_world.window<MainWindow>()->findChild<InlineAlert *>(QStringLiteral("errorBar"))->text().isEmpty();
    }

    /// Retries later; wake() makes the next try come at once.
    bool areTokensGivenBack() const
    {
        m_world.sessions->wake();
        return eventually([&] { return m_world.server.liveTokenCount() == 0 && m_world.isStoreEmpty(); });
    }

    const Stage m_stage;
    const ServerFault m_fault;
    FaultWorld m_world;
    Gateway m_gateway;
    ScriptedServer m_elsewhere;
    int m_handshakesBefore = 0;
};

struct ExpectedOutcome
{
    ServerFault fault;
    const char *outcome;
};

QList<FaultRow> rowsOf(Stage stage, const QList<ExpectedOutcome> &expectations)
{
    QList<FaultRow> rows;
    for (const auto &[fault, outcome] : expectations) {
        rows.append({stageNames[int(stage)], faultNames[int(fault)], outcome,
                     [stage, fault = fault] { return ServerFaultRun(stage, fault).run(); }});
    }
    return rows;
}

} // namespace

QList<FaultRow> serverFaults()
{
    using F = ServerFault;
    return
        // The browser shows these. From a page that it cannot show, the person goes on to another way of signing in.
        rowsOf(Stage::Authorization, {
            {F::Refused, "over: stuck"}, {F::Reset, "over: stuck"}, {F::CutOff, "over: stuck"}, {F::Silent, "open"},
            {F::Drip, "open"}, {F::Status500, "over: stuck"}, {F::Page502, "over: stuck"}, {F::Busy429, "over: stuck"},
            {F::Malformed, "over: stuck"}, {F::Empty, "over: stuck"}, {F::Huge, "over: stuck"},
            {F::WrongType, "over: stuck"}, {F::WrongCharset, "over: stuck"}, {F::Redirect, "over: stuck"},
            {F::NameMismatch, "over: stuck"}, {F::SelfSigned, "over: stuck"}})
        + rowsOf(Stage::Token, {
            {F::Refused, "over: connection_refused"}, {F::Reset, "over: network"}, {F::CutOff, "over: cut_off"},
            {F::Silent, "over: timed_out"}, {F::Drip, "over: timed_out"}, {F::Status500, "over: http_500"},
            {F::Page502, "over: http_502"}, {F::Busy429, "over: http_429"}, {F::Malformed, "over: not_json"},
            {F::Empty, "over: no_token"}, {F::Huge, "over: too_large"}, {F::WrongType, "over: web_page"},
            {F::WrongCharset, "over: not_json"}, {F::Redirect, "over: token_response"}, {F::NameMismatch, "over: tls"},
            {F::SelfSigned, "over: tls"}, {F::InvalidGrant, "over: invalid_grant"}})
        + rowsOf(Stage::Identity, {
            {F::Refused, "over: connection_refused"}, {F::Reset, "over: network"}, {F::CutOff, "over: cut_off"},
            {F::Silent, "over: timed_out"}, {F::Drip, "over: timed_out"}, {F::Status500, "over: http_500"},
            {F::Page502, "over: http_502"}, {F::Busy429, "over: limit_reached"}, {F::Malformed, "over: not_json"},
            {F::Empty, "over: not_json"}, {F::Huge, "over: too_large"}, {F::WrongType, "over: not_json"},
            {F::WrongCharset, "over: not_json"}, {F::Redirect, "over: redirected"}, {F::NameMismatch, "over: tls"},
            {F::SelfSigned, "over: tls"}, {F::Suspended, "over: account_suspended"}})
        + rowsOf(Stage::Refresh, {
            {F::Refused, "kept: connection_refused"}, {F::Reset, "kept: network"}, {F::CutOff, "kept: cut_off"},
            {F::Silent, "kept: timed_out"}, {F::Drip, "kept: timed_out"}, {F::Status500, "kept: http_500"},
            {F::Page502, "kept: http_502"}, {F::Busy429, "kept: http_429"}, {F::Malformed, "kept: not_json"},
            {F::Empty, "kept: no_token"}, {F::Huge, "kept: too_large"}, {F::WrongType, "kept: web_page"},
            {F::WrongCharset, "kept: not_json"}, {F::Redirect, "kept: token_response"}, {F::NameMismatch, "kept: tls"},
            {F::SelfSigned, "kept: tls"}, {F::InvalidGrant, "ended: refresh_refused"}})
        + rowsOf(Stage::Profile, {
            {F::Refused, "kept: connection_refused"}, {F::Reset, "kept: network"}, {F::CutOff, "kept: cut_off"},
            {F::Silent, "kept: timed_out"}, {F::Drip, "kept: timed_out"}, {F::Status500, "kept: http_500"},
            {F::Page502, "kept: http_502"}, {F::Busy429, "kept: rate_limited"}, {F::Malformed, "kept: not_json"},
            {F::Empty, "kept: not_json"}, {F::Huge, "kept: too_large"}, {F::WrongType, "kept: not_json"},
            {F::WrongCharset, "kept: not_json"}, {F::Redirect, "kept: redirected"}, {F::NameMismatch, "kept: tls"},
            {F::SelfSigned, "kept: tls"}, {F::Suspended, "ended: suspended"}})
        // A missing picture is not reported: the old one stays.
        + rowsOf(Stage::Avatar, {
            {F::Refused, "kept: connection_refused"}, {F::Reset, "kept: network"}, {F::CutOff, "kept: cut_off"},
            {F::Silent, "kept: timed_out"}, {F::Drip, "kept: timed_out"}, {F::Status500, "kept: http_500"},
            {F::Page502, "kept: http_502"}, {F::Busy429, "kept: rate_limited"}, {F::Malformed, "kept: not_an_image"},
            {F::Empty, "kept: not_an_image"}, {F::Huge, "kept: too_large"}, {F::WrongType, "kept: not_an_image"},
            {F::WrongCharset, "kept: not_an_image"}, {F::Redirect, "kept: redirected"}, {F::NameMismatch, "kept: tls"},
            {F::SelfSigned, "kept: tls"}})
        // Anything but the server's own refusal leads to another try.
        + rowsOf(Stage::Revocation, {
            {F::Refused, "signed_out: connection_refused"}, {F::Reset, "signed_out: network"},
            {F::CutOff, "signed_out: cut_off"}, {F::Silent, "signed_out: timed_out"}, {F::Drip, "signed_out: timed_out"},
            {F::Status500, "signed_out: http_500"}, {F::Page502, "signed_out: http_502"},
            {F::Busy429, "signed_out: limit_reached"}, {F::Huge, "signed_out: too_large"},
            {F::WrongType, "signed_out: http_200"}, {F::Redirect, "signed_out: http_302"},
            {F::NameMismatch, "signed_out: tls"}, {F::SelfSigned, "signed_out: tls"}});
}

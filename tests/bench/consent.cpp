// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From the redirect that follows the person's consent to the painted overview, with a server that is a round trip of
// 100 ms away: the whole application, with the desktop's keychain, beside curl that asks for nothing but a token and
// the overview.

#include "session/demoprovider.h"
#include "support/gateway.h"

#include "github/overview.h"
#include "gui/logingate.h"
#include "oauth/code/loopbackredirect.h"
#include "oauth/code/pkce.h"
#include "session/keychain/keychaintokenstore.h"
#include "session/registration/ownregistrations.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace {

using namespace std::chrono_literals;

constexpr auto roundTrip = 100ms;
constexpr auto timeAtThePage = 500ms; // Who types a password takes longer.
constexpr int patience = 20000; // Milliseconds.
constexpr double limit = 1.15;
const QString serverOption = QStringLiteral("--server");

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// A demo provider in a separate process. Its pages are near, and its other endpoints far away.
class FarServer
{
public:
    FarServer()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(), {serverOption});
        if (!m_process.waitForReadyRead(patience))
            qFatal("no server");
        const QList<QByteArray> origins = m_process.readLine().trimmed().split(' ');
        m_provider = demoProviderAt(QUrl(QString::fromLatin1(origins.last())));
        m_provider.server.authorizationEndpoint =
            demoProviderAt(QUrl(QString::fromLatin1(origins.first()))).server.authorizationEndpoint;
    }

    ~FarServer()
    {
        m_process.kill();
        m_process.waitForFinished(patience);
    }

    /// The main function of the process.
    static int run()
    {
        demo::FaultyProvider demo;
        if (!demo.listen())
            qFatal("the demo provider cannot listen");
        Gateway way(demo.origin());
        way.setRoundTrip(roundTrip);
        std::printf("%s %s\n", demo.origin().toEncoded().constData(), way.origin().toEncoded().constData());
        std::fflush(stdout);
        return QCoreApplication::exec();
    }

    const Provider &provider() const { return m_provider; }

private:
    QProcess m_process;
    Provider m_provider;
};

/// A person who types for a while, then consents.
class SlowPerson : public FormFillingUserAgent
{
public:
    SlowPerson() : FormFillingUserAgent(demoPerson()) {}

    void show(const QUrl &authorizationRequest) override
    {
        QTimer::singleShot(timeAtThePage, this, [this, authorizationRequest] { FormFillingUserAgent::show(authorizationRequest); });
    }
};

/// Calls a function when the widget has been painted.
class PaintWatch : public QObject
{
public:
    PaintWatch(QWidget &widget, std::function<void()> painted) : QObject(&widget), m_painted(std::move(painted))
    {
        widget.installEventFilter(this);
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QTimer::singleShot(0, this, m_painted);
        return false;
    }

private:
    const std::function<void()> m_painted;
};

QWidget *find(const char *name)
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *found = window->findChild<QWidget *>(QLatin1String(name)); found && window->isVisible())
            return found;
    }
    return nullptr;
}

/// Runs the event loop as the application does. QTest would sleep for 10 ms at a time.
void waitFor(const char *what, const std::function<bool()> &isThere)
{
    QEventLoop loop;
    QTimer look;
    QDeadlineTimer deadline(patience);
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (deadline.hasExpired())
            qFatal("no %s", what);
        if (isThere())
            loop.quit();
    });
    look.start(5);
    loop.exec();
}

/// The first sign-in of an account on this computer, in milliseconds from the redirect on.
double signIn(const Provider &provider)
{
    const QTemporaryDir folder;
    const Paths paths{folder.filePath(QStringLiteral("latchkey.conf")), folder.filePath(QStringLiteral("cache")), {}};
    AccountRegistry registry(paths.settingsFile);
    KeychainTokenStore store(QStringLiteral("io.github.latchkey.Bench"));
    const ProviderCatalog catalog{QStringList()};
    OwnRegistrations registrations(folder.filePath(QStringLiteral("providers")), store);
    AccountStorage storage(store, registry, paths);
    SessionList sessions(provider, catalog, registrations, storage);
    SlowPerson person;
    LoginGate gate(sessions, SignInSetup{person, person, person, registrations});
    QObject::connect(&gate, &LoginGate::painted, &gate, [&store] { store.connectAhead(); }); // As main() does.
    Session &session = sessions.current();
    QElapsedTimer timer;
    QObject::connect(&session, &Session::signInProgressed, &gate, [&] {
        if (session.signInAttempt() && session.signInAttempt()->step() == SignIn::Step::Exchanging)
            timer.start();
    });
    gate.open();
    waitFor("sign-in window", [] { return find("signInHereButton"); });
    qobject_cast<QAbstractButton *>(find("signInHereButton"))->click();

    double milliseconds = 0;
    waitFor("overview", [] { return find("contributionView"); });
    const QString before = qobject_cast<QLabel *>(find("contributionTotalLabel"))->text();
    new PaintWatch(*find("contributionView"), [&] {
        const bool isThere = qobject_cast<QLabel *>(find("contributionTotalLabel"))->text() != before;
        if (isThere && milliseconds == 0)
            milliseconds = double(timer.nsecsElapsed()) / 1e6;
    });
    waitFor("painted overview", [&] { return milliseconds > 0; });
    bool isSignedOut = false;
    session.signOut(&gate, [&](const Result<void> &) { isSignedOut = true; });
    waitFor("sign-out", [&] { return isSignedOut; });
    return milliseconds;
}

/// Runs curl with these options, of which none is secret. Returns the answer and the milliseconds it took.
std::pair<QByteArray, double> curl(const QByteArray &options)
{
    QProcess process;
    process.start(QStringLiteral("curl"), {QStringLiteral("--silent"), QStringLiteral("--fail"), QStringLiteral("--config"),
                                           QStringLiteral("-"), QStringLiteral("--write-out"), QStringLiteral("\n%{time_total}")});
    process.write(options);
    process.closeWriteChannel();
    if (!process.waitForFinished(patience) || process.exitCode() != 0)
        qFatal("curl failed: %d", process.exitCode());
    const QByteArray output = process.readAllStandardOutput();
    const qsizetype end = output.lastIndexOf('\n');
    return {output.left(end), output.mid(end + 1).toDouble() * 1000};
}

QByteArray quoted(QByteArray text)
{
    return '"' + text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n") + '"';
}

/// Gets another code, for curl to redeem, as the same person in the same browser.
http::Parameters codeFor(const Provider &provider)
{
    SlowPerson person;
    QObject context;
    oauth::Pkce pkce;
    oauth::LoopbackRedirect redirect(provider.client.redirectPath);
    if (!redirect.expect(QStringLiteral("state"), 0))
        qFatal("no port for the redirect");
    QString code;
    QObject::connect(&redirect, &oauth::LoopbackRedirect::redirected, &context, [&](const QUrlQuery &response) {
        code = loopback::formValue(response, QStringLiteral("code")).value_or(QString());
        redirect.conclude(oauth::RedirectOutcome::Accepted);
    });
    const auto text = [](const char *word) { return QString::fromLatin1(word); };
    const QString uri = redirect.uri();
    const QString id = provider.client.clientId;
    QUrl request = provider.server.authorizationEndpoint;
    request.setQuery(QString::fromLatin1(http::urlEncoded({{text("response_type"), text("code")},
                                                            {text("client_id"), id},
                                                            {text("redirect_uri"), uri},
                                                            {text("scope"), provider.client.scope},
                                                            {text("state"), text("state")},
                                                            {text("code_challenge_method"), text("S256")},
                                                            {text("code_challenge"), QString::fromLatin1(pkce.challenge())}})));
    person.show(request);
    waitFor("code", [&] { return !code.isEmpty(); });
    return {{text("grant_type"), text("authorization_code")}, {text("client_id"), id}, {text("code"), code},
            {text("redirect_uri"), uri}, {text("code_verifier"), QString::fromLatin1(pkce.verifier)}};
}

/// The bare minimum: a token, then the overview.
double askByCurl(const Provider &provider)
{
    const auto [tokens, first] = curl("url = " + quoted(provider.server.tokenEndpoint.toEncoded())
                                      + "\nheader = \"Accept: application/json\"\ndata = "
                                      + quoted(http::urlEncoded(codeFor(provider))));
    const QByteArray token = QJsonDocument::fromJson(tokens)[u"access_token"].toString().toLatin1();
    const auto overview = github::overview(provider.graphqlUrl, 0);
    const auto [answer, second] = curl("url = " + quoted(overview.request.url().toEncoded())
                                       + "\nheader = \"Content-Type: application/json\"\nheader = "
                                       + quoted("Authorization: Bearer " + token) + "\ndata = " + quoted(overview.body));
    if (!QJsonDocument::fromJson(answer)[u"data"].isObject())
        qFatal("curl got no overview");
    return first + second;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc > 1 && QLatin1String(argv[1]) == serverOption) {
        QCoreApplication application(argc, argv);
        return FarServer::run();
    }
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    const int runs = argc > 1 ? QByteArray(argv[1]).toInt() : 11;
    QList<double> signIns;
    QList<double> bare;
    for (int run = 0; run < runs; ++run) {
        FarServer server;
        signIns.append(signIn(server.provider()));
        bare.append(askByCurl(server.provider()));
    }
    std::printf("consent to painted overview, round trip %d ms, medians of %d alternating runs\n", int(roundTrip.count()), runs);
    std::printf("  %-40s%8.1f ms\n", "curl: a token, then the overview", median(bare));
    std::printf("  %-40s%8.1f ms\n", "Latchkey", median(signIns));
    std::printf("  %-40s%8.2f x   at most %.2f\n", "ratio", median(signIns) / median(bare), limit);
    return 0;
}

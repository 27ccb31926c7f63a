// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "errortext/endtext.h"
#include "errortext/errorcodes.h"
#include "errortext/errorlookup.h"
#include "errortext/errortext.h"
#include "errortext/signouttext.h"
#include "support/test.h"

#include <QRegularExpression>
#include <QSet>

#include <cstdio>

namespace tst_errortext {

using errortext::Surface;
using Kind = Error::Kind;

/// Codes that servers send, in the words of RFC 6749 §4.1.2.1 and §5.2, RFC 6750 §3.1, RFC 7009 §2.2.1, RFC 8628 §3.5, RFC 8707,
/// RFC 9396, RFC 9449, RFC 9470, OpenID Connect Core §3.1.2.6 and GitHub's, Google's and Auth0's documentation, what readFields()
/// puts in place of one that is missing, and what oauth::Refresh puts in place of those that mean something else in a sign-in.
const QHash<Kind, QStringList> serverCodes{
    {Kind::Unreachable, {QStringLiteral("temporarily_unavailable"), QStringLiteral("server_error"), QStringLiteral("http_429"),
                          QStringLiteral("proxy_502"), QStringLiteral("proxy_503"), QStringLiteral("proxy_504")}},
    {Kind::Denied,
     {QStringLiteral("access_denied"), QStringLiteral("invalid_request"), QStringLiteral("invalid_client"),
      QStringLiteral("invalid_grant"), QStringLiteral("invalid_scope"), QStringLiteral("unauthorized_client"),
      QStringLiteral("unsupported_grant_type"), QStringLiteral("unsupported_response_type"),
      QStringLiteral("unsupported_token_type"), QStringLiteral("expired_token"), QStringLiteral("device_flow_disabled"),
      QStringLiteral("incorrect_client_credentials"), QStringLiteral("redirect_uri_mismatch"),
      QStringLiteral("bad_verification_code"), QStringLiteral("incorrect_device_code"), QStringLiteral("bad_refresh_token"),
      QStringLiteral("application_suspended"), QStringLiteral("unverified_user_email"), QStringLiteral("unknown_error"),
      QStringLiteral("invalid_request_uri"), QStringLiteral("invalid_request_object"), QStringLiteral("request_not_supported"),
      QStringLiteral("request_uri_not_supported"), QStringLiteral("registration_not_supported"),
      QStringLiteral("invalid_authorization_details"), QStringLiteral("invalid_target"), QStringLiteral("invalid_dpop_proof"),
      QStringLiteral("use_dpop_nonce"), QStringLiteral("invalid_redirect_uri"), QStringLiteral("disallowed_useragent"),
      QStringLiteral("admin_policy_enforced"), QStringLiteral("org_internal"), QStringLiteral("invalid_token"),
      QStringLiteral("insufficient_scope"), QStringLiteral("authorization_pending"), QStringLiteral("slow_down"),
      QStringLiteral("interaction_required"), QStringLiteral("login_required"), QStringLiteral("consent_required"),
      QStringLiteral("account_selection_required"), QStringLiteral("unmet_authentication_requirements"),
      QStringLiteral("insufficient_user_authentication"), QStringLiteral("mfa_required"), QStringLiteral("access_not_given"), QStringLiteral("renewal_unsupported"),
      QStringLiteral("renewal_not_allowed"), QStringLiteral("renewal_pending"), QStringLiteral("renewal_expired"),
      QStringLiteral("http_301"), QStringLiteral("http_302"), QStringLiteral("http_303"), QStringLiteral("http_307"),
      QStringLiteral("http_308"), QStringLiteral("http_401"), QStringLiteral("http_403"), QStringLiteral("http_404")}}};

QByteArray nameOf(Kind kind, const QString &code)
{
    static const char *const names[] = {"Canceled", "Unreachable", "Denied", "Malformed", "Storage", "NoUserAgent"};
    return names[int(kind)] + QByteArray("/") + code.toLatin1();
}

QList<MadeCode> allCodes()
{
    QList<MadeCode> codes = ErrorCodes(QStringLiteral(LATCHKEY_SOURCES)).made();
    for (auto kind = serverCodes.begin(); kind != serverCodes.end(); ++kind) {
        for (const QString &code : *kind)
            codes.append({kind.key(), code, QStringLiteral("a server")});
    }
    return codes;
}

errortext::Subject acme()
{
    return {.server = QStringLiteral("Acme"),
            .host = QStringLiteral("acme.example"),
            .redirectUri = QStringLiteral("http://127.0.0.1/callback"),
            .redirectPort = 8080,
            .scope = QStringLiteral("read:user")};
}

QString textOf(const Error &error, Surface surface = Surface::Window)
{
    return errortext::textOf(error, acme(), surface).toString();
}

/// With facts for all names in braces.
Error errorWith(Kind kind, QString code)
{
    return {kind, code.replace(QStringLiteral("%1"), QStringLiteral("418")), QStringLiteral("the detail")};
}

class ErrorTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasAnEntry_data();
    void everyCodeHasAnEntry();
    void everyPlaceThatMakesAnErrorIsUnderstood();
    void noEntryIsUnused();
    void everyTextFollowsTheRules_data();
    void everyTextFollowsTheRules();
    void ourOwnRefusalsAreNotTheServers_data();
    void ourOwnRefusalsAreNotTheServers();
    void endsThatBeginHereAreNotTheServers();
    void onlyAPersonDeclines();
    void noTextRepeatsACodeThatItKnows();
    void aRedirectIsToldAsOne();
    void adviceHelpsWithItsCause();
    void factsAreFilledInOnce();
    void aCodeThatIsNotKnownIsRepeated();
    void aServersPauseIsTold();
    void aServersPauseIsOverAtTheTimeThatIsTold();
    void adviceFitsThePlace();
    void aProxyIsNamedEverywhere();
    void aRefusalNamesThePermissions();
    void anIncompleteSignOutSaysWhatFollows_data();
    void anIncompleteSignOutSaysWhatFollows();
};

void ErrorTextTest::everyCodeHasAnEntry_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("file");
    QSet<QByteArray> seen;
    const QList<MadeCode> codes = allCodes();
    for (const auto &[kind, code, file] : codes) {
        const QByteArray name = nameOf(kind, code);
        if (!seen.contains(name))
            QTest::newRow(name.constData()) << int(kind) << code << file;
        seen.insert(name);
    }
}

void ErrorTextTest::everyCodeHasAnEntry()
{
    QFETCH(const int, kind);
    QFETCH(const QString, code);
    QFETCH(const QString, file);
    QVERIFY2(errortext::findEntry(Kind(kind), errorWith(Kind(kind), code).code),
             qPrintable(QStringLiteral("%1 makes a code that src/errortext/errortable.cpp does not explain").arg(file)));
}

void ErrorTextTest::everyPlaceThatMakesAnErrorIsUnderstood()
{
    QCOMPARE(ErrorCodes(QStringLiteral(LATCHKEY_SOURCES)).unknown(), QStringList());
}

/// If the search no longer finds the codes of a room, their entries fail here.
void ErrorTextTest::noEntryIsUnused()
{
    QSet<const errortext::Entry *> used;
    const QList<MadeCode> codes = allCodes();
    for (const auto &[kind, code, file] : codes)
        used.insert(errortext::findEntry(kind, errorWith(kind, code).code));
    QStringList unused;
    for (const errortext::Entry &entry : errortext::allEntries()) {
        if (*entry.code && !used.contains(&entry))
            unused.append(QString::fromLatin1(nameOf(entry.kind, QLatin1String(entry.code))));
    }
    QCOMPARE(unused, QStringList());
}

void ErrorTextTest::everyTextFollowsTheRules_data()
{
    QTest::addColumn<QString>("text");
    for (const errortext::Entry &entry : errortext::allEntries()) {
        for (const auto &[surface, name] : {std::pair(Surface::Window, "window"), std::pair(Surface::Terminal, "terminal")}) {
            const QByteArray row = nameOf(entry.kind, QLatin1String(entry.code)) + " in a " + name;
            QTest::newRow(row.constData()) << textOf(errorWith(entry.kind, QLatin1String(entry.code)), surface);
        }
    }
    for (int reason = 0; reason <= int(EndReason::EntryGone); ++reason) {
        for (const Surface surface : {Surface::Window, Surface::Terminal}) {
            const QString name = QStringLiteral("%1 in %2").arg(toText(EndReason(reason))).arg(int(surface));
            QTest::newRow(qPrintable(name)) << errortext::endText(EndReason(reason), QStringLiteral("Acme"), surface).toString();
        }
    }
}

void ErrorTextTest::everyTextFollowsTheRules()
{
    QFETCH(const QString, text);
    static const QRegularExpression sentenceEnd(QStringLiteral("(?<=[.?!])\\s+"));
    const QStringList sentences = text.split(sentenceEnd);
    QVERIFY2(sentences.size() >= 2, qPrintable(text)); // What happened, and what to do.
    for (const QString &sentence : sentences) {
        QVERIFY2(sentence.split(QLatin1Char(' ')).size() <= 14, qPrintable(sentence));
        QVERIFY2(sentence.front().isUpper() || sentence.startsWith(acme().host), qPrintable(sentence));
        QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
    }
    static const QRegularExpression avoided(QStringLiteral("[{}«»]|anew|is asked for|take[sn]? back|took back|runs? out|wants a pause|Nobody came back|Good (until|for)|Rights|Look whether|\\bthere\\.|Please"));
    QVERIFY2(!avoided.match(text).hasMatch(), qPrintable(text));
}

void ErrorTextTest::ourOwnRefusalsAreNotTheServers_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("kind");
    for (const char *code : {"wrong_issuer", "wrong_subject", "id_token", "missing_token", "malformed_token", "malformed_client_id",
                             "malformed_client_secret"})
        QTest::newRow(code) << QString::fromLatin1(code) << int(Kind::Denied);
    for (const errortext::Entry &entry : errortext::allEntries()) {
        if (entry.kind == Kind::Malformed && *entry.code)
            QTest::newRow(nameOf(entry.kind, QLatin1String(entry.code)).constData()) << QString::fromLatin1(entry.code) << int(entry.kind);
    }
}

void ErrorTextTest::ourOwnRefusalsAreNotTheServers()
{
    QFETCH(const QString, code);
    QFETCH(const int, kind);
    for (const Surface surface : {Surface::Window, Surface::Terminal}) {
        const QString text = textOf({Kind(kind), code, QStringLiteral("aud")}, surface);
        static const QRegularExpression blame(QStringLiteral("Acme (refused|refuses|does not (accept|allow|let)|no longer)"));
        QVERIFY2(!blame.match(text).hasMatch(), qPrintable(text));
    }
}

/// And the end of a session is not, if this computer is the reason.
void ErrorTextTest::endsThatBeginHereAreNotTheServers()
{
    for (const EndReason reason : {EndReason::SignedOut, EndReason::SignedOutElsewhere, EndReason::RefreshUnsaved,
                                   EndReason::RefreshNotStored, EndReason::IdTokenRefused, EndReason::EntryGone}) {
        const QString text = errortext::endText(reason, QStringLiteral("Acme"), Surface::Window).happened;
        QVERIFY2(!text.startsWith(QLatin1String("Acme")) && !text.contains(QLatin1String("at Acme. It has expired")), qPrintable(text));
    }
}

/// A code says nothing to most people. Only one that the table does not know is repeated.
/// Nobody is at a page, enters a code or chooses a way while a sign-in is renewed or revoked.
void ErrorTextTest::onlyAPersonDeclines()
{
    for (const Surface surface : {Surface::Window, Surface::Terminal}) {
        QVERIFY(textOf(Error::denied(QStringLiteral("access_denied")), surface).startsWith(QLatin1String("You declined on Acme.")));
        for (const char *code : {"access_not_given", "renewal_unsupported", "renewal_not_allowed", "renewal_pending", "renewal_expired"}) {
            const QString text = textOf(Error::denied(QLatin1String(code)), surface);
            for (const char *word : {"declined", "the code", "Nothing changed", "another way", "--method"})
                QVERIFY2(!text.contains(QLatin1String(word)), qPrintable(text));
        }
    }
}

void ErrorTextTest::noTextRepeatsACodeThatItKnows()
{
    int count = 0;
    for (const errortext::Entry &entry : errortext::allEntries()) {
        const QString code = QString::fromLatin1(entry.code);
        for (const Surface surface : {Surface::Window, Surface::Terminal}) {
            const QString text = textOf(errorWith(entry.kind, code), surface);
            QVERIFY2(code.isEmpty() || !code.contains(QLatin1Char('_')) || !text.contains(code), qPrintable(text));
            ++count;
        }
    }
    std::printf("%d sentences repeat no code that they know\n", count);
}

/// It comes from a gateway that wants a sign-in of its own, or from a server that has moved. A new version changes neither.
void ErrorTextTest::aRedirectIsToldAsOne()
{
    for (const int status : {301, 302, 303, 307, 308}) {
        const QString text = textOf(Error::denied(QStringLiteral("http_%1").arg(status)),
                                    errortext::Subject{.server = QStringLiteral("Acme"), .host = {}}, Surface::Window).toString();
        QVERIFY2(text.contains(QStringLiteral("sends Latchkey to another page (%1)").arg(status)), qPrintable(text));
    }
}

/// "Try again later" helps if the cause passes, and "check the registration" if it is the cause.
void ErrorTextTest::adviceHelpsWithItsCause()
{
    static const QRegularExpression later(QStringLiteral("later|\\{time\\}|in a minute"));
    static const QRegularExpression client(QStringLiteral("client ID|registration|provider file"));
    static const QStringList passing{QStringLiteral("slow_down"), QStringLiteral("renewal_pending")};
    static const QStringList aboutClient{
        QStringLiteral("incorrect_client_credentials"), QStringLiteral("invalid_client"), QStringLiteral("unauthorized_client"),
        QStringLiteral("renewal_not_allowed"), QStringLiteral("request_refused"), QStringLiteral("client_refused"), QStringLiteral("access_refused"), QStringLiteral("endpoint_missing"),
        QStringLiteral("invalid_scope"), QStringLiteral("invalid_target"), QStringLiteral("invalid_request"),
        QStringLiteral("invalid_request_uri"), QStringLiteral("invalid_request_object"), QStringLiteral("request_not_supported"),
        QStringLiteral("request_uri_not_supported"), QStringLiteral("registration_not_supported"),
        QStringLiteral("invalid_authorization_details"), QStringLiteral("invalid_dpop_proof"), QStringLiteral("use_dpop_nonce"),
        QStringLiteral("org_internal"), QStringLiteral("id_token"), QStringLiteral("device_flow_disabled"), QStringLiteral("http_403"),
        QStringLiteral("http_404"), QStringLiteral("forbidden"), QStringLiteral("other_issuer")};
    int laterCount = 0;
    int clientCount = 0;
    for (const errortext::Entry &entry : errortext::allEntries()) {
        const QString code = QString::fromLatin1(entry.code);
        for (const char *advice : {entry.advice, entry.terminalAdvice}) {
            const QString text = QString::fromUtf8(advice);
            const bool mayPass = entry.kind == Kind::Unreachable || entry.kind == Kind::Storage || passing.contains(code);
            const bool isLater = later.match(text).hasMatch();
            const bool isClient = client.match(text).hasMatch();
            QVERIFY2(!isLater || mayPass, nameOf(entry.kind, code));
            QVERIFY2(!isClient || aboutClient.contains(code), nameOf(entry.kind, code));
            laterCount += isLater;
            clientCount += isClient;
        }
    }
    std::printf("%d sentences advise to wait, %d to look at the registration or the provider file\n", laterCount, clientCount);
}

void ErrorTextTest::factsAreFilledInOnce()
{
    const Error error{Kind::Storage, QStringLiteral("cache_not_removed"), QStringLiteral("/home/{host}/%1")};
    QCOMPARE(textOf(error), QStringLiteral("Cached data of the account is still in /home/{host}/%1. Delete that folder."));
}

void ErrorTextTest::aCodeThatIsNotKnownIsRepeated()
{
    const QString text = textOf({Kind::Denied, QStringLiteral("out_of_paper"), QStringLiteral("no more trees")});
    QVERIFY2(text.contains(QLatin1String("Acme refused (out_of_paper: no more trees).")), qPrintable(text));
}

void ErrorTextTest::aServersPauseIsTold()
{
    Error error{Kind::Unreachable, QStringLiteral("rate_limited")};
    QVERIFY(textOf(error).endsWith(QLatin1String("Refreshing again later.")));
    error.retryAfter = std::chrono::hours(24);
    QVERIFY(textOf(error).contains(QLatin1String("Refreshing again tomorrow at ")));
    error.retryAfter = std::chrono::minutes(5);
    QVERIFY(textOf(error).contains(QRegularExpression(QStringLiteral("Refreshing again (tomorrow )?at \\d+:\\d\\d"))));
}

/// A minute that has begun when the pause is over would be too early.
void ErrorTextTest::aServersPauseIsOverAtTheTimeThatIsTold()
{
    QLocale::setDefault(QLocale(QStringLiteral("de"))); // Hours and minutes alone.
    Error error{Kind::Unreachable, QStringLiteral("rate_limited")};
    static const QRegularExpression time(QStringLiteral("at (\\d\\d:\\d\\d)\\.$"));
    for (int seconds = 600; seconds < 720; seconds += 7) {
        error.retryAfter = std::chrono::seconds(seconds);
        const QTime over = QTime::currentTime().addSecs(seconds);
        const QTime told = QTime::fromString(time.match(textOf(error)).captured(1), QStringLiteral("hh:mm"));
        QVERIFY(told.isValid());
        const int late = over.secsTo(told); // Negative across midnight.
        QVERIFY2((late + 24 * 3600) % (24 * 3600) <= 60, qPrintable(told.toString()));
    }
    QLocale::setDefault(QLocale::c());
}

void ErrorTextTest::adviceFitsThePlace()
{
    const Error wrongPassword{Kind::Unreachable, QStringLiteral("proxy_wrong_password"), QStringLiteral("p:3128")};
    QVERIFY(textOf(wrongPassword, Surface::Terminal).contains(QLatin1String("for it. Correct them in the URL in https_proxy, or")));
    const Error error{Kind::Denied, QStringLiteral("device_flow_unsupported")};
    QVERIFY(!textOf(error, Surface::Window).contains(QLatin1String("--method")));
    QVERIFY(textOf(error, Surface::Terminal).contains(QLatin1String("--method browser")));
}

void ErrorTextTest::aProxyIsNamedEverywhere()
{
    int count = 0;
    for (const errortext::Entry &entry : errortext::allEntries()) {
        if (!QByteArray(entry.code).startsWith("proxy"))
            continue;
        ++count;
        const Error error{entry.kind, QString::fromLatin1(entry.code).replace(QLatin1Char('*'), QLatin1String("403")),
                          QStringLiteral("p.example:3128")};
        for (const Surface surface : {Surface::Window, Surface::Terminal})
            QVERIFY2(textOf(error, surface).contains(QLatin1String("p.example:3128")), entry.code);
    }
    QCOMPARE(count, 16);
}

/// Those of a token are scopes. Those of a GitHub App are in its registration.
void ErrorTextTest::aRefusalNamesThePermissions()
{
    QCOMPARE(textOf({Kind::Denied, QStringLiteral("http_403")}),
             QStringLiteral("Acme does not let Latchkey do this. Check the permissions of your token, or of Latchkey’s "
                            "registration at Acme."));
}

void ErrorTextTest::anIncompleteSignOutSaysWhatFollows_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("window");
    QTest::addColumn<QString>("terminal");
    const auto row = [](Kind kind, const char *code, const char *window, const char *terminal) {
        QTest::newRow(code) << int(kind) << QString::fromLatin1(code) << QString::fromUtf8(window) << QString::fromUtf8(terminal);
    };
    const auto settings = "The settings could not be written to the detail. Check the free space and your permissions on that folder. The "
                          "account stays listed. Sign out once more after that.";
    row(Kind::Storage, "settings_not_written", settings, settings);
    row(Kind::Storage, "timed_out",
        "You have signed out. Your keychain does not answer. It may be waiting for its password. Latchkey will remove its "
        "entry the next time it starts.",
        "You have signed out. Your keychain does not answer. It may be waiting for its password. Latchkey will remove its "
        "entry the next time you open it or run 'latchkey sign-in' or 'latchkey sign-out'.");
    row(Kind::Storage, "not_removed", "You have signed out. Your keychain still has your sign-in. Remove the entry in your keychain’s own window.",
        "You have signed out. Your keychain still has your sign-in. Remove the entry in your keychain’s own window.");
    row(Kind::Unreachable, "network",
        "You have signed out here. Acme cannot be reached. Latchkey will revoke its access as soon as it can.",
        "You have signed out here. Acme cannot be reached. Latchkey will revoke its access the next time you open it or run "
        "'latchkey sign-in' or 'latchkey sign-out'.");
    row(Kind::Denied, "not_possible",
        "You have signed out here. Acme offers no way to revoke access from here. Revoke it in your settings at Acme.",
        "You have signed out here. Acme offers no way to revoke access from here. Revoke it in your settings at Acme. "
        "https://acme.example/access");
    row(Kind::Denied, "invalid_client",
        "You have signed out here. Acme did not revoke Latchkey’s access. Acme does not accept Latchkey’s client ID or secret. Revoke it in your settings on Acme.",
        "You have signed out here. Acme did not revoke Latchkey’s access. Acme does not accept Latchkey’s client ID or secret. Revoke it in your settings on Acme. "
        "https://acme.example/access");
}

void ErrorTextTest::anIncompleteSignOutSaysWhatFollows()
{
    QFETCH(const int, kind);
    QFETCH(const QString, code);
    QFETCH(const QString, window);
    QFETCH(const QString, terminal);
    Provider provider;
    provider.name = QStringLiteral("Acme");
    provider.accessPage = QUrl(QStringLiteral("https://acme.example/access"));
    QCOMPARE(errortext::signOutText(errorWith(Kind(kind), code), provider, Surface::Window), window);
    QCOMPARE(errortext::signOutText(errorWith(Kind(kind), code), provider, Surface::Terminal), terminal);
}

} // namespace tst_errortext

LATCHKEY_TEST(tst_errortext, ErrorTextTest, QCoreApplication)

#include "tst_errortext.moc"

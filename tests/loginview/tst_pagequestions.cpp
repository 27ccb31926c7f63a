// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowworld.h"

#include <QCryptographicHash>

namespace tst_pagequestions {

using loopback::Connection;
using loopback::Request;

/// A server that wants "ada" and "open sesame", and counts what it refuses.
struct Guard
{
    bool isPassed(const Request &request)
    {
        const QByteArray authorization = request.header("Authorization");
        if (authorization == "Basic " + QByteArray("ada:open sesame").toBase64())
            return true;
        ++refusals;
        answers.append(authorization);
        return false;
    }

    void refuse(Connection &connection, const QByteArray &realm = "corp") const
    {
        connection.respond({.status = 401,
                            .contentType = "text/html",
                            .body = "<title>refused</title><p>the page of the refusal",
                            .headers = {{"WWW-Authenticate", scheme + " realm=\"" + realm + '"' + more}}});
    }

    WindowWorld::Handler handler(const QByteArray &realm = "corp")
    {
        return [this, realm](const Request &request, Connection &connection) {
            isPassed(request) ? WindowWorld::respondWithTitle(QStringLiteral("inside"), connection) : refuse(connection, realm);
        };
    }

    QByteArray scheme = "Basic";
    QByteArray more;
    int refusals = 0;
    QByteArrayList answers;
};

const QString question = QStringLiteral("questionLabel");
const QString message = QStringLiteral("messageLabel");

/// What pages may ask the person, and how.
class PageQuestionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPasswordIsAskedForByOrigin()
    {
        Guard guard;
        WindowWorld world(guard.handler());
        world.person.answer = DialogPerson::type(QStringLiteral("ada"), QStringLiteral("open sesame"));
        world.open(QStringLiteral("/page?state=secret"));
        QVERIFY(world.hasTitle(QStringLiteral("inside")));
        QCOMPARE(world.person.seen.size(), 1);
        const SeenDialog dialog = world.person.seen.first();
        QCOMPARE(dialog.title, world.origin());
        QVERIFY(dialog.texts[question].startsWith(world.origin()));
        QCOMPARE(dialog.texts[QStringLiteral("connectionLabel")], QStringLiteral("The page is on this computer."));
        QCOMPARE(dialog.texts[QStringLiteral("realmLabel")], QStringLiteral("In its own words: “corp”"));
        QVERIFY(dialog.isPasswordHidden);
        QVERIFY(!QStringList(dialog.texts.values()).join(QLatin1Char(' ')).contains(QLatin1String("secret")));
        QCOMPARE(guard.refusals, 1);
    }

    void digestAuthenticationWorks()
    {
        QByteArray given;
        WindowWorld world([&](const Request &request, Connection &connection) {
            given = request.header("Authorization");
            if (given.startsWith("Digest ") && given.contains("username=\"ada\""))
                return WindowWorld::respondWithTitle(QStringLiteral("inside"), connection);
            connection.respond({.status = 401, .headers = {{"WWW-Authenticate", "Digest realm=\"corp\", nonce=\"abc\", qop=\"auth\""}}});
        });
        world.person.answer = DialogPerson::type(QStringLiteral("ada"), QStringLiteral("open sesame"));
        world.open(QStringLiteral("/page"));
        QVERIFY(world.hasTitle(QStringLiteral("inside")));
        const auto md5 = [](const QByteArray &text) { return QCryptographicHash::hash(text, QCryptographicHash::Md5).toHex(); };
        const auto value = [&](const QByteArray &name) {
            return given.mid(given.indexOf(name + '=') + name.size() + 1).split(',').first().replace('"', "");
        };
        QCOMPARE(value("response"), md5(md5("ada:corp:open sesame") + ":abc:" + value("nc") + ':' + value("cnonce") + ":auth:"
                                        + md5("GET:/page")));
        QCOMPARE(world.person.seen.size(), 1);
    }

    void threeWrongPasswordsEndWithThePageOfTheServer()
    {
        Guard guard;
        WindowWorld world(guard.handler());
        world.person.answer = DialogPerson::type(QStringLiteral("ada"), QStringLiteral("wrong"));
        world.open(QStringLiteral("/page"));
        QVERIFY(world.hasTitle(QStringLiteral("refused")));
        QCOMPARE(world.person.seen.size(), 3);
        QVERIFY(!world.person.seen[0].texts.contains(QStringLiteral("againLabel")));
        QVERIFY(world.person.seen[1].texts.contains(QStringLiteral("againLabel")));
        QCOMPARE(guard.refusals, 4); // Without credentials, and with three wrong ones.
        QCOMPARE(world.notice(), QString()); // A page did come.

        world.person.answer = DialogPerson::type(QStringLiteral("ada"), QStringLiteral("open sesame"));
        world.reload();
        QVERIFY(world.hasTitle(QStringLiteral("inside")));
    }

    void cancelShowsThePageOfTheServer()
    {
        Guard guard;
        WindowWorld world(guard.handler());
        world.person.answer = DialogPerson::cancel;
        world.open(QStringLiteral("/page"));
        QVERIFY(world.hasTitle(QStringLiteral("refused")));
        QCOMPARE(world.person.seen.size(), 1);
        QCOMPARE(guard.refusals, 1);
        QVERIFY(world.canceled.isEmpty()); // The attempt goes on.
    }

    void anotherSchemeIsNotAskedFor()
    {
        Guard guard;
        guard.scheme = "Odd";
        WindowWorld world(guard.handler());
        world.open(QStringLiteral("/page"));
        QVERIFY(world.hasTitle(QStringLiteral("refused")));
        QVERIFY(world.person.seen.isEmpty());
    }

    void theRealmIsPrintableAndShort()
    {
        Guard guard;
        WindowWorld world(guard.handler("github.com\xe2\x80\xae" + QByteArray(5000, 'x')));
        world.person.answer = DialogPerson::cancel;
        world.open(QStringLiteral("/page"));
        QVERIFY(world.hasTitle(QStringLiteral("refused")));
        const SeenDialog dialog = world.person.seen.value(0);
        const QString realm = dialog.texts[QStringLiteral("realmLabel")];
        QVERIFY(realm.size() < 120);
        QVERIFY(!realm.contains(QChar(0x202e)));
        QVERIFY(!dialog.isTextCut && dialog.size.width() <= 400 && dialog.size.height() < 500);
        QVERIFY(!dialog.title.contains(QLatin1String("github.com")));
    }

    void aPartOfAPageMayAskToo()
    {
        Guard guard;
        WindowWorld world([&](const Request &request, Connection &connection) {
            if (request.path != QLatin1String("/page"))
                return guard.isPassed(request) ? WindowWorld::respondWithTitle({}, connection) : guard.refuse(connection);
            WindowWorld::respondWithTitle(QStringLiteral("page"), connection,
                                          "<script>(async () => { const got = [];"
                                          "for (let n = 0; n < 3; ++n) got.push((await fetch('/part' + n)).status);"
                                          "document.title = got.join() })()</script>");
        });
        world.person.answer = DialogPerson::type(QStringLiteral("ada"), QStringLiteral("open sesame"));
        world.open(QStringLiteral("/page"));
        QVERIFY(world.hasTitle(QStringLiteral("200,200,200")));
        QCOMPARE(world.person.seen.size(), 1);
    }

    void aPageThatAsksForeverIsCutOff()
    {
        Guard guard;
        WindowWorld world([&](const Request &request, Connection &connection) {
            if (request.path != QLatin1String("/page"))
                return guard.refuse(connection, request.path.toLatin1());
            WindowWorld::respondWithTitle(QStringLiteral("page"), connection,
                                          "<script>(async () => { for (let n = 0; n < 20; ++n) await fetch('/part' + n);"
                                          "document.title = 'done' })()</script>");
        });
        world.person.answer = DialogPerson::type(QStringLiteral("ada"), QStringLiteral("open sesame"));
        world.open(QStringLiteral("/page"));
        QVERIFY(world.hasTitle(QStringLiteral("done")));
        QCOMPARE(world.person.seen.size(), 3);
    }

    void messagesAreTitledByTheirOriginAlone_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<bool>("canCancel");
        QTest::newRow("alert") << QStringLiteral("document.title = 'said ' + alert('hello')") << false;
        QTest::newRow("confirm") << QStringLiteral("document.title = 'said ' + confirm('hello')") << true;
        QTest::newRow("prompt") << QStringLiteral("document.title = 'said ' + prompt('hello', 'proposal')") << true;
    }

    void messagesAreTitledByTheirOriginAlone()
    {
        QFETCH(const QString, script);
        QFETCH(const bool, canCancel);
        WindowWorld world([](const Request &, Connection &connection) {
            WindowWorld::respondWithTitle(QStringLiteral("page"), connection);
        });
        world.open(QStringLiteral("/page?state=secret"));
        QVERIFY(world.hasTitle(QStringLiteral("page")));
        world.run(script);
        const QHash<QString, QString> said{{QStringLiteral("alert"), QStringLiteral("said undefined")},
                                           {QStringLiteral("confirm"), QStringLiteral("said true")},
                                           {QStringLiteral("prompt"), QStringLiteral("said proposal")}};
        QVERIFY(world.hasTitle(said[QString::fromLatin1(QTest::currentDataTag())]));
        SeenDialog dialog = world.person.seen.value(0);
        QCOMPARE(dialog.title, world.origin());
        QCOMPARE(dialog.texts[QStringLiteral("speakerLabel")].remove(QChar(0x200b)), world.origin() + QStringLiteral(" says:"));
        QCOMPARE(dialog.texts[message], QStringLiteral("hello"));
        QCOMPARE(dialog.canCancel, canCancel);
        QVERIFY(!dialog.canSilence);
    }

    void declinedQuestionsAreSaidToThePage()
    {
        WindowWorld world([](const Request &, Connection &connection) {
            WindowWorld::respondWithTitle(QStringLiteral("page"), connection);
        });
        world.open(QStringLiteral("/page"));
        QVERIFY(world.hasTitle(QStringLiteral("page")));
        world.person.answer = DialogPerson::cancel;
        world.run(QStringLiteral("document.title = confirm('a') + ' ' + prompt('b')"));
        QVERIFY(world.hasTitle(QStringLiteral("false null")));
    }

    void aLongMessageIsCutAndPlain()
    {
        WindowWorld world([](const Request &, Connection &connection) {
            WindowWorld::respondWithTitle(QStringLiteral("page"), connection);
        });
        world.open(QStringLiteral("/page"));
        QVERIFY(world.hasTitle(QStringLiteral("page")));
        world.run(QStringLiteral("alert('<b>bold</b>\\u202e\\x1b\\n' + 'x'.repeat(1000000) + '\\n'.repeat(1000)); alert('\\n.'.repeat(500));"
                                 "document.title = 'said'"));
        QVERIFY(world.hasTitle(QStringLiteral("said")));
        QCOMPARE(world.person.seen.size(), 2);
        QVERIFY(world.person.seen[0].texts[message].startsWith(QLatin1String("<b>bold</b>\nxxx")));
        for (const SeenDialog &dialog : std::as_const(world.person.seen))
            QVERIFY2(!dialog.isTextCut && dialog.size.width() <= 400 && dialog.size.height() <= 700,
                     qPrintable(QString::number(dialog.size.height())));
    }

    void endlessMessagesCanBeStopped()
    {
        WindowWorld world([](const Request &, Connection &connection) {
            WindowWorld::respondWithTitle(QStringLiteral("page"), connection);
        });
        world.open(QStringLiteral("/page"));
        QVERIFY(world.hasTitle(QStringLiteral("page")));
        world.person.answer = [](PageDialog &dialog) {
            if (auto *box = dialog.findChild<QCheckBox *>(QStringLiteral("silenceBox")))
                box->setChecked(true);
            DialogPerson::accept(dialog);
        };
        world.run(QStringLiteral("for (let n = 0; n < 100; ++n) { alert(n); confirm(n); prompt(n) } document.title = 'silent'"));
        QVERIFY(world.hasTitle(QStringLiteral("silent")));
        QCOMPARE(world.person.seen.size(), 2);
        world.reload();
        QVERIFY(world.hasTitle(QStringLiteral("page")));
        world.run(QStringLiteral("alert('again'); document.title = 'said'"));
        QVERIFY(world.hasTitle(QStringLiteral("said")));
        QCOMPARE(world.person.seen.size(), 3);
    }

    void aSilencedPageIsSilentInAllItsFrames()
    {
        WindowWorld world([](const Request &, Connection &connection) {
            WindowWorld::respondWithTitle(QStringLiteral("page"), connection, "<body>");
        });
        world.open(QStringLiteral("/page"));
        QVERIFY(world.hasTitle(QStringLiteral("page")));
        world.person.answer = [](PageDialog &dialog) {
            if (auto *box = dialog.findChild<QCheckBox *>(QStringLiteral("silenceBox")))
                box->setChecked(true);
            DialogPerson::accept(dialog);
        };
        world.run(QStringLiteral("alert(1); alert(2);"
                                 "const frame = document.createElement('iframe');"
                                 "frame.sandbox = 'allow-scripts allow-modals';"
                                 "frame.srcdoc = '<script>alert(3); parent.postMessage(1, \"*\")</script>';"
                                 "addEventListener('message', () => document.title = 'silent');"
                                 "document.body.append(frame)"));
        QVERIFY(world.hasTitle(QStringLiteral("silent")));
        QCOMPARE(world.person.seen.size(), 2);
    }

    void aFrameSpeaksForItself()
    {
        WindowWorld world([](const Request &, Connection &connection) {
            WindowWorld::respondWithTitle(QStringLiteral("page"), connection,
                                          "<iframe sandbox='allow-scripts allow-modals' srcdoc='<script>alert(1)</script>'></iframe>");
        });
        world.open(QStringLiteral("/page?state=secret"));
        QTRY_COMPARE_WITH_TIMEOUT(world.person.seen.size(), 1, enginePatience);
        QVERIFY(!world.person.seen.first().title.contains(QLatin1String("secret")));
        QVERIFY(!world.person.seen.first().title.isEmpty());
    }

    void leavingAPageWithInputIsAskedFor()
    {
        WindowWorld world([](const Request &request, Connection &connection) {
            WindowWorld::respondWithTitle(request.path.mid(1), connection,
                                          "<input autofocus style='position: fixed; inset: 0; width: 100%'>");
        });
        world.open(QStringLiteral("/page"));
        QVERIFY(world.hasTitle(QStringLiteral("page")));
        world.run(QStringLiteral("onbeforeunload = event => { event.preventDefault(); return 'mine' };"
                                 "onkeydown = () => document.title = 'typed'"));
        for (int tries = 0; tries < 30 && world.view->title() != QLatin1String("typed"); ++tries) {
            QTest::mouseClick(world.view->focusProxy(), Qt::LeftButton, {}, world.view->focusProxy()->rect().center());
            QTest::keyClick(world.view->focusProxy(), Qt::Key_A);
            QTest::qWait(100);
        }
        world.person.answer = DialogPerson::cancel;
        world.run(QStringLiteral("location = '/other'"));
        QTRY_COMPARE_WITH_TIMEOUT(world.person.seen.size(), 1, enginePatience);
        QCOMPARE(world.person.seen[0].title, world.origin());
        QCOMPARE(world.person.seen[0].texts[message], QStringLiteral("Leave this page? What you typed may be lost."));
        world.run(QStringLiteral("document.title = 'stayed'"));
        QVERIFY(world.hasTitle(QStringLiteral("stayed")));
        world.person.answer = DialogPerson::accept;
        world.run(QStringLiteral("location = '/other'"));
        QVERIFY(world.hasTitle(QStringLiteral("other")));
    }
};

} // namespace tst_pagequestions

LATCHKEY_TEST_WITH(tst_pagequestions, runWithEngine<tst_pagequestions::PageQuestionsTest>)

#include "tst_pagequestions.moc"

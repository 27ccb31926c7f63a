// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "useragent/loginviewevent.h"

#include "support/test.h"

namespace tst_loginviewevent {

using Kind = LoginViewEvent::Kind;

QByteArray failed(const QByteArray &reason)
{
    return "{\"event\":\"failed\",\"reason\":\"" + reason + "\"}";
}

class TestLoginViewEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsAreRead_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const QByteArray &line, Kind kind, const char *reason = "") {
            QTest::newRow(name) << line << int(kind) << QString::fromLatin1(reason);
        };
        row("ready", "{\"event\":\"ready\",\"engine\":\"6.4.2\"}", Kind::Ready);
        row("canceled", "{\"event\":\"canceled\"}", Kind::Canceled);
        row("browser", "{\"event\":\"browser\"}", Kind::BrowserRequested);
        row("unknown", "{\"event\":\"loaded\",\"ok\":true}", Kind::Other);
        row("no event", "{}", Kind::Other);
        row("failed", failed("root_without_sandbox"), Kind::Failed, "root_without_sandbox");
        row("a reason that is no word", failed("https://example.org/?code=sesame"), Kind::Failed, "unreadable");
        row("a reason that is too long", failed(QByteArray(33, 'a')), Kind::Failed, "unreadable");
        row("no reason", failed({}), Kind::Failed, "unreadable");
    }

    void eventsAreRead()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const int, kind);
        QFETCH(const QString, reason);
        const auto event = readLoginViewEvent(line);
        QVERIFY(event);
        QCOMPARE(int(event->kind), kind);
        QCOMPARE(event->reason, reason);
    }

    void whatIsNoObjectIsNoEvent()
    {
        for (const char *line : {"", "hello", "[]", "{\"event\":", "1"})
            QVERIFY2(!readLoginViewEvent(line), line);
    }
};

} // namespace tst_loginviewevent

LATCHKEY_TEST(tst_loginviewevent, TestLoginViewEvent, testprogram::NoApplication)

#include "tst_loginviewevent.moc"

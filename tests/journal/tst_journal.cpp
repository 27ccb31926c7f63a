// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/journal.h"

#include "support/test.h"

#include <QLoggingCategory>

namespace tst_journal {

Q_LOGGING_CATEGORY(module, "latchkey.module", QtWarningMsg)

QStringList lines;

void keep(QtMsgType, const QMessageLogContext &context, const QString &line)
{
    lines.append(QLatin1String(context.category) + QStringLiteral(": ") + line);
}

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_before = qInstallMessageHandler(keep);
        journal::install();
    }

    void cleanupTestCase() { qInstallMessageHandler(m_before); }

    void init() { lines.clear(); }

    void everyLineIsRedacted()
    {
        qWarning("code=sesame");
        qCWarning(module, "Bearer %s", "sesame");
        qWarning("harmless");
        const QStringList expected{QStringLiteral("default: code=***"), QStringLiteral("latchkey.module: Bearer ***"),
                                   QStringLiteral("default: harmless")};
        QCOMPARE(lines, expected);
    }

    void installingTwiceWritesLinesOnce()
    {
        journal::install();
        qWarning("token=sesame");
        QCOMPARE(lines, QStringList{QStringLiteral("default: token=***")});
    }

    void categoriesAreOffUntilARuleTurnsThemOn()
    {
        qCDebug(module) << "hidden";
        qCInfo(module) << "hidden";
        QCOMPARE(lines, QStringList());
        QLoggingCategory::setFilterRules(QStringLiteral("latchkey.*=true"));
        qCDebug(module, "state=sesame");
        QLoggingCategory::setFilterRules(QString());
        QCOMPARE(lines, QStringList{QStringLiteral("latchkey.module: state=***")});
    }

private:
    QtMessageHandler m_before = nullptr;
};

} // namespace tst_journal

LATCHKEY_TEST(tst_journal, TestJournal, testprogram::NoApplication)

#include "tst_journal.moc"

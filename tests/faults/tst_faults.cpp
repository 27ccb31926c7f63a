// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faulttable.h"

#include "support/test.h"

#include <QApplication>
#include <QHash>

#include <cstdio>

namespace tst_faults {

QList<FaultRow> allRows()
{
    return serverFaults() + callbackFaults() + keychainFaults();
}

/// Every fault that a server, a browser or a keychain can have, at every stage of a session: the state that it leads
/// to, and whether the next try works.
class FaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableIsLongEnoughAndHasNoRowTwice()
    {
        QSet<QByteArray> names;
        for (const FaultRow &row : allRows())
            names.insert(row.name());
        QCOMPARE(names.size(), allRows().size());
        QVERIFY(names.size() >= 60);
    }

    void everyFaultLeadsToItsState_data()
    {
        QTest::addColumn<int>("index");
        m_rows = allRows();
        for (int i = 0; i < m_rows.size(); ++i)
            QTest::newRow(m_rows[i].name().constData()) << i;
    }

    void everyFaultLeadsToItsState()
    {
        QFETCH(int, index);
        const FaultRow &row = m_rows[index];
        const Outcome outcome = row.run();
        m_got.insert(index, outcome.got);
        QCOMPARE(outcome.got, row.expected);
        QVERIFY2(outcome.wasServed, "the fault did not happen");
        QVERIFY2(outcome.isWindowUsable, "there is no window to go on with");
        QVERIFY2(outcome.worksAgain, "the next try did not work");
        ++m_goodCount;
    }

    void cleanupTestCase()
    {
        std::printf("%-20s %-38s %-36s %s\n", "stage", "fault", "expected", "got");
        for (int i = 0; i < m_rows.size(); ++i) {
            if (m_got.contains(i)) {
                std::printf("%-20s %-38s %-36s %s\n", m_rows[i].stage.constData(), m_rows[i].fault.constData(),
                            m_rows[i].expected.constData(), m_got[i].constData());
            }
        }
        std::printf("%d of %d faults led to the expected state, with a window to go on with and a next try that works\n",
                    m_goodCount, int(m_got.size()));
    }

private:
    QList<FaultRow> m_rows;
    QHash<int, QByteArray> m_got;
    int m_goodCount = 0;
};

} // namespace tst_faults

LATCHKEY_TEST(tst_faults, FaultsTest, QApplication)

#include "tst_faults.moc"

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fields/fieldtable.h"

#include "result/printabletext.h"
#include "support/test.h"

#include <algorithm>
#include <cstdio>

namespace tst_fields {

QList<Format> allFormats()
{
    return identityFormats() + oauthFormats() + providerFormats() + gitHubFormats() + storageFormats();
}

/// Every member of every format that Latchkey reads, absent or odd in each way. What is optional never ends an attempt.
class FieldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_formats = allFormats(); }

    void eachMemberHasARow_data() { addFormats(); }
    void eachMemberHasARow()
    {
        QList<QByteArray> rows;
        for (const FieldRow &row : format().fields)
            rows.append(row.path);
        QList<QByteArray> members = memberPaths(format());
        std::sort(rows.begin(), rows.end());
        std::sort(members.begin(), members.end());
        QCOMPARE(rows, members);
    }

    void theExampleIsRead_data() { addFormats(); }
    void theExampleIsRead() { QCOMPARE(format().read(format().example).refusal, QByteArray()); }

    void unknownMembersAreIgnored_data() { addFormats(); }
    void unknownMembersAreIgnored()
    {
        QCOMPARE(format().read(documentWithUnknownMembers(format())).values, format().read(format().example).values);
    }

    void theExampleDependsOnEachMember_data() { addFields(); }
    void theExampleDependsOnEachMember()
    {
        // Otherwise "ignored" would say nothing.
        const Reading reading = format().read(documentWith(format(), row().path, Oddity::Absent));
        QVERIFY(!reading.refusal.isEmpty() || reading.values != format().read(format().example).values);
    }

    void anOddMemberIsIgnoredUsedOrRefused_data() { addFields(); }
    void anOddMemberIsIgnoredUsedOrRefused()
    {
        QMap<Oddity, QByteArray> &got = m_got[{format().name, row().path}];
        for (const Oddity oddity : allOddities)
            got.insert(oddity, outcomeOf(format(), row().path, oddity));
        for (const Oddity oddity : allOddities)
            QCOMPARE(toText(oddity) + ": " + got[oddity], toText(oddity) + ": " + row().expected[oddity]);
        m_cellCount += int(got.size());
    }

    void whatIsReadIsPrintable_data() { addFields(); }
    void whatIsReadIsPrintable()
    {
        const QMap<QByteArray, QString> values = format().read(documentWith(format(), row().path, Oddity::Controls)).values;
        for (const QString &value : values)
            QVERIFY2(isPrintable(value), qPrintable(value));
    }

    void cleanupTestCase()
    {
        std::printf("%-24s %-44s", "format", "member");
        for (const Oddity oddity : allOddities)
            std::printf(" %-16s", toText(oddity).constData());
        std::printf("\n");
        for (auto entry = m_got.cbegin(); entry != m_got.cend(); ++entry) {
            std::printf("%-24s %-44s", entry.key().first.constData(), entry.key().second.constData());
            for (const Oddity oddity : allOddities)
                std::printf(" %-16s", entry.value()[oddity].constData());
            std::printf("\n");
        }
        std::printf("%d odd members of %d in %d formats were ignored, used or refused as expected\n", m_cellCount,
                    int(m_got.size()), int(m_formats.size()));
    }

private:
    void addFormats()
    {
        QTest::addColumn<int>("formatIndex");
        for (int i = 0; i < m_formats.size(); ++i)
            QTest::newRow(m_formats[i].name.constData()) << i;
    }
    void addFields()
    {
        QTest::addColumn<int>("formatIndex");
        QTest::addColumn<int>("rowIndex");
        for (int i = 0; i < m_formats.size(); ++i) {
            for (int j = 0; j < m_formats[i].fields.size(); ++j)
                QTest::newRow((m_formats[i].name + ": " + m_formats[i].fields[j].path).constData()) << i << j;
        }
    }
    const Format &format() const { return m_formats[*static_cast<int *>(QTest::qData("formatIndex", qMetaTypeId<int>()))]; }
    const FieldRow &row() const
    {
        return format().fields[*static_cast<int *>(QTest::qData("rowIndex", qMetaTypeId<int>()))];
    }

    QList<Format> m_formats;
    QMap<std::pair<QByteArray, QByteArray>, QMap<Oddity, QByteArray>> m_got;
    int m_cellCount = 0;
};

} // namespace tst_fields

LATCHKEY_TEST(tst_fields, FieldsTest, QCoreApplication)

#include "tst_fields.moc"

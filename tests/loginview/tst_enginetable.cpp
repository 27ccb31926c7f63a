// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enginetable.h"

#include "support/test.h"

#include <QDirIterator>
#include <QFile>
#include <QMetaMethod>
#include <QRegularExpression>
#include <QSet>
#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineView>

#include <cstdio>

namespace tst_enginetable {

using Kind = EngineRow::Kind;

const QByteArrayList classes{"QWebEnginePage", "QWebEngineProfile", "QWebEngineView"};

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QSet<QByteArray> signalsOf(const QMetaObject &type)
{
    QSet<QByteArray> names;
    for (int i = type.methodOffset(); i < type.methodCount(); ++i) {
        if (type.method(i).methodType() == QMetaMethod::Signal)
            names.insert(type.method(i).name());
    }
    return names;
}

/// The virtual functions that a class declares, its destructor excepted, read from its installed header.
QSet<QByteArray> virtualsOf(const QByteArray &type)
{
    const QString folder = type == "QWebEngineView" ? QStringLiteral(WEBENGINEWIDGETS_HEADERS) : QStringLiteral(WEBENGINECORE_HEADERS);
    QSet<QByteArray> names;
    static const QRegularExpression declaration(QStringLiteral(
        R"((?:^|\n)\s*(?:virtual [\w:<>*& ]*?(\w+)\([^;]*;|[\w:<>*& ]*?\b(\w+)\([^;{]*\)(?: const)? override;))"));
    const QString header = QString::fromUtf8(readFile(folder + QLatin1Char('/') + QString::fromLatin1(type.toLower()) + QStringLiteral(".h")));
    for (auto found = declaration.globalMatch(header); found.hasNext();) {
        const auto match = found.next();
        const QByteArray name = (match.captured(1) + match.captured(2)).toLatin1();
        if (!match.captured(0).contains(QLatin1Char('~')))
            names.insert(name);
    }
    return names;
}

QSet<QByteArray> rowsOf(const QByteArray &owner, Kind kind)
{
    QSet<QByteArray> names;
    for (const EngineRow &row : engineRows()) {
        if (row.owner == owner && row.kind == kind && row.since <= QT_VERSION)
            names.insert(row.name);
    }
    return names;
}

const QMetaObject &metaObjectOf(const QByteArray &type)
{
    if (type == "QWebEnginePage")
        return QWebEnginePage::staticMetaObject;
    return type == "QWebEngineProfile" ? QWebEngineProfile::staticMetaObject : QWebEngineView::staticMetaObject;
}

QByteArray allTests()
{
    QByteArray sources;
    QDirIterator files(QStringLiteral(TEST_SOURCES), {QStringLiteral("tst_*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        sources += readFile(files.next());
    return sources;
}

/// Every signal and virtual function of the engine is known, and what is done about it is tested.
class EngineTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySignalIsInTheTable_data() { addClasses(); }

    void everySignalIsInTheTable()
    {
        QFETCH(const QByteArray, type);
        const auto installed = signalsOf(metaObjectOf(type));
        QVERIFY(!installed.isEmpty());
        QCOMPARE(rowsOf(type, Kind::Signal), installed);
    }

    void everyVirtualFunctionIsInTheTable_data() { addClasses(); }

    void everyVirtualFunctionIsInTheTable()
    {
        QFETCH(const QByteArray, type);
        const auto installed = virtualsOf(type);
        QVERIFY(type == "QWebEngineProfile" || installed.size() >= 9);
        QCOMPARE(rowsOf(type, Kind::Virtual), installed);
    }

    void everyRowNamesItsTest()
    {
        const QByteArray tests = allTests();
        QSet<QByteArray> names;
        for (const EngineRow &row : engineRows()) {
            QVERIFY2(!row.handling.isEmpty(), row.name.constData());
            QVERIFY2(row.test.isEmpty() || tests.contains("void " + row.test + "()"), row.test.constData());
            const bool isOnlyTelling = !row.name.endsWith("Requested") && !row.name.endsWith("Required") && !row.name.startsWith("javaScript");
            QVERIFY2(!row.test.isEmpty() || isOnlyTelling || row.handling == "the page's signal, passed on", row.name.constData());
            names.insert(row.owner + "::" + row.name);
        }
        QCOMPARE(names.size(), engineRows().size());
    }

    void cleanupTestCase()
    {
        int count = 0;
        int testedCount = 0;
        std::printf("%-18s %-8s %-34s %-52s %s\n", "class", "kind", "name", "handling", "test");
        for (const EngineRow &row : engineRows()) {
            if (row.since > QT_VERSION)
                continue;
            ++count;
            testedCount += row.test.isEmpty() ? 0 : 1;
            const char *kind = row.kind == Kind::Signal ? "signal" : row.kind == Kind::Virtual ? "virtual" : "setter";
            std::printf("%-18s %-8s %-34s %-52s %s\n", row.owner.constData(), kind, row.name.constData(), row.handling.constData(),
                        row.test.constData());
        }
        std::printf("%d signals and functions of Qt WebEngine %s are known; %d have a test of what is done about them\n", count,
                    QT_VERSION_STR, testedCount);
    }

private:
    static void addClasses()
    {
        QTest::addColumn<QByteArray>("type");
        for (const QByteArray &type : classes)
            QTest::newRow(type.constData()) << type;
    }
};

} // namespace tst_enginetable

LATCHKEY_TEST(tst_enginetable, EngineTableTest, QCoreApplication)

#include "tst_enginetable.moc"

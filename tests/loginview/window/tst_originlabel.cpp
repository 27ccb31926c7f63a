// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/window/originlabel.h"

#include "support/test.h"

#include <QApplication>
#include <QMainWindow>
#include <QToolBar>

namespace tst_originlabel {

/// The label between the buttons of a toolbar, as in the login view.
struct World
{
    explicit World(int width = 540)
    {
        QToolBar *bar = window.addToolBar(QStringLiteral("bar"));
        for (const char *name : {"Back", "Reload"})
            bar->addAction(QLatin1String(name));
        label = new OriginLabel(&window);
        bar->addWidget(label);
        bar->addAction(QStringLiteral("Cancel"));
        window.resize(width, 200);
        window.show();
    }

    bool isInside() const
    {
        return label->isVisible() && label->fontMetrics().horizontalAdvance(label->text()) <= label->contentsRect().width();
    }

    QMainWindow window;
    OriginLabel *label = nullptr;
};

class OriginLabelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecureAndALocalPageAreTold()
    {
        World world;
        world.label->showPage(QUrl(QStringLiteral("https://github.com/login?state=secret")));
        QCOMPARE(world.label->text(), QStringLiteral("github.com"));
        QCOMPARE(world.label->accessibleName(), QStringLiteral("Secure connection to github.com"));
        world.label->showPage(QUrl(QStringLiteral("http://127.0.0.1:8080/login")));
        QCOMPARE(world.label->text(), QStringLiteral("On this computer: 127.0.0.1:8080"));
        world.label->showPage({});
        QCOMPARE(world.label->text(), QString());
    }

    void anErrorPageIsNoSecureConnection()
    {
        World world;
        world.label->showNoPage(QUrl(QStringLiteral("https://expired.example.org/login")));
        QCOMPARE(world.label->text(), QStringLiteral("No page from expired.example.org"));
    }

    void theEndOfALongHostStays_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("a tenant") << QStringLiteral("mycompany-production-auth.auth.eu-central-1.amazoncognito.com");
        QTest::newRow("an attack") << QStringLiteral("accounts.google.com.") + QStringLiteral("a").repeated(60)
                + QStringLiteral(".") + QStringLiteral("b").repeated(60) + QStringLiteral(".evil.example");
    }

    void theEndOfALongHostStays()
    {
        QFETCH(const QString, host);
        for (const int width : {540, 400, 320}) {
            World world(width);
            world.label->showPage(QUrl(QStringLiteral("https://%1/login").arg(host)));
            QTRY_VERIFY2(world.isInside(), qPrintable(world.label->text()));
            QVERIFY2(world.label->text().endsWith(host.last(12)), qPrintable(world.label->text()));
            QVERIFY(world.label->toolTip().contains(host));
        }
    }
};

} // namespace tst_originlabel

LATCHKEY_TEST(tst_originlabel, OriginLabelTest, QApplication)

#include "tst_originlabel.moc"

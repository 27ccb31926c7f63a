// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signedin.h"

#include "gui/account/accountpage.h"
#include "support/test.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>

namespace tst_accountpage {

/// A signed-in person's account page. What it says of its store is told of the real keyring of tests/support/with-keyring.
struct World : SignedIn
{
    explicit World(const QString &kind)
        : SignedIn("read:user", {}, [this, kind](Provider &, QJsonObject &) { store.kind = kind; }), page(account())
    {}

    QString place() const { return page.findChild<QLabel *>(QStringLiteral("accountStoreValue"))->text(); }

    AccountPage page;
};

class AccountPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itNamesTheKeychainOnceItIsShown()
    {
        World world(QStringLiteral("keychain"));
        const auto unnamed = QStringLiteral("Your keychain on this computer");
        QCoreApplication::processEvents();
        QCOMPARE(world.place(), unnamed);
        world.page.show();
        QCOMPARE(world.place(), unnamed);
        QTRY_COMPARE(world.place(), QStringLiteral("GNOME Keyring"));
        world.page.showFacts();
        QCOMPARE(world.place(), QStringLiteral("GNOME Keyring"));
    }

    void theFocusStaysWhenTheSameIsShownAgain()
    {
        World world(QStringLiteral("memory"));
        world.page.show();
        world.page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&world.page));
        auto *add = world.page.findChild<QAbstractButton *>(QStringLiteral("addScopeButton_notifications"));
        QVERIFY(add);
        add->setFocus();
        world.page.refresh();
        world.account().tokens().setStorageError(Error{Error::Kind::Storage, QStringLiteral("access_denied")});
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("addScopeButton_notifications"));
    }

    void itNamesNoKeychainThatIsNotUsed()
    {
        World world(QStringLiteral("memory"));
        world.page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&world.page));
        QCOMPARE(world.place(), QStringLiteral("Memory, until you quit Latchkey"));
    }
};

} // namespace tst_accountpage

LATCHKEY_TEST(tst_accountpage, AccountPageTest, QApplication)

#include "tst_accountpage.moc"

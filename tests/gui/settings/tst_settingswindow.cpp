// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/settings/settingswindow.h"

#include "gui/look/measures.h"
#include "gui/sidebar/sidebarrow.h"
#include "support/test.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWheelEvent>

namespace tst_settingswindow {

struct World
{
    World() { window.present(QUrl(QStringLiteral("https://api.github.com/"))); }

    template<typename Control>
    Control *find(const char *name) const
    {
        auto *found = window.findChild<Control *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }

    /// As a person does: activated() comes.
    void select(const char *name, const QString &text) const
    {
        auto *box = find<QComboBox>(name);
        box->setCurrentText(text);
        Q_EMIT box->activated(box->currentIndex());
    }

    void press(const char *name) const { find<QAbstractButton>(name)->click(); }

    Choices choices() const { return preferences.choices(); }

    /// What the next start reads.
    Choices kept() const { return Preferences(file).choices(); }

    QTemporaryDir folder;
    QString file = folder.filePath(QStringLiteral("latchkey.conf"));
    Preferences preferences{file};
    QList<QNetworkProxy> proxies;
    SettingsWindow window{preferences, [this](const QList<QUrl> &, QObject *, const diagnosis::ProxyReceiver &receiver) { receiver(proxies); }};
};

AccountRecord account(const QString &id, const QString &login)
{
    AccountRecord record{.providerId = QStringLiteral("github"), .providerName = QStringLiteral("GitHub"), .host = QStringLiteral("github.com"), .identity = {}};
    record.identity.id = id;
    record.identity.login = login;
    return record;
}

class SettingsWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChoiceAppliesAtOnceAndIsKept()
    {
        const World world;
        world.select("startPageBox", QStringLiteral("Inbox"));
        QCOMPARE(world.choices().startPage, PageId::Inbox);
        world.press("restoreWindowBox");
        QVERIFY(!world.choices().restoresWindow);
        world.select("languageBox", QStringLiteral("English"));
        QCOMPARE(world.choices().language, QStringLiteral("en"));
        world.select("cloneProtocolBox", QStringLiteral("SSH"));
        QCOMPARE(world.choices().cloneProtocol, Choices::CloneProtocol::Ssh);
        world.press("darkSchemeButton");
        QCOMPARE(world.choices().scheme, Choices::Scheme::Dark);
        world.press("accentButton2");
        QVERIFY(!world.choices().usesDesktopAccent);
        QCOMPARE(world.choices().accent, QColor(0x7a, 0x48, 0xd0));
        world.select("contrastBox", QStringLiteral("High"));
        QCOMPARE(world.choices().contrast, Choices::Contrast::More);
        world.select("densityBox", QStringLiteral("Compact"));
        QCOMPARE(world.choices().density, Choices::Density::Compact);
        world.select("zoomBox", QStringLiteral("150 %"));
        QCOMPARE(world.choices().zoom, 150);
        QCOMPARE(world.kept(), world.choices());
        world.press("desktopAccentButton");
        QVERIFY(world.kept().usesDesktopAccent);
        world.press("systemSchemeButton");
        QCOMPARE(world.kept().scheme, Choices::Scheme::System);
    }

    /// It checks a button without a click.
    void whatAssistiveTechnologyChoosesAppliesToo()
    {
        const World world;
        for (const char *name : {"darkSchemeButton", "accentButton2", "restoreWindowBox"}) {
            QAccessibleActionInterface *action = QAccessible::queryAccessibleInterface(world.find<QAbstractButton>(name))->actionInterface();
            QVERIFY2(action->actionNames().contains(QAccessibleActionInterface::toggleAction()), name);
            action->doAction(QAccessibleActionInterface::toggleAction());
        }
        QCOMPARE(world.kept().scheme, Choices::Scheme::Dark);
        QCOMPARE(world.kept().accent, QColor(0x7a, 0x48, 0xd0));
        QVERIFY(!world.kept().restoresWindow);
    }

    void assistiveTechnologyHearsWhatAChoiceIsAbout()
    {
        const World world;
        QCOMPARE(QAccessible::queryAccessibleInterface(world.find<QComboBox>("contrastBox"))->text(QAccessible::Description), QStringLiteral("Contrast"));
    }

    void aChoiceFromElsewhereIsShown()
    {
        World world;
        Choices choices;
        choices.zoom = 140; // By keys.
        choices.scheme = Choices::Scheme::Light;
        choices.usesDesktopAccent = false;
        choices.startPage = PageId::Starred;
        world.preferences.choose(choices);
        QCOMPARE(world.find<QComboBox>("zoomBox")->currentText(), QStringLiteral("140 %"));
        QVERIFY(world.find<QAbstractButton>("lightSchemeButton")->isChecked());
        QVERIFY(world.find<QAbstractButton>("accentButton0")->isChecked());
        QCOMPARE(world.find<QComboBox>("startPageBox")->currentText(), QStringLiteral("Starred"));
        QCOMPARE(world.choices(), choices); // To show is not to choose.
    }

    void aBrowserCanBeTyped()
    {
        const World world;
        auto *command = world.find<QLineEdit>("browserCommandEdit");
        QVERIFY(command->isHidden());
        world.select("browserBox", QStringLiteral("Other"));
        QVERIFY(!command->isHidden());
        QCOMPARE(world.choices().browser, QString());
        command->setText(QStringLiteral("firefox --private-window"));
        Q_EMIT command->editingFinished();
        QCOMPARE(world.kept().browser, QStringLiteral("firefox --private-window"));
        world.select("browserBox", QStringLiteral("System default"));
        QCOMPARE(world.kept().browser, QString());
        QVERIFY(command->isHidden());
    }

    void whatIsTypedStaysWhenAnotherChoiceChanges()
    {
        World world;
        auto *command = world.find<QLineEdit>("browserCommandEdit");
        world.select("browserBox", QStringLiteral("Other"));
        command->setText(QStringLiteral("fire"));
        Choices choices = world.choices();
        choices.zoom = 110; // By keys.
        world.preferences.choose(choices);
        QVERIFY(!command->isHidden());
        QCOMPARE(command->text(), QStringLiteral("fire"));
        QCOMPARE(world.find<QComboBox>("browserBox")->currentText(), QStringLiteral("Other"));
        choices.browser = QStringLiteral("lynx"); // By another process.
        world.preferences.choose(choices);
        QCOMPARE(command->text(), QStringLiteral("lynx"));
    }

    /// Else a person who scrolls changes what happens to be below the pointer.
    void theWheelScrollsThePageAndChoosesNothing()
    {
        World world;
        world.press("appearanceSection");
        world.window.resize(400, 260);
        QVERIFY(QTest::qWaitForWindowExposed(&world.window));
        auto *box = world.find<QComboBox>("zoomBox");
        const QScrollArea *area = nullptr;
        for (QWidget *parent = box->parentWidget(); parent && !area; parent = parent->parentWidget())
            area = qobject_cast<QScrollArea *>(parent);
        QVERIFY(area);
        QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0);
        for (const bool hasFocus : {false, true}) {
            area->verticalScrollBar()->setValue(0);
            if (hasFocus)
                box->setFocus();
            const QPointF middle = box->rect().center();
            QWheelEvent wheel(middle, box->mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QSpontaneKeyEvent::setSpontaneous(&wheel); // Qt offers no other event to the parents; sendEvent() would undo it.
            QCoreApplication::instance()->notify(box, &wheel);
            QCOMPARE(box->hasFocus(), hasFocus);
            QCOMPARE(world.choices().zoom, 100);
            QVERIFY(area->verticalScrollBar()->value() > 0);
        }
    }

    void theFocusStaysAtTheAccountWhenTheListChanges()
    {
        World world;
        const AccountRecord ada = account(QStringLiteral("1"), QStringLiteral("ada"));
        const AccountRecord bo = account(QStringLiteral("2"), QStringLiteral("bo"));
        world.window.setAccounts({ada, bo}, ada.key());
        world.press("accountsSection");
        world.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&world.window));
        world.find<QAbstractButton>("signOutButton:github/2")->setFocus();
        AccountRecord renamed = ada;
        renamed.identity.login = QStringLiteral("countess");
        world.window.setAccounts({renamed, bo}, ada.key());
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("signOutButton:github/2"));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("signOutButton:github/2"));
        world.find<QAbstractButton>("showButton:github/2")->setFocus();
        world.window.setAccounts({renamed, bo}, bo.key()); // It is shown now, and its button is gone.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("signOutButton:github/2"));
    }

    void accountsAreListedWithWhatCanBeDone()
    {
        World world;
        const QSignalSpy shown(&world.window, &SettingsWindow::accountRequested);
        const QSignalSpy signedOut(&world.window, &SettingsWindow::signOutRequested);
        const QSignalSpy added(&world.window, &SettingsWindow::addAccountRequested);
        const AccountRecord ada = account(QStringLiteral("1"), QStringLiteral("ada"));
        const AccountRecord bo = account(QStringLiteral("2"), QStringLiteral("bo"));
        world.window.setAccounts({ada, bo}, ada.key());
        QVERIFY(!world.window.findChild<QWidget *>(QStringLiteral("showButton:github/1")));
        world.press("showButton:github/2");
        QCOMPARE(shown, QList<QVariantList>{{bo.key()}});
        world.press("signOutButton:github/1");
        QCOMPARE(signedOut, QList<QVariantList>{{ada.key()}});
        world.press("settingsAddAccountButton");
        QCOMPARE(added.size(), 1);
        world.window.setAccounts({bo}, bo.key());
        QTRY_VERIFY(!world.window.findChild<QWidget *>(QStringLiteral("signOutButton:github/1")));
    }

    void theProxyIsShownAsItIsFound_data()
    {
        QTest::addColumn<QNetworkProxy>("proxy");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << QNetworkProxy(QNetworkProxy::NoProxy) << QStringLiteral("None: api.github.com is reached directly.");
        QTest::newRow("one") << QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("proxy.example.org"), 3128, QStringLiteral("ada"),
                                              QStringLiteral("secret"))
                             << QStringLiteral("proxy.example.org:3128, from the desktop.");
    }

    void theProxyIsShownAsItIsFound()
    {
        QFETCH(QNetworkProxy, proxy);
        QFETCH(QString, text);
        World world;
        world.proxies = {proxy};
        world.window.present(QUrl(QStringLiteral("https://api.github.com/")));
        QCOMPARE(world.find<QLabel>("proxyLabel")->text(), text);
    }

    void theChecksCanBeRun()
    {
        const World world;
        const QSignalSpy requested(&world.window, &SettingsWindow::diagnosticsRequested);
        world.press("runChecksButton");
        QCOMPARE(requested.size(), 1);
    }

    void aFileThatCannotBeWrittenIsReported()
    {
        World world;
        QVERIFY(QDir().mkpath(world.file));
        world.press("darkSchemeButton");
        QCOMPARE(world.choices().scheme, Choices::Scheme::Dark);
        bool isSaid = false;
        for (const QLabel *label : world.window.findChildren<QLabel *>())
            isSaid |= label->isVisible() && label->text().startsWith(QStringLiteral("The settings file cannot be written."));
        QVERIFY(isSaid);
    }

    void escapeClosesTheWindow()
    {
        World world;
        QTest::keyClick(&world.window, Qt::Key_Escape);
        QVERIFY(!world.window.isVisible());
    }

    void noNameOfASectionIsCut_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<double>("zoom");
        for (const int width : {480, 560, 620, 760}) {
            for (const double zoom : {1.0, 2.0})
                QTest::addRow("%d, %.0f", width, zoom) << width << zoom;
        }
    }

    void noNameOfASectionIsCut()
    {
        QFETCH(int, width);
        QFETCH(double, zoom);
        const auto cleanUp = qScopeGuard([] { look::setZoom(1); });
        look::setZoom(zoom);
        World world;
        world.window.resize(width, 560);
        world.window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&world.window));
        QTRY_COMPARE(world.window.width(), width);
        const auto rows = world.window.findChildren<SidebarRow *>();
        QCOMPARE(rows.size(), 4);
        for (const SidebarRow *row : rows)
            QTRY_VERIFY2(row->width() >= row->sizeHint().width(), qPrintable(row->text()));
        QTRY_VERIFY(rows.last()->parentWidget()->rect().contains(rows.last()->geometry()));
    }

    void everyControlHasNames()
    {
        World world;
        world.window.setAccounts({account(QStringLiteral("1"), QStringLiteral("ada"))}, {});
        const QList<QWidget *> widgets = world.window.findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            const bool isPart = qobject_cast<const QLineEdit *>(widget) && qobject_cast<const QComboBox *>(widget->parentWidget());
            if (widget->focusPolicy() == Qt::NoFocus || isPart || widget->inherits("QAbstractItemView") || widget->inherits("QLabel")
                || widget->objectName().startsWith(QLatin1String("qt_")) || widget->inherits("QScrollBar"))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            if (button && !button->isVisibleTo(&world.window) && button->text().isEmpty())
                continue; // Of an alert that says nothing.
            const bool hasName = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(hasName, qPrintable(widget->objectName() + QLatin1String(widget->metaObject()->className())));
        }
    }
};

} // namespace tst_settingswindow

LATCHKEY_TEST(tst_settingswindow, SettingsWindowTest, QApplication)

#include "tst_settingswindow.moc"

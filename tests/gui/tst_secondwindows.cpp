// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/diagnosisworld.h"

#include "gui/about/aboutwindow.h"
#include "gui/diagnosticsdialog.h"
#include "gui/settings/settingswindow.h"
#include "support/test.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTimer>

namespace tst_secondwindows {

enum class Kind { Settings, About, Diagnostics };

struct World
{
    explicit World(Kind kind)
    {
        switch (kind) {
        case Kind::Settings: window = std::make_unique<SettingsWindow>(preferences, [](const QList<QUrl> &, QObject *, const diagnosis::ProxyReceiver &) {}); break;
        case Kind::About: window = std::make_unique<AboutWindow>(); break;
        case Kind::Diagnostics: window = std::make_unique<DiagnosticsDialog>(diagnosis.subject()); break;
        }
        window->show();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not become active");
    }

    QTemporaryDir folder;
    Preferences preferences{folder.filePath(QStringLiteral("latchkey.conf"))};
    DiagnosisWorld diagnosis;
    std::unique_ptr<QWidget> window;
};

void addKinds()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("settings") << Kind::Settings;
    QTest::newRow("about") << Kind::About;
    QTest::newRow("diagnostics") << Kind::Diagnostics;
}

class SecondWindowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QApplication::setQuitOnLastWindowClosed(false); }
    void cleanup() { QApplication::setQuitOnLastWindowClosed(true); }

    void theKeyThatQuitsWorksInEachWindow_data() { addKinds(); }
    void theKeyThatQuitsWorksInEachWindow()
    {
        QFETCH(Kind, kind);
        const World world(kind);
        QCOMPARE(endAfter([&world] {
            QWidget *focused = QApplication::focusWidget();
            QTest::keyClick(focused ? focused : world.window.get(), Qt::Key_Q, Qt::ControlModifier);
        }), int(Quit));
    }

    void noneKeepsTheProgramAlive_data() { addKinds(); }
    void noneKeepsTheProgramAlive()
    {
        QFETCH(Kind, kind);
        const World world(kind);
        QWidget mainWindow;
        mainWindow.show();
        QCOMPARE(endAfter([&mainWindow] { mainWindow.close(); }), int(LastWindowClosed));
        QVERIFY(world.window->isVisible());
    }

    void closingOneDoesNotEndTheProgram_data() { addKinds(); }
    void closingOneDoesNotEndTheProgram()
    {
        QFETCH(Kind, kind);
        const World world(kind);
        QWidget mainWindow;
        mainWindow.show();
        QCOMPARE(endAfter([&world] {
            world.window->close();
            QTimer::singleShot(0, qApp, [] { QCoreApplication::exit(StillRunning); });
        }), int(StillRunning));
    }

private:
    enum End { Quit, LastWindowClosed, StillRunning, GaveUp };

    /// How the program's loop ends when a person does that. Only in a loop does Qt tell of the last window.
    static int endAfter(const std::function<void()> &act)
    {
        QObject context;
        connect(qApp, &QGuiApplication::lastWindowClosed, &context, [] { QCoreApplication::exit(LastWindowClosed); });
        QTimer::singleShot(std::chrono::seconds(5), &context, [] { QCoreApplication::exit(GaveUp); });
        QTimer::singleShot(0, &context, act);
        return QCoreApplication::exec();
    }
};

} // namespace tst_secondwindows

LATCHKEY_TEST(tst_secondwindows, SecondWindowsTest, QApplication)

#include "tst_secondwindows.moc"

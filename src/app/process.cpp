// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/process.h"

#include "cli/output.h"
#include "gui/look/style/install.h"
#include "gui/pictures/ownicon.h"
#include "gui/start/fontsahead.h"
#include "menuentry/menuentry.h"
#include "result/englishplurals.h"
#include "result/printabletext.h"

#include <QApplication>
#include <QMutex>
#include <QNetworkProxyFactory>

#include <csignal>
#include <cstdlib>
#include <utility>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

const QString applicationId = QStringLiteral("io.github.latchkey.Latchkey");

namespace {

/// Newer versions of Qt print a warning if the locale is not UTF-8, and switch to one that is. Git and scripts would pass
/// that warning on.
std::unique_ptr<QCoreApplication> makeQuietly(int &argc, char **argv)
{
    const QtMessageHandler handler = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    auto application = std::make_unique<QCoreApplication>(argc, argv);
    qInstallMessageHandler(handler);
    QCoreApplication::installTranslator(new EnglishPlurals(application.get()));
    return application;
}

QString noDisplay()
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("cli", text); };
    const QString named = qEnvironmentVariable("QT_QPA_PLATFORM");
    const bool isUsual = named.startsWith(QLatin1String("xcb")) || named.startsWith(QLatin1String("wayland"));
    const QString platform = isUsual ? QString() : named;
    const QString wayland = qEnvironmentVariable("WAYLAND_DISPLAY");
    const QString display = wayland.isEmpty() ? qEnvironmentVariable("DISPLAY") : wayland;
    const QString what = !platform.isEmpty() ? tr("Qt cannot show windows by “%1”, which QT_QPA_PLATFORM names.").arg(platform)
        : !display.isEmpty()                 ? tr("The display “%1” cannot be used.").arg(display)
                                             : tr("There is no display to open a window on.");
    return what + QLatin1Char(' ') + tr("Run 'latchkey sign-in' to sign in from the terminal.");
}

#ifdef Q_OS_UNIX
constexpr unsigned patienceWithDisplay = 20; ///< In seconds.

QByteArray silentDisplay; ///< What the handler of the alarm prints. It may call little more than write().

void giveUpOnDisplay(int)
{
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, silentDisplay.constData(), std::size_t(silentDisplay.size()));
    ::_exit(cli::Failed);
}
#endif

/// Qt ends a process without a display by abort(), after some lines for developers, and waits without end for a display that
/// does not answer. This ends it in order, with a sentence.
class DisplayCheck
{
public:
    DisplayCheck()
    {
        s_before = qInstallMessageHandler(&hold);
#ifdef Q_OS_UNIX
        silentDisplay = QStringLiteral("latchkey: %1\n").arg(printableText(noDisplay())).toLocal8Bit();
        std::signal(SIGALRM, &giveUpOnDisplay);
        ::alarm(patienceWithDisplay);
#endif
    }

    /// Passes on what was logged meanwhile.
    ~DisplayCheck()
    {
#ifdef Q_OS_UNIX
        ::alarm(0);
        std::signal(SIGALRM, SIG_DFL);
#endif
        qInstallMessageHandler(s_before);
        for (const auto &[type, line] : std::exchange(s_held, {}))
            s_before(type, {}, line);
    }
    Q_DISABLE_COPY_MOVE(DisplayCheck)

private:
    /// True if noDisplay() has all that Qt says, or nothing is set that Qt could fail with.
    static bool isCauseKnown(const QString &lastLine)
    {
        const QString named = qEnvironmentVariable("QT_QPA_PLATFORM");
        const bool isSet = !named.isEmpty() || mayHaveDisplay();
        QString all = lastLine;
        for (const auto &held : s_held)
            all += held.second;
        return !isSet || all.contains(QLatin1String("could not connect to display")) || all.contains(QLatin1String("wl_display"))
            || all.contains(QLatin1String("Could not find the Qt platform plugin \"%1\"").arg(named));
    }

    static void hold(QtMsgType type, const QMessageLogContext &, const QString &line)
    {
        const QMutexLocker locker(&s_mutex); // Other threads may log, too.
        if (type != QtFatalMsg)
            return s_held.append({type, line});
        if (!isCauseKnown(line)) {
            for (const auto &[heldType, held] : s_held)
                s_before(heldType, {}, held);
            s_before(QtWarningMsg, {}, line);
        }
        std::_Exit(cli::closeOutput(cli::print({.err = noDisplay(), .code = cli::Failed})));
    }

    static inline QMutex s_mutex;
    static inline QtMessageHandler s_before = nullptr;
    static inline QList<std::pair<QtMsgType, QString>> s_held;
};

} // namespace

void ignoreRelativeFolders()
{
    const auto isRelative = [](const QByteArray &folder) { return !folder.startsWith('/'); };
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"}) {
        if (qEnvironmentVariableIsSet(name) && isRelative(qgetenv(name)))
            qunsetenv(name);
    }
    for (const char *name : {"XDG_CONFIG_DIRS", "XDG_DATA_DIRS"}) {
        QByteArrayList folders = qgetenv(name).split(':');
        folders.removeIf(isRelative);
        if (folders.isEmpty())
            qunsetenv(name);
        else
            qputenv(name, folders.join(':'));
    }
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

std::unique_ptr<QCoreApplication> makeApplication(bool hasWindow, int &argc, char **argv)
{
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    if (!hasWindow)
        return makeQuietly(argc, argv);
    QGuiApplication::setDesktopFileName(applicationId);
    const bool isStyleChosen = look::isStyleChosen(argumentsOf(argc, argv));
    std::unique_ptr<QApplication> application;
    {
        const DisplayCheck check;
        application = std::make_unique<QApplication>(argc, argv);
    }
    QCoreApplication::installTranslator(new EnglishPlurals(application.get()));
    readFontsAhead();
    look::install(isStyleChosen);
    return application;
}

bool mayHaveDisplay()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    if (platform.startsWith("offscreen") || platform.startsWith("minimal"))
        return false;
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
#else
    return true;
#endif
}

void setWindowIcon()
{
    QApplication::setWindowIcon(ownIcon());
}

QString ownProgram()
{
    const QString appImage = MenuEntry::ofThisAppImage() ? qEnvironmentVariable("APPIMAGE") : QString();
    return appImage.isEmpty() ? QCoreApplication::applicationFilePath() : appImage;
}

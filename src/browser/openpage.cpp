// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/openpage.h"

#include "browser/pagenotopened.h"
#include "processes/watchedstart.h"

#include <QDesktopServices>
#include <QFile>
#include <QGuiApplication>
#include <QPointer>
#include <QProcess>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <array>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace {

#ifdef Q_OS_UNIX
/// While this object lives, what is started here inherits /dev/null as its input and outputs: QDesktopServices lets the browser
/// have ours, and tells nothing of the process (Qt 6.4 to 6.11).
class SilentChildren
{
public:
    SilentChildren()
    {
        std::fflush(nullptr);
        const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
        for (int stream = 0; stream < int(m_kept.size()); ++stream) {
            m_kept[std::size_t(stream)] = ::fcntl(stream, F_DUPFD_CLOEXEC, int(m_kept.size()));
            if (nothing >= 0 && m_kept[std::size_t(stream)] >= 0)
                ::dup2(nothing, stream);
        }
        if (nothing >= 0)
            ::close(nothing);
    }

    ~SilentChildren()
    {
        for (int stream = 0; stream < int(m_kept.size()); ++stream) {
            const int kept = m_kept[std::size_t(stream)];
            if (kept >= 0) {
                ::dup2(kept, stream);
                ::close(kept);
            }
        }
    }

    Q_DISABLE_COPY_MOVE(SilentChildren)

private:
    std::array<int, 3> m_kept{-1, -1, -1};
};
#else
/// Programs for the desktop have no outputs of ours there.
struct SilentChildren
{
    SilentChildren() {}
};
#endif

/// Program and arguments; none for the system's browser. A setting of the process, as QDesktopServices has them.
QStringList &chosenBrowser()
{
    static QStringList command;
    return command;
}

bool hasWindows()
{
    return qobject_cast<QGuiApplication *>(QCoreApplication::instance());
}

/// Qt finds no browser for a program without windows, but the desktop does.
bool openWithoutWindows(const QUrl &page)
{
#ifdef Q_OS_WIN
    return QProcess::startDetached(QStringLiteral("rundll32"), {QStringLiteral("url.dll,FileProtocolHandler"), page.toString(QUrl::FullyEncoded)});
#else
    return QProcess::startDetached(QStringLiteral("xdg-open"), {page.toString(QUrl::FullyEncoded)});
#endif
}

/// Without a QGuiApplication Qt warns on standard error (Qt 6.4), though it has done what a test's handler asks.
bool openWithQt(const QUrl &page)
{
    if (hasWindows())
        return QDesktopServices::openUrl(page);
    const QtMessageHandler handler = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    const bool isOpened = QDesktopServices::openUrl(page);
    qInstallMessageHandler(handler);
    return isOpened;
}

/// On X11 Qt starts xdg-open and tells nothing of its end, so we start it. On Wayland Qt gives it a token that lets the browser
/// come forward, and in a sandbox it asks the desktop's portal.
QString programToWatch()
{
    if (!hasWindows() || QGuiApplication::platformName() != QLatin1String("xcb"))
        return {};
    const bool isSandboxed = QFile::exists(QStringLiteral("/.flatpak-info")) || qEnvironmentVariableIsSet("SNAP");
    return isSandboxed ? QString() : QStandardPaths::findExecutable(QStringLiteral("xdg-open"));
}

bool openUnwatched(const QUrl &page)
{
    const SilentChildren silence;
    return openWithQt(page) || (!hasWindows() && openWithoutWindows(page));
}

} // namespace

void setBrowser(const QString &command)
{
    chosenBrowser() = QProcess::splitCommand(command);
}

void openPage(const QUrl &page, QObject *context, const std::function<void()> &whenNotOpened)
{
    const auto tell = [context = QPointer(context), whenNotOpened] {
        if (context)
            whenNotOpened();
    };
    if (const QStringList &browser = chosenBrowser(); !browser.isEmpty())
        processes::startWatched(browser.first(), browser.mid(1) + QStringList{page.toString(QUrl::FullyEncoded)}, tell);
    else if (const QString program = programToWatch(); !program.isEmpty())
        processes::startWatched(program, {page.toString(QUrl::FullyEncoded)}, tell);
    else if (!openUnwatched(page))
        QMetaObject::invokeMethod(context, whenNotOpened, Qt::QueuedConnection);
}

void openPage(const QUrl &page, QObject *asker)
{
    openPage(page, asker, [page, asker] { sendPageNotOpened(page, asker); });
}

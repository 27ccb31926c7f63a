// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/style/install.h"
#include "journal/journal.h"
#include "loginview/commandreader.h"
#include "loginview/protocol/events.h"
#include "loginview/sandbox.h"
#include "loginview/window/loginwindow.h"

#include <QApplication>
#include <QIcon>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtWebEngineCore/qtwebenginecoreglobal.h>

#include <cstdio>
#include <cstring>

namespace {

enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2, CannotShow = 3 };

int print(const QByteArray &line)
{
    const bool isWritten = std::puts(line.constData()) >= 0 && std::fflush(stdout) == 0;
    return isWritten ? Done : Failed;
}

int fail(const QString &reason)
{
    tell(QStringLiteral("failed"), {{QStringLiteral("reason"), reason}});
    return CannotShow;
}

/// Prints versions and the sandbox's state for the diagnosis, without starting the engine.
int describeEngine()
{
    const bool isTurnedOff = qEnvironmentVariableIsSet("QTWEBENGINE_DISABLE_SANDBOX");
    const QJsonObject facts{
        {QStringLiteral("engine"), QString::fromLatin1(qWebEngineVersion())},
        {QStringLiteral("chromium"), QString::fromLatin1(qWebEngineChromiumVersion())},
        {QStringLiteral("security_patch"), QString::fromLatin1(qWebEngineChromiumSecurityPatchVersion())},
        {QStringLiteral("sandbox_error"), isTurnedOff ? QStringLiteral("turned_off") : sandboxError()}};
    return print(QJsonDocument(facts).toJson(QJsonDocument::Compact));
}

/// Lets pages be dark where Latchkey is. The engine wants to know before it starts.
void usePageColors()
{
    if (qgetenv("LATCHKEY_PAGE_COLORS") != "dark")
        return;
    QByteArray flags = qgetenv("QTWEBENGINE_CHROMIUM_FLAGS");
    flags += " --blink-settings=preferredColorScheme=0";
    qputenv("QTWEBENGINE_CHROMIUM_FLAGS", flags.trimmed());
}

void quit(ExitCode code)
{
    QCoreApplication::exit(code);
}

} // namespace

int main(int argc, char *argv[])
{
    journal::install();
    if (argc == 2 && std::strcmp(argv[1], "--version") == 0) {
        return print(QByteArray("latchkey-login-view " LATCHKEY_VERSION " (Chromium ") + qWebEngineChromiumVersion() + ')');
    }
    if (argc == 2 && std::strcmp(argv[1], "--engine") == 0)
        return describeEngine();
    if (argc != 1) {
        std::fputs("latchkey-login-view: Latchkey starts this program. It takes no arguments.\n", stderr);
        return WrongUsage;
    }
    endWithParent();
    keepOutputForEvents();
    const QString error = sandboxError();
    if (!error.isEmpty())
        return fail(error);

    usePageColors();
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QCoreApplication::setApplicationName(QStringLiteral("latchkey-login-view"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LATCHKEY_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.latchkey.Latchkey"));
    QApplication application(argc, argv);
    look::install(look::isStyleChosen({}));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/latchkey-64.png")));
    QApplication::setQuitOnLastWindowClosed(false);

    LoginWindow window;
    QObject::connect(&window, &LoginWindow::ready, &application, [] {
        tell(QStringLiteral("ready"), {{QStringLiteral("engine"), QString::fromLatin1(qWebEngineVersion())},
                                       {QStringLiteral("chromium"), QString::fromLatin1(qWebEngineChromiumVersion())}});
    });
    QObject::connect(&window, &LoginWindow::canceled, &application, [] {
        tell(QStringLiteral("canceled"));
        quit(Done);
    });
    QObject::connect(&window, &LoginWindow::browserRequested, &application, [] {
        tell(QStringLiteral("browser"));
        quit(Done);
    });
    QObject::connect(&window, &LoginWindow::rendererDied, &application, [] { quit(ExitCode(fail(QStringLiteral("renderer")))); });

    CommandReader reader;
    QObject::connect(&reader, &CommandReader::ended, &application, [] { quit(Done); });
    QObject::connect(&reader, &CommandReader::refused, &application, [] { tell(QStringLiteral("refused")); });
    QObject::connect(&reader, &CommandReader::received, &window, [&window](const Command &command) {
        switch (command.kind) {
        case Command::Kind::Open: return window.open(command.url, command.surroundings);
        case Command::Kind::Look: return window.useLook(command.surroundings);
        case Command::Kind::Close: return quit(Done);
        }
    });
    reader.start();
    return QCoreApplication::exec();
}

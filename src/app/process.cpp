// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/process.h"

#include "gui/start/fontsahead.h"

#include <QApplication>
#include <QIcon>
#include <QNetworkProxyFactory>

const QString applicationId = QStringLiteral("io.github.latchkey.Latchkey");

namespace {

/// Newer versions of Qt print a warning if the locale is not UTF-8, and switch to one that is. Git and scripts would pass
/// that warning on.
std::unique_ptr<QCoreApplication> makeQuietly(int &argc, char **argv)
{
    const QtMessageHandler handler = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    auto application = std::make_unique<QCoreApplication>(argc, argv);
    qInstallMessageHandler(handler);
    return application;
}

} // namespace

void ignoreRelativeFolders()
{
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR",
                             "XDG_CONFIG_DIRS", "XDG_DATA_DIRS"}) {
        if (!qEnvironmentVariableIsSet(name))
            continue;
        QByteArrayList folders = qgetenv(name).split(':');
        folders.removeIf([](const QByteArray &folder) { return !folder.startsWith('/'); });
        if (folders.isEmpty())
            qunsetenv(name);
        else if (QByteArrayView(name).endsWith("_DIRS"))
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
    auto application = std::make_unique<QApplication>(argc, argv);
    readFontsAhead();
    return application;
}

void setWindowIcon()
{
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64, 128})
        icon.addFile(QStringLiteral(":/icons/latchkey-%1.png").arg(side), QSize(side, side));
    QApplication::setWindowIcon(icon);
}

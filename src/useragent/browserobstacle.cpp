// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "useragent/browserobstacle.h"

#include <QFile>

BrowserObstacle browserObstacle(const QProcessEnvironment &environment,
                                const std::function<bool(const QString &path)> &fileExists)
{
    const auto isSet = [&](const char *name) { return !environment.value(QLatin1String(name)).isEmpty(); };
    if (isSet("SSH_CONNECTION"))
        return BrowserObstacle::Ssh;
    if (isSet("container") || fileExists(QStringLiteral("/run/.containerenv")) || fileExists(QStringLiteral("/.dockerenv")))
        return BrowserObstacle::Container;
    if (isSet("WSL_DISTRO_NAME"))
        return BrowserObstacle::Wsl;
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    if (!isSet("DISPLAY") && !isSet("WAYLAND_DISPLAY"))
        return BrowserObstacle::NoDisplay;
#endif
    return BrowserObstacle::None;
}

BrowserObstacle browserObstacle()
{
    return browserObstacle(QProcessEnvironment::systemEnvironment(), [](const QString &path) { return QFile::exists(path); });
}

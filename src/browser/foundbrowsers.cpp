// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/foundbrowsers.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace {

constexpr qint64 largestEntry = 1 << 20;

/// Field codes stand for the addresses; %% for a percent sign.
QString withoutFieldCodes(QString command)
{
    static const QRegularExpression code(QStringLiteral(" ?(?:@@u )?%[a-zA-Z](?: @@)?"));
    return command.remove(code).replace(QLatin1String("%%"), QLatin1String("%")).trimmed();
}

QMap<QByteArray, QString> mainGroupOf(const QByteArray &entry)
{
    QMap<QByteArray, QString> values;
    bool isInGroup = false;
    for (const QByteArray &line : entry.split('\n')) {
        if (line.startsWith('['))
            isInGroup = line.trimmed() == "[Desktop Entry]";
        const auto equals = line.indexOf('=');
        if (isInGroup && equals > 0)
            values.insert(line.left(equals).trimmed(), QString::fromUtf8(line.mid(equals + 1)).trimmed());
    }
    return values;
}

#ifdef Q_OS_WIN
/// The person's browsers hide those of the same name that are there for everybody.
QList<FoundBrowser> listedBrowsers()
{
    QList<FoundBrowser> found;
    QStringList seen;
    for (const char *root : {"HKEY_CURRENT_USER", "HKEY_LOCAL_MACHINE"}) {
        const QSettings clients(QLatin1String(root) + QStringLiteral("\\SOFTWARE\\Clients\\StartMenuInternet"), QSettings::NativeFormat);
        const QStringList names = clients.childGroups();
        for (const QString &client : names) {
            const QString command = clients.value(client + QStringLiteral("/shell/open/command/.")).toString();
            const QString name = clients.value(client + QStringLiteral("/.")).toString();
            if (command.isEmpty() || seen.contains(client))
                continue;
            seen.append(client);
            found.append({name.isEmpty() ? client : name, command});
        }
    }
    return found;
}
#else
/// The entry of a folder that comes first hides those of the same name in later ones.
QList<FoundBrowser> listedBrowsers()
{
    QList<FoundBrowser> found;
    QStringList seen;
    const QStringList folders = QStandardPaths::standardLocations(QStandardPaths::ApplicationsLocation);
    for (const QString &folder : folders) {
        const QStringList names = QDir(folder).entryList({QStringLiteral("*.desktop")}, QDir::Files);
        for (const QString &name : names) {
            QFile file(folder + QLatin1Char('/') + name);
            if (seen.contains(name) || !file.open(QIODevice::ReadOnly))
                continue;
            seen.append(name);
            if (const FoundBrowser browser = browserOf(file.read(largestEntry)); !browser.command.isEmpty())
                found.append(browser);
        }
    }
    return found;
}
#endif

} // namespace

FoundBrowser browserOf(const QByteArray &desktopEntry)
{
    const QMap<QByteArray, QString> values = mainGroupOf(desktopEntry);
    const QStringList types = values.value("MimeType").split(QLatin1Char(';'));
    const auto is = [&](const char *key) { return values.value(key) == QLatin1String("true"); };
    // One for a terminal, such as Lynx, would show nothing.
    if (is("NoDisplay") || is("Hidden") || is("Terminal") || !types.contains(QLatin1String("x-scheme-handler/https")))
        return {};
    return {values.value("Name"), withoutFieldCodes(values.value("Exec"))};
}

QList<FoundBrowser> foundBrowsers()
{
    QList<FoundBrowser> found = listedBrowsers();
    std::sort(found.begin(), found.end(), [](const FoundBrowser &one, const FoundBrowser &other) {
        return one.name.localeAwareCompare(other.name) < 0;
    });
    return found;
}

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "menuentry/menuentry.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>

namespace {

const QString id = QStringLiteral("io.github.latchkey.Latchkey");
const QString shared = QStringLiteral("usr/share/");
const QString entry = QStringLiteral("applications/%1.desktop").arg(id);

/// The key that names the AppImage of our entries. No other program writes it.
const QByteArray targetKey = QByteArrayLiteral("X-Latchkey-AppImage=");

/// A value of the type string (Desktop Entry Specification, "Possible value types").
QString asString(QString value)
{
    return value.replace(QLatin1Char('\\'), QStringLiteral("\\\\")).replace(QLatin1Char('\n'), QStringLiteral("\\n"));
}

/// A program in a command line ("The Exec key"): quoted, and then a string.
QString asProgram(const QString &path)
{
    QString quoted;
    for (const QChar letter : path) {
        if (QStringLiteral("\"`$\\").contains(letter))
            quoted += QLatin1Char('\\');
        quoted += letter;
    }
    quoted.replace(QLatin1Char('%'), QStringLiteral("%%"));
    return asString(QStringLiteral("\"%1\"").arg(quoted));
}

/// The AppImage's desktop entry, with commands that do not need `latchkey` on the search path.
QByteArray leadingTo(const QString &appImage, const QByteArray &original)
{
    const QByteArray program = QByteArrayLiteral("latchkey");
    QByteArrayList lines = original.split('\n');
    for (QByteArray &line : lines) {
        if (line.startsWith("Exec=" + program))
            line = "Exec=" + asProgram(appImage).toUtf8() + line.mid(5 + program.size());
        else if (line.startsWith("TryExec="))
            line = "TryExec=" + asString(appImage).toUtf8() + '\n' + targetKey
                + QUrl::fromLocalFile(appImage).toEncoded();
    }
    return lines.join('\n');
}

bool write(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly)
        && file.write(content) == content.size() && file.commit();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool removeIfThere(const QString &path)
{
    return !QFileInfo(path).isSymLink() && !QFileInfo::exists(path) ? true : QFile::remove(path);
}

} // namespace

std::optional<MenuEntry> MenuEntry::ofThisAppImage()
{
    const QString appImage = qEnvironmentVariable("APPIMAGE");
    const QString contents = qEnvironmentVariable("APPDIR");
    const QString program = QFileInfo(QStringLiteral("/proc/self/exe")).canonicalFilePath();
    // A program started by another AppImage inherits the variables of that one.
    if (appImage.isEmpty() || contents.isEmpty()
        || !program.startsWith(QFileInfo(contents).canonicalFilePath() + QLatin1Char('/')))
        return std::nullopt;
    return MenuEntry(appImage, contents, QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation));
}

MenuEntry::MenuEntry(const QString &appImage, const QString &contents, const QString &dataFolder)
    : m_appImage(appImage), m_contents(contents + QLatin1Char('/')), m_dataFolder(dataFolder + QLatin1Char('/'))
{}

bool MenuEntry::isThere() const
{
    return target() == m_appImage;
}

bool MenuEntry::add() const
{
    const QByteArray original = contentOf(m_contents + shared + entry);
    bool isDone = !original.isEmpty();
    for (const QString &icon : icons())
        isDone = isDone && write(m_dataFolder + icon, contentOf(m_contents + shared + icon));
    return isDone && write(entryFile(), leadingTo(m_appImage, original));
}

bool MenuEntry::remove() const
{
    if (!isThere())
        return true;
    bool isDone = removeIfThere(entryFile());
    for (const QString &icon : icons())
        isDone = removeIfThere(m_dataFolder + icon) && isDone;
    return isDone;
}

void MenuEntry::follow() const
{
    const QString old = target();
    if (!old.isEmpty() && !isThere() && !QFileInfo::exists(old))
        add();
}

QString MenuEntry::entryFile() const
{
    return m_dataFolder + entry;
}

/// The AppImage that our entry starts; empty if there is none.
QString MenuEntry::target() const
{
    const QByteArrayList lines = contentOf(entryFile()).split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(targetKey))
            return QUrl::fromEncoded(line.mid(targetKey.size())).toLocalFile();
    }
    return {};
}

/// The AppImage's icons, as paths below the folder for shared data.
QStringList MenuEntry::icons() const
{
    QStringList found;
    const QDir folder(m_contents + shared);
    QDirIterator files(folder.filePath(QStringLiteral("icons")), {id + QStringLiteral(".*")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        found.append(folder.relativeFilePath(files.next()));
    return found;
}

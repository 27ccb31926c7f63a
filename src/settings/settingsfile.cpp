// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings/settingsfile.h"

#include "processes/filelock.h"

#include <QFileInfo>
#include <QMap>
#include <QUuid>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace {

/// Changing a small file takes milliseconds.
constexpr std::chrono::seconds patienceForSettings(5);

/// As text: values lose their types when they are written to a file.
QMap<QString, QStringList> valuesOf(const QSettings &settings)
{
    QMap<QString, QStringList> values;
    for (const QString &key : settings.allKeys()) {
        const QVariant value = settings.value(key);
        const QStringList list = value.toStringList();
        values.insert(key, list.isEmpty() ? QStringList(value.toString()) : list);
    }
    return values;
}

/// QSettings does not read a file again that has the same size and time, so two contents must not have the same time.
void makeNewerThan(const QDateTime &before, const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadWrite))
        file.setFileTime(std::max(before, QFileInfo(path).lastModified()).addMSecs(1), QFileDevice::FileModificationTime);
}

} // namespace

SettingsFile::SettingsFile(const QString &path) : m_settings(path, QSettings::IniFormat) {}

/// Serialized across this user's processes: each reads the file again before it changes it.
Result<void> SettingsFile::change(const Change &how)
{
    FileLock lock(m_settings.fileName() + QStringLiteral(".change"));
    // A read-only folder allows no lock either; writing the file reports that.
    if (lock.tryAcquire(patienceForSettings) == FileLock::Outcome::HeldByOther)
        return Error{Error::Kind::Storage, QStringLiteral("settings_busy"), m_settings.fileName()};
    m_settings.sync();
    if (replaceFile(how))
        return {};
    return Error{Error::Kind::Storage, QStringLiteral("settings_not_written"), m_settings.fileName()};
}

/// Writes a changed copy beside the file and renames it. True if the file then reads back as intended.
bool SettingsFile::replaceFile(const Change &how)
{
    const QFileInfo file(m_settings.fileName());
    const QString path = file.exists() ? file.canonicalFilePath() : file.absoluteFilePath();
    if (file.exists() && !QFile(path).open(QIODevice::ReadWrite))
        return false;
    const QString copyPath = QStringLiteral("%1.%2").arg(path, QUuid::createUuid().toString(QUuid::WithoutBraces));
    QMap<QString, QStringList> meant;
    bool isWritten = false;
    {
        QSettings copy(copyPath, QSettings::IniFormat);
        for (const QString &key : m_settings.allKeys())
            copy.setValue(key, m_settings.value(key));
        how(copy);
        meant = valuesOf(copy);
        copy.sync();
        isWritten = copy.status() == QSettings::NoError;
    }
    // QSettings makes no file for settings without a key.
    if (isWritten && !QFile::exists(copyPath))
        isWritten = QFile(copyPath).open(QIODevice::WriteOnly);
    if (isWritten && file.exists())
        QFile::setPermissions(copyPath, QFile::permissions(path));
    std::error_code error;
    if (isWritten)
        std::filesystem::rename(copyPath.toStdU16String(), path.toStdU16String(), error);
    if (!isWritten || error) {
        QFile::remove(copyPath);
        return false;
    }
    makeNewerThan(file.lastModified(), path);
    m_settings.sync();
    return valuesOf(m_settings) == meant;
}

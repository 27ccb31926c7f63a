// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

/// An AppImage's place in the application menu: a desktop entry and icons below the user's data folder, made of those
/// in the AppImage. An entry that leads elsewhere, or that another program made, is left alone.
class MenuEntry
{
public:
    /// That of the AppImage that this process came out of; nothing where it was started in another way.
    static std::optional<MenuEntry> ofThisAppImage();

    /// `appImage` is the file itself, `contents` where what it has in it can be read.
    MenuEntry(const QString &appImage, const QString &contents, const QString &dataFolder);

    /// Whether the menu leads to this AppImage.
    bool isThere() const;

    /// False where a file cannot be written.
    bool add() const;

    /// False where a file cannot be removed.
    bool remove() const;

    /// Where the menu leads to a place that this AppImage was moved away from, it is led to the new one.
    void follow() const;

private:
    QString entryFile() const;
    QString target() const;
    QStringList icons() const;

    QString m_appImage;
    QString m_contents;
    QString m_dataFolder;
};

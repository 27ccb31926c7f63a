// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

/// An AppImage's entry in the application menu: a desktop entry and icons in the user's data folder, copied from the
/// AppImage. Leaves entries alone that other programs made or that start something else.
class MenuEntry
{
public:
    /// The entry of the AppImage that this process runs from; nothing if it was started in another way.
    static std::optional<MenuEntry> ofThisAppImage();

    /// `appImage` is the path of the file, `contents` the folder that its contents are mounted at.
    MenuEntry(const QString &appImage, const QString &contents, const QString &dataFolder);

    /// True if the menu starts this AppImage.
    bool isThere() const;

    /// Adds the entry. False if a file cannot be written.
    bool add() const;

    /// Removes the entry. False if a file cannot be removed.
    bool remove() const;

    /// Updates an entry that still starts this AppImage from the path that it was moved away from.
    void follow() const;

private:
    QString entryFile() const;
    QString target() const;
    QStringList icons() const;

    QString m_appImage;
    QString m_contents;
    QString m_dataFolder;
};

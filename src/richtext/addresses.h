// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QUrl>

#include <functional>

namespace richtext {

/// Where the text of a repository stands.
struct Place
{
    QUrl files; ///< What relative links lead to, with a / at the end; such as https://github.com/ada/ada/blob/HEAD/.
    QUrl rawFiles; ///< The same for pictures.
    std::function<bool(const QUrl &)> isPictureAllowed; ///< Null: none is.
};

/// The place of a file in one of the folders below.
Place inFolderOf(const QString &file, Place place);

/// The address of a link: https, http or mailto, or `#name` within the document. Empty for any other.
QUrl linkAddress(const QString &href, const Place &place);

/// The address of a picture that may be fetched. Empty for any other.
QUrl pictureAddress(const QString &src, const Place &place);

} // namespace richtext

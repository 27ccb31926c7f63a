// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "richtext/addresses.h"

#include <QUrlQuery>

namespace richtext {

namespace {

constexpr qsizetype longestAddress = 4096;

bool isWeb(const QUrl &url)
{
    return (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http")) && !url.host().isEmpty();
}

/// The folder of a repository's files on a branch: /owner/name/blob/HEAD/.
QString rootOf(const QUrl &folder)
{
    return folder.path().section(u'/', 0, 4) + u'/';
}

/// On GitHub, a path that begins with / begins at the root of the repository, unless it names the repository.
QUrl resolved(const QUrl &address, const QUrl &folder)
{
    const QString repository = folder.path().section(u'/', 0, 2) + u'/';
    const QString path = address.path(QUrl::FullyEncoded);
    const bool isOfRepository = address.isRelative() && address.authority().isEmpty() && path.startsWith(u'/')
        && !path.startsWith(repository) && folder.path().count(u'/') >= 5;
    if (!isOfRepository)
        return folder.resolved(address);
    QUrl inside(address);
    inside.setPath(rootOf(folder) + path.sliced(1), QUrl::TolerantMode);
    return folder.resolved(inside);
}

/// Some mail programs attach the files that an address names.
QUrl mailAddress(const QUrl &address)
{
    const QString subject = QStringLiteral("subject");
    const QUrlQuery given(address);
    QUrlQuery kept;
    if (given.hasQueryItem(subject))
        kept.addQueryItem(subject, given.queryItemValue(subject));
    QUrl url = address.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    if (!kept.isEmpty())
        url.setQuery(kept);
    return url;
}

QUrl parsed(const QString &address)
{
    const QString trimmed = address.trimmed();
    return trimmed.size() > longestAddress ? QUrl() : QUrl(trimmed, QUrl::TolerantMode);
}

} // namespace

Place inFolderOf(const QString &file, Place place)
{
    const QString folder = file.section(u'/', 0, -2);
    const QUrl path(folder.isEmpty() ? QString() : folder + u'/');
    if (folder.isEmpty() || !path.isValid() || !path.isRelative() || folder.startsWith(u'/'))
        return place;
    place.files = place.files.resolved(path);
    place.rawFiles = place.rawFiles.resolved(path);
    return place;
}

QUrl linkAddress(const QString &href, const Place &place)
{
    const QUrl address = parsed(href);
    if (href.isEmpty() || !address.isValid())
        return {};
    if (href.startsWith(u'#'))
        return address;
    if (address.scheme() == QLatin1String("mailto"))
        return mailAddress(address);
    const QUrl url = resolved(address, place.files);
    return isWeb(url) ? url : QUrl();
}

QUrl pictureAddress(const QString &src, const Place &place)
{
    const QUrl address = parsed(src);
    if (src.isEmpty() || !address.isValid() || !place.isPictureAllowed)
        return {};
    const QUrl url = resolved(address, place.rawFiles);
    return isWeb(url) && place.isPictureAllowed(url) ? url.adjusted(QUrl::RemoveFragment) : QUrl();
}

} // namespace richtext

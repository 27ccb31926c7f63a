// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/storage/resourcecache.h"

#include "session/storage/log.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QSaveFile>

namespace {

constexpr quint32 magic = 0x4c4b4332; // "LKC2"
constexpr quint32 magicWithoutHeaders = 0x4c4b4331; // "LKC1", of earlier versions.
constexpr qint64 maximumFileSize = 16 * 1024 * 1024;

const std::initializer_list<const char *> keptHeaders{"content-type", "link", "x-poll-interval"};

/// One line each: QDataStream would allocate room for as many headers as a damaged file claims to have.
QByteArray toLines(const http::Headers &headers)
{
    const http::Answer answer{.headers = headers};
    QByteArrayList lines;
    for (const char *name : keptHeaders) {
        if (const QByteArray value = answer.header(name); !value.isEmpty())
            lines.append(QByteArray(name) + ':' + value);
    }
    return lines.join('\n');
}

http::Headers fromLines(const QByteArray &lines)
{
    http::Headers headers;
    for (const QByteArray &line : lines.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            headers.append({line.left(colon), line.mid(colon + 1)});
    }
    return headers;
}

} // namespace

std::optional<CachedAnswer> ResourceCache::find(const QUrl &url) const
{
    QFile file(fileOf(url));
    if (!file.open(QIODevice::ReadOnly) || file.size() > maximumFileSize)
        return std::nullopt;
    // Read from memory, so that a damaged length cannot allocate more than the file has.
    const QByteArray content = file.readAll();
    QDataStream stream(content);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 fileMagic = 0;
    QUrl fileUrl;
    CachedAnswer answer;
    QByteArray headers;
    stream >> fileMagic >> fileUrl >> answer.fetchedAt >> answer.etag;
    if (fileMagic == magic)
        stream >> headers;
    stream >> answer.body;
    answer.headers = fromLines(headers);
    const bool isWhole = stream.status() == QDataStream::Ok && stream.atEnd();
    if (!isWhole || (fileMagic != magic && fileMagic != magicWithoutHeaders) || fileUrl != url
        || !answer.fetchedAt.isValid())
        return std::nullopt;
    return answer;
}

void ResourceCache::store(const QUrl &url, const CachedAnswer &answer) const
{
    QDir().mkpath(m_folder);
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QSaveFile file(fileOf(url));
    if (!file.open(QIODevice::WriteOnly)) {
        qCWarning(storageLog) << "an answer is not kept:" << file.errorString();
        return;
    }
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QDataStream stream(&file);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << magic << url << answer.fetchedAt << answer.etag << toLines(answer.headers) << answer.body;
    if (!file.commit())
        qCWarning(storageLog) << "an answer is not kept:" << file.errorString();
}

void ResourceCache::remove(const QUrl &url) const
{
    QFile file(fileOf(url));
    if (file.exists() && !file.remove())
        qCWarning(storageLog) << "an answer is kept:" << file.errorString();
}

Result<void> ResourceCache::clear() const
{
    if (QDir(m_folder).removeRecursively())
        return {};
    return Error{Error::Kind::Storage, QStringLiteral("cache_not_removed"), m_folder};
}

qint64 ResourceCache::size() const
{
    qint64 size = 0;
    for (const QFileInfo &file : QDir(m_folder).entryInfoList(QDir::Files))
        size += file.size();
    return size;
}

QString ResourceCache::fileOf(const QUrl &url) const
{
    const QByteArray name = QCryptographicHash::hash(url.toEncoded(), QCryptographicHash::Sha256).toHex().first(32);
    return m_folder + QLatin1Char('/') + QString::fromLatin1(name);
}

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/richtext/picturefetch.h"

#include "gui/richtext/pictureobjects.h"
#include "richtext/badge.h"

namespace {

using namespace std::chrono_literals;

constexpr auto timeForMorePictures = 40ms;
constexpr qsizetype mostDecoded = 160 * 1024 * 1024; ///< Bytes of all pictures of a document.

} // namespace

PictureFetch::PictureFetch(PictureObjects &pictures, QObject *parent) : QObject(parent), m_pictures(pictures)
{
    m_decode.setSingleShot(true);
    connect(&m_decode, &QTimer::timeout, this, &PictureFetch::decodeNext);
    m_arrived.setSingleShot(true);
    m_arrived.setInterval(timeForMorePictures);
    connect(&m_arrived, &QTimer::timeout, this, &PictureFetch::arrived);
}

void PictureFetch::setFetch(Fetch fetch)
{
    m_fetch = std::move(fetch);
    m_asked.clear();
}

void PictureFetch::start(int width)
{
    m_width = width;
    ask(m_pictures.missing());
}

void PictureFetch::retry()
{
    ask(m_pictures.failed());
}

void PictureFetch::ask(const QList<QUrl> &urls)
{
    if (!m_fetch)
        return;
    for (const QUrl &url : urls) {
        if (m_asked.contains(url))
            continue;
        m_asked.insert(url);
        m_fetch(url, this, [this, url](const Result<QByteArray> &bytes) {
            m_undecoded.enqueue({url, bytes});
            m_decode.start(0ms);
        });
    }
}

void PictureFetch::decodeNext()
{
    if (m_undecoded.isEmpty())
        return;
    const auto [url, bytes] = m_undecoded.dequeue();
    m_asked.remove(url);
    if (bytes)
        decode(url, *bytes);
    else
        m_pictures.setFailed(url);
    m_arrived.start();
    if (!m_undecoded.isEmpty())
        m_decode.start(0ms);
}

void PictureFetch::decode(const QUrl &url, const QByteArray &bytes)
{
    const bool isSvg = richtext::isSvg(bytes);
    const qsizetype room = mostDecoded - m_pictures.bytes();
    const ReadPicture picture = isSvg ? ReadPicture() : readPictureTo(m_width, bytes, room);
    if (picture.image.isNull())
        m_pictures.setUnavailable(url, isSvg ? richtext::badgeOfSvg(bytes) : richtext::Badge());
    else
        m_pictures.setPicture(url, picture);
}

#include "moc_picturefetch.cpp"

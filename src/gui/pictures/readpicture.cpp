// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/pictures/readpicture.h"

#include <QBuffer>
#include <QImageReader>

namespace {

constexpr qsizetype mostBytes = 10 * 1024 * 1024;
constexpr int largestSide = 20000;
constexpr int highest = 8192;
constexpr int bytesOfPixel = 4;

/// By the first bytes. Empty for others than those that browsers show.
QByteArray formatOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return "png";
    if (bytes.startsWith("\xff\xd8\xff"))
        return "jpeg";
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return "gif";
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return "webp";
    if (bytes.startsWith("BM"))
        return "bmp";
    if (bytes.startsWith(QByteArrayView("\0\0\1\0", 4)))
        return "ico";
    return {};
}

} // namespace

ReadPicture readPictureTo(int width, const QByteArray &bytes, qsizetype room)
{
    if (bytes.size() > mostBytes)
        return {};
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer, formatOf(bytes)); // Its default allocation limit is 128 MB.
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    QSize size = reader.size();
    if (size.width() > largestSide || size.height() > largestSide)
        return {};
    const QSize shown = size.width() <= width && size.height() <= highest
        ? size : size.scaled(std::min(width, size.width()), highest, Qt::KeepAspectRatio);
    if (qint64(shown.width()) * shown.height() * bytesOfPixel > room)
        return {};
    if (shown != size) // Some decoders are quicker for it.
        reader.setScaledSize(shown);
    const QImage image = reader.read();
    if (image.isNull() || image.sizeInBytes() > room)
        return {};
    const bool isTurned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    return {image, !size.isValid() ? image.size() : isTurned ? size.transposed() : size};
}

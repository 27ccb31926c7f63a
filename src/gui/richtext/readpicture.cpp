// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/richtext/readpicture.h"

#include <QBuffer>
#include <QImageReader>

namespace {

constexpr qsizetype mostBytes = 10 * 1024 * 1024;
constexpr int largestSide = 20000;
constexpr int highest = 8192;
constexpr int bytesOfPixel = 4;

} // namespace

ReadPicture readPictureTo(int width, const QByteArray &bytes, qsizetype room)
{
    if (bytes.size() > mostBytes)
        return {};
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer); // Its default allocation limit is 128 MB.
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

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>

/// A picture as it is shown, and as large as it was.
struct ReadPicture
{
    QImage image; ///< Null if the bytes are no image, or one that is too large to decode.
    QSize size;
};

/// Decodes the first picture in the bytes of an image file, at most this wide. It may take `room` bytes of memory.
ReadPicture readPictureTo(int width, const QByteArray &bytes, qsizetype room = 64 * 1024 * 1024);

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

/// Decodes the first picture in the bytes of an image file, at most this wide. It may take `room` bytes of memory. The file is
/// a PNG, JPEG, GIF, WebP, BMP or ICO. If Qt looked for the format itself, it would load its plugins for all formats: ten of
/// them take 1.4 MB, and bytes from a server would reach decoders that no page needs.
ReadPicture readPictureTo(int width, const QByteArray &bytes, qsizetype room = 64 * 1024 * 1024);

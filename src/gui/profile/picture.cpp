// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/profile/picture.h"

#include <QBuffer>
#include <QImageReader>

QImage readPicture(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer); // Its default allocation limit is 128 MB.
    reader.setAutoTransform(true);
    return reader.read();
}

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>

/// A picture from the bytes of a PNG, JPEG, GIF, WebP or SVG file, upright; null where they are none, or one that would
/// take more than 128 MB. No reader for any other format sees what a server sends.
QImage readPicture(const QByteArray &bytes);

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>

/// Decodes the bytes of an image file, and rotates the picture upright. Null if they are not an image, or if decoding takes
/// more than 128 MB.
QImage readPicture(const QByteArray &bytes);

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>

/// A picture from an image file's bytes, upright; null where they are none, or one that would take more than 128 MB.
QImage readPicture(const QByteArray &bytes);

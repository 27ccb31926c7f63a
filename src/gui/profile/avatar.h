// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPixmap>

/// A round picture of a person, `side` device-independent pixels wide, from the bytes of an image file. Null if they are
/// not an image.
QPixmap roundAvatar(const QByteArray &image, int side, qreal devicePixelRatio);

/// A stand-in for a missing picture: the first letter of a name.
QPixmap letterAvatar(const QString &name, int side, qreal devicePixelRatio, const QPalette &palette);

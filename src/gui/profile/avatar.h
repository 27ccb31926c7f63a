// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPixmap>

/// A round picture of a person, `side` device-independent pixels wide.
/// From an image file's bytes; null where they are not an image.
QPixmap roundAvatar(const QByteArray &image, int side, qreal devicePixelRatio);

/// In place of a picture: the first letter of a name.
QPixmap letterAvatar(const QString &name, int side, qreal devicePixelRatio, const QPalette &palette);

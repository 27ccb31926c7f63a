// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/pictures/ownicon.h"

#include "gui/pictures/readpicture.h"

#include <QFile>
#include <QPixmap>

QIcon ownIcon()
{
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64, 128}) {
        QFile file(QStringLiteral(":/icons/latchkey-%1.png").arg(side));
        if (file.open(QIODevice::ReadOnly)) // QIcon::addFile() would look for the format: see readPictureTo().
            icon.addPixmap(QPixmap::fromImage(readPictureTo(side, file.readAll()).image));
    }
    return icon;
}

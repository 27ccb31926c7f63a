// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/openedpages.h"

#include <QDesktopServices>

namespace {

const QStringList schemes{QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("mailto")};

} // namespace

OpenedPages::OpenedPages()
{
    for (const QString &scheme : schemes)
        QDesktopServices::setUrlHandler(scheme, this, "open");
}

OpenedPages::~OpenedPages()
{
    for (const QString &scheme : schemes)
        QDesktopServices::unsetUrlHandler(scheme);
}

#include "moc_openedpages.cpp"

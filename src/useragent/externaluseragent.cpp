// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "useragent/externaluseragent.h"

#include <QDesktopServices>

void ExternalUserAgent::show(const QUrl &authorizationRequest)
{
    if (!QDesktopServices::openUrl(authorizationRequest))
        Q_EMIT failed(Error{Error::Kind::NoUserAgent, QStringLiteral("no_browser")});
}

#include "moc_externaluseragent.cpp"

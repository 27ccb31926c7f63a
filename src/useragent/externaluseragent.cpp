// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "useragent/externaluseragent.h"

#include "browser/openpage.h"

void ExternalUserAgent::show(const QUrl &authorizationRequest)
{
    openPage(authorizationRequest, this,
             [this] { Q_EMIT failed(Error{Error::Kind::NoUserAgent, QStringLiteral("no_browser")}); });
}

#include "moc_externaluseragent.cpp"

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diagnosis/check.h"
#include "diagnosis/visit.h"

#include <chrono>

/// What looking at the network finds.
namespace diagnosis {

/// Looks up the addresses of a host. With a proxy it is no harm where there are none: the proxy looks itself.
void lookUpName(const QString &host, const QNetworkProxy &proxy, QObject *context, Teller teller);

/// Whether a proxy stands between, and lets us through.
Finding proxyFinding(const QList<QNetworkProxy> &proxies, const QList<Visit> &visits);

/// The connection's encryption: by whom the server is vouched for, or why it is not trusted.
Finding tlsFinding(const Visit &visit);

/// This computer's clock against the server's. A minute or five do no harm.
Finding clockFinding(const QList<Visit> &visits, const QDateTime &now);

/// Whether the server that people sign in at answers.
Finding authorizationServerFinding(const Visit &visit);

/// Whether the resource server answers as it should to somebody without a token: with a refusal.
Finding resourceServerFinding(const Visit &visit);

} // namespace diagnosis

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diagnosis/check.h"
#include "diagnosis/visit.h"

#include <chrono>

/// The checks of the network.
namespace diagnosis {

/// Looks up the addresses of a host. With a proxy it is no error if there are none: the proxy looks them up.
void lookUpName(const QString &host, const QNetworkProxy &proxy, QObject *context, Teller teller);

/// Says whether there is a proxy, and whether it lets Latchkey through.
Finding proxyFinding(const QList<QNetworkProxy> &proxies, const QList<Visit> &visits);

/// Names the issuer of the server's certificate, or the reason that it is not trusted.
Finding tlsFinding(const Visit &visit);

/// Compares this computer's clock with the server's. Five minutes are tolerated.
Finding clockFinding(const QList<Visit> &visits, const QDateTime &now);

/// Says whether the authorization server answers.
Finding authorizationServerFinding(const Visit &visit);

/// Says whether the resource server refuses a request without a token, as it should.
Finding resourceServerFinding(const Visit &visit);

} // namespace diagnosis

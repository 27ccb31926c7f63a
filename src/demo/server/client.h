// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/web/form.h"

namespace demo {

/// The one registered application.
struct Client
{
    QString id;
    QString secret; ///< Empty: a public client.
    QString redirectPath;
};

/// True if a form has the client's credentials (RFC 6749 §2.3.1).
inline bool isFrom(const Client &client, const QUrlQuery &form)
{
    return value(form, "client_id") == client.id
        && (client.secret.isEmpty() || value(form, "client_secret") == client.secret);
}

} // namespace demo

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loopback/httpmessage.h"

#include <QHash>

namespace demo {

/// A file of resources/demo.
QByteArray resource(const QString &name);

/// A page from resources/demo/NAME.html in the demo's frame. `texts` take the place of @KEY@ and are escaped; `markup`
/// is put in as it is. Its heading is its title, too.
loopback::Response page(int status, const QString &name, const QHash<QString, QString> &texts = {},
                        const QHash<QString, QString> &markup = {});

} // namespace demo

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loopback/httpmessage.h"

#include <QHash>

namespace demo {

/// The page resources/demo/NAME.html in the demo's frame. Each @KEY@ is replaced: by `texts`, which are escaped, or by
/// `markup`, which is not. The heading is also the title.
loopback::Response page(int status, const QString &name, const QHash<QString, QString> &texts = {},
                        const QHash<QString, QString> &markup = {});

} // namespace demo

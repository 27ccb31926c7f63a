// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace demo {

/// The content of a file in resources/demo, which must exist.
QByteArray resource(const QString &name);

} // namespace demo

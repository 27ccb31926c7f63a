// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUrl>

namespace http {

/// True if the host has a name that every computer can look up: no address, and no name of this computer or its network.
bool hasPublicName(const QUrl &url);

} // namespace http

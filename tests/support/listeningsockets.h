// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

/// The sockets that this process listens on, according to the kernel: "0100007F:9C40", address and port in hexadecimal
/// as in /proc/net/tcp. Linux only.
QStringList listeningSockets();

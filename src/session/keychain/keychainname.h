// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// The name of a keychain that people know, such as "GNOME Keyring", by the name of its program as Linux shows it: cut after
/// 15 characters. Empty if it is not known.
QString keychainName(const QString &program);

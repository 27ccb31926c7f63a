// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>

class Account;

/// The person's picture as it is in the cache, without asking the server. Null if it is not there.
QImage accountPicture(const Account &account);

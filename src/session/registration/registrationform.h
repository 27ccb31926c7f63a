// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/provider.h"

/// The redirect URI to register, without the port unless the provider's file fixes one (RFC 8252 §7.3).
QString redirectUriToRegister(const Provider &provider);

/// The page where a person registers Latchkey, with GitHub's form filled in; empty if the provider names none.
QUrl registrationForm(const Provider &provider);

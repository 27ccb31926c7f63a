// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/openwork.h"
#include "provider/provider.h"

#include <QString>

/// What waits for the person, in words.
namespace words {

/// What is shown once the scopes for it are granted, and what each of them is for.
QString inboxOffer(const Provider &provider);
QString scopeMeaning(const QString &scope, const Provider &provider);

/// That the scope `repo` is not granted.
QString privateLeftOut();

/// What GitHub calls "PullRequest" or "review_requested"; empty where nothing is to be said of it.
QString notificationType(const QString &type);
QString notificationReason(const QString &reason);

QString checks(github::Checks checks);
QString reviewDecision(github::ReviewDecision decision);

} // namespace words

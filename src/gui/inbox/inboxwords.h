// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/openwork.h"
#include "provider/provider.h"

#include <QString>

/// Sentences and terms of the inbox.
namespace words {

/// What the inbox shows once its scopes are granted, and what each scope is for.
QString inboxOffer(const Provider &provider);
QString scopeMeaning(const QString &scope, const Provider &provider);

/// That private repositories are left out, because the scope `repo` is not granted.
QString privateLeftOut();

/// Terms for GitHub's constants, such as "PullRequest" and "review_requested"; empty for unknown ones.
QString notificationType(const QString &type);
QString notificationReason(const QString &reason);

QString checks(github::Checks checks);
QString reviewDecision(github::ReviewDecision decision);

} // namespace words

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/strictaccessmanager.h"

#include <QDateTime>

#include <chrono>
#include <functional>

/// The wall clock in UTC, or one that a test sets.
using Clock = std::function<QDateTime()>;

/// What tests set differently from the application.
struct SessionOptions
{
    Clock clock = &QDateTime::currentDateTimeUtc;
    http::AnswerLimits limits = {}; ///< Of answers from servers.
    std::chrono::milliseconds refusalPause = std::chrono::seconds(2); ///< Before the next try; see Renewal and SignIn.
    std::chrono::milliseconds refreshPause = std::chrono::seconds(30); ///< Between refreshes by a timer.
    std::chrono::milliseconds lookInterval = std::chrono::seconds(30); ///< See RetryTimer.
};

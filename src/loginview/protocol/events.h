// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>

/// Events alone go to standard output from now on. What the engine and its processes print goes to standard error.
void keepOutputForEvents();

/// Sends an event to the application: one JSON object per line on standard output. Events contain no secret, URL or
/// title.
void tell(const QString &event, QJsonObject more = {});

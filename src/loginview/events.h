// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>

/// Tells the application something: one JSON object a line on standard output. Nothing in it is secret: no URL, no title.
void tell(const QString &event, QJsonObject more = {});

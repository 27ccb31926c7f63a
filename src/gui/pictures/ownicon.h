// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>

/// Latchkey's icon in all its sizes, from 16 to 128 pixels. Needs the resources of `gui`.
QIcon ownIcon();

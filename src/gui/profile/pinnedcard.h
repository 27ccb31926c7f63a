// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/overview.h"

#include <QFrame>

/// A pinned repository or gist. Its name links to its page.
class PinnedCard : public QFrame
{
    Q_OBJECT

public:
    explicit PinnedCard(const github::PinnedItem &item, QWidget *parent = nullptr);
};

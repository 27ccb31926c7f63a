// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/overview.h"
#include "gui/parts/card.h"

/// A pinned repository or gist. Its name links to its page; the owner is named unless it is the person.
class PinnedCard : public Card
{
    Q_OBJECT

public:
    PinnedCard(const github::PinnedItem &item, const QString &login, QWidget *parent = nullptr);
};

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "richtext/picture.h"

#include <QSize>

class QPainter;
class QRect;

/// A badge as text on its colors, in the size of small text.
QSize badgeSize(const richtext::Badge &badge, int mostWidth);
void paintBadge(QPainter &painter, const QRect &area, const richtext::Badge &badge);

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/start/fontsahead.h"

#include <QFontMetrics>
#include <QGuiApplication>
#include <QThreadPool>

void readFontsAhead()
{
    qAddPostRoutine([] { QThreadPool::globalInstance()->waitForDone(); });
    QThreadPool::globalInstance()->start([] { QFontMetrics(QGuiApplication::font()).horizontalAdvance(QLatin1Char('L')); });
}

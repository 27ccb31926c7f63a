// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QtGlobal>

#include <climits>

/// A signal or a virtual function of Qt WebEngine: what the login view does about it.
struct EngineRow
{
    enum class Kind { Signal, Virtual, Setter };

    QByteArray owner;
    Kind kind;
    QByteArray name;
    QByteArray handling; ///< What happens, or why nothing has to.
    QByteArray test = {}; ///< The test function that shows it; empty if there is nothing to show.
    int since = QT_VERSION_CHECK(6, 4, 0);
    int until = INT_MAX; ///< The first version that no longer emits it.
    bool isAnswered = false; ///< The page asks, and waits for our answer.
};

/// All signals and virtual functions of QWebEnginePage, QWebEngineProfile and QWebEngineView, Qt 6.4 to 6.8.
QList<EngineRow> engineRows();

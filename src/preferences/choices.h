// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pages/pageid.h"

#include <QColor>
#include <QMap>
#include <QString>

/// What a person can choose in the settings, with the values that hold until they do.
struct Choices
{
    enum class CloneProtocol { Https, Ssh };
    enum class Scheme { System, Light, Dark };
    enum class Contrast { System, Normal, More };
    enum class Density { Comfortable, Compact };

    static constexpr int smallestZoom = 80;
    static constexpr int largestZoom = 200;

    PageId startPage = PageId::Profile; ///< Any but Account.
    QString language = {}; ///< As in "de" or "pt_BR". Empty: the system's.
    QString browser = {}; ///< A program with arguments, as on a command line. Empty: the system's.
    CloneProtocol cloneProtocol = CloneProtocol::Https;
    bool restoresWindow = true; ///< Its size and place.
    Scheme scheme = Scheme::System;
    bool usesDesktopAccent = true;
    QColor accent = {}; ///< If not the desktop's. Invalid: Latchkey's own.
    Contrast contrast = Contrast::System;
    Density density = Density::Comfortable;
    int zoom = 100; ///< Percent.

    bool operator==(const Choices &) const = default;
};

/// The choices as the settings file has them: texts by key.
using ChoiceTexts = QMap<QString, QString>;
ChoiceTexts toTexts(const Choices &choices);

/// Keys that are missing, and values that are wrong, leave the usual value.
Choices choicesFrom(const ChoiceTexts &texts);

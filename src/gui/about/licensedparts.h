// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QUrl>

/// A part of this program that others have written, or the program itself.
struct LicensedPart
{
    QString name;
    QString purpose;
    QString license; ///< SPDX expression.
    QUrl page;
};

/// All parts of this build.
QList<LicensedPart> licensedParts();

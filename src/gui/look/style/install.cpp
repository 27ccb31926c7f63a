// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/style/install.h"

#include "gui/look/style/keyboardfocus.h"
#include "gui/look/style/latchkeystyle.h"

#include <QApplication>

namespace look {

bool isStyleChosen(const QStringList &arguments)
{
    if (!qEnvironmentVariableIsEmpty("QT_STYLE_OVERRIDE"))
        return true;
    for (const QString &argument : arguments) {
        const QStringView name = QStringView(argument).mid(argument.startsWith(QLatin1String("--")) ? 1 : 0);
        if (name == QLatin1String("-style") || name.startsWith(QLatin1String("-style=")))
            return true;
    }
    return false;
}

bool isForeignToPlatform(const QString &style)
{
#if QT_VERSION < QT_VERSION_CHECK(6, 7, 0)
    if (style == QLatin1String("windowsvista")) // As on Windows 7. Newer versions have a style for Windows 11.
        return true;
#endif
    return style == QLatin1String("fusion") || style == QLatin1String("windows");
}

void install(bool isChosen)
{
    // A proxy has no name, so this is asked before ours is there.
    const bool isForeign = isForeignToPlatform(QApplication::style()->name());
    if (isForeign && !isChosen)
        QApplication::setStyle(new LatchkeyStyle);
    new KeyboardFocus(isForeign, qApp);
}

} // namespace look

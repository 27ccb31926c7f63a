// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProxyStyle>

/// The desktop's style, but for the picture of the button that a menu bar needs when it is too narrow for its menus, which
/// no window here lets it be: a menu bar asks for it at once, and for one picture Qt (6.4) loads its readers of all formats.
class MenuBarStyle : public QProxyStyle
{
    Q_OBJECT

public:
    QIcon standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const override
    {
        return icon == SP_ToolBarHorizontalExtensionButton ? QIcon() : QProxyStyle::standardIcon(icon, option, widget);
    }
};

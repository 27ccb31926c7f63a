// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/look/colors.h"
#include "gui/look/desktopsettings.h"

#include <optional>

namespace look {

/// What the person wants otherwise than the desktop has it.
struct ThemeWish
{
    std::optional<bool> isDark = {};
    std::optional<bool> isHighContrast = {};
    bool usesDesktopAccent = true;
    QColor accent = {}; ///< If not the desktop's. Invalid: Latchkey's own.

    bool operator==(const ThemeWish &) const = default;
};

/// Keeps the colors in use as the desktop or the person wants them. Qt 6.4 does not follow the desktop, and newer versions do
/// so on some desktops only, without contrast and accent.
class Theme : public QObject
{
    Q_OBJECT

public:
    /// Sets the colors before the first window. They are those that the desktop had in the last run, which `memory` keeps;
    /// the first run asks and waits 100 ms at most. An empty `memory` is no file.
    Theme(std::unique_ptr<DesktopSettings> desktop, const QString &memory, const ThemeWish &wish = {});
    ~Theme() override;

    /// Asks the desktop, and follows it from now on. Not needed for the first paint.
    void follow();

    void wish(const ThemeWish &wish);

    /// What the desktop says, for showing what following it means.
    const DesktopAppearance &desktop() const { return m_desktop; }

Q_SIGNALS:
    /// Other colors may be in use.
    void applied();

private:
    bool recall();
    void remember() const;
    void hear();
    void apply();
    bool isQtDark() const;

    const std::unique_ptr<DesktopSettings> m_settings;
    const QString m_memory;
    const bool m_wasQtDark; ///< A style of the platform had brought its colors at the start.
    DesktopAppearance m_desktop;
    ThemeWish m_wish;
};

} // namespace look

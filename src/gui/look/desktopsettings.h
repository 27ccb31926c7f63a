// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace look {

/// What the desktop says of its looks.
struct DesktopAppearance
{
    std::optional<bool> isDark = {}; ///< Not set: the desktop has no preference.
    bool isHighContrast = false;
    bool isMotionReduced = false;
    QColor accent = {}; ///< Invalid: the desktop has none.

    bool operator==(const DesktopAppearance &) const = default;
};

/// Asks the desktop how it looks, and follows its changes.
class DesktopSettings : public QObject
{
    Q_OBJECT

public:
    /// The desktop's portal, the registry of Windows, or a desktop that says nothing.
    static std::unique_ptr<DesktopSettings> ofThisDesktop();

    /// The answer, if it is there within this time.
    virtual void askAndWait(std::chrono::milliseconds patience) = 0;

    /// Asks without waiting, and hears of changes from now on.
    virtual void follow() = 0;

    const DesktopAppearance &appearance() const { return m_appearance; }

Q_SIGNALS:
    void changed();

protected:
    void tell(const DesktopAppearance &appearance);

private:
    DesktopAppearance m_appearance;
    bool m_hasAnswered = false;
};

} // namespace look

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/desktopsettings.h"

#if defined(Q_OS_WIN)
#include "gui/look/windowssettings.h"
#elif defined(LATCHKEY_PORTAL)
#include "gui/look/portalsettings.h"
#endif

namespace look {

namespace {

/// Says nothing.
class NoSettings : public DesktopSettings
{
public:
    void askAndWait(std::chrono::milliseconds) override {}
    void follow() override {}
};

} // namespace

std::unique_ptr<DesktopSettings> DesktopSettings::ofThisDesktop()
{
#if defined(Q_OS_WIN)
    return std::make_unique<WindowsSettings>();
#elif defined(LATCHKEY_PORTAL)
    return std::make_unique<PortalSettings>();
#else
    return std::make_unique<NoSettings>();
#endif
}

void DesktopSettings::tell(const DesktopAppearance &appearance)
{
    const bool isNews = !m_hasAnswered || appearance != m_appearance;
    m_hasAnswered = true;
    m_appearance = appearance;
    if (isNews)
        Q_EMIT changed();
}

} // namespace look

#include "moc_desktopsettings.cpp"

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/appliedchoices.h"

#include "browser/openpage.h"
#include "gui/look/measures.h"
#include "gui/repositories/repositorywords.h"

#include <QLocale>

namespace {

look::ThemeWish wishOf(const Choices &choices)
{
    look::ThemeWish wish{.usesDesktopAccent = choices.usesDesktopAccent, .accent = choices.accent};
    if (choices.scheme != Choices::Scheme::System)
        wish.isDark = choices.scheme == Choices::Scheme::Dark;
    if (choices.contrast != Choices::Contrast::System)
        wish.isHighContrast = choices.contrast == Choices::Contrast::More;
    return wish;
}

} // namespace

AppliedChoices::AppliedChoices(const Preferences &preferences, const QString &desktopMemory)
    : m_preferences(preferences),
      m_theme(look::DesktopSettings::ofThisDesktop(), desktopMemory, wishOf(preferences.choices()))
{
    connect(&preferences, &Preferences::changed, this, &AppliedChoices::apply);
    connect(&m_theme, &look::Theme::applied, this, &AppliedChoices::lookChanged);
    apply();
}

void AppliedChoices::apply()
{
    const Choices &choices = m_preferences.choices();
    QLocale::setDefault(choices.language.isEmpty() ? QLocale::system() : QLocale(choices.language));
    setBrowser(choices.browser);
    words::setClonesBySsh(choices.cloneProtocol == Choices::CloneProtocol::Ssh);
    m_theme.wish(wishOf(choices));
    look::setCompact(choices.density == Choices::Density::Compact);
    look::setZoom(choices.zoom / 100.0);
    Q_EMIT lookChanged();
}

#include "moc_appliedchoices.cpp"

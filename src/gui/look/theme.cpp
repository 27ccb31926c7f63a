// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/theme.h"

#include "gui/look/motion.h"
#ifdef Q_OS_WIN
#include "gui/look/windowssettings.h"
#endif

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStyleHints>

namespace look {

namespace {

constexpr std::chrono::milliseconds patience(100);

const auto darkKey = QStringLiteral("dark");
const auto contrastKey = QStringLiteral("high_contrast");
const auto motionKey = QStringLiteral("reduced_motion");
const auto accentKey = QStringLiteral("accent");

void colorTitleBars(bool isDark)
{
#ifdef Q_OS_WIN
    static auto *bars = new TitleBars(qApp);
    bars->use(isDark);
#else
    Q_UNUSED(isDark)
#endif
}

} // namespace

Theme::Theme(std::unique_ptr<DesktopSettings> desktop, const QString &memory, const ThemeWish &wish)
    : m_settings(std::move(desktop)),
      m_memory(memory),
      m_wasQtDark(QApplication::palette().color(QPalette::Window).lightness() < 128),
      m_wish(wish)
{
    connect(m_settings.get(), &DesktopSettings::changed, this, &Theme::hear);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::apply);
#endif
    if (!recall())
        m_settings->askAndWait(patience);
    apply();
}

Theme::~Theme() = default;

void Theme::follow()
{
    m_settings->follow();
}

void Theme::wish(const ThemeWish &wish)
{
    if (wish == m_wish)
        return;
    m_wish = wish;
    apply();
}

bool Theme::recall()
{
    if (m_memory.isEmpty() || !QFileInfo::exists(m_memory))
        return false;
    const QSettings file(m_memory, QSettings::IniFormat);
    m_desktop = {.isDark = file.contains(darkKey) ? std::optional(file.value(darkKey).toBool()) : std::nullopt,
                 .isHighContrast = file.value(contrastKey).toBool(),
                 .isMotionReduced = file.value(motionKey).toBool(),
                 .accent = QColor(file.value(accentKey).toString())};
    return true;
}

void Theme::remember() const
{
    if (m_memory.isEmpty())
        return;
    QSettings file(m_memory, QSettings::IniFormat);
    if (m_desktop.isDark)
        file.setValue(darkKey, *m_desktop.isDark);
    else
        file.remove(darkKey);
    file.setValue(contrastKey, m_desktop.isHighContrast);
    file.setValue(motionKey, m_desktop.isMotionReduced);
    file.setValue(accentKey, m_desktop.accent.isValid() ? m_desktop.accent.name() : QString());
}

void Theme::hear()
{
    if (m_desktop == m_settings->appearance() && QFileInfo::exists(m_memory))
        return;
    m_desktop = m_settings->appearance();
    remember();
    apply();
}

/// For a desktop without a preference. Newer versions of Qt follow some desktops; what they had at the start must not outlast
/// a change.
bool Theme::isQtDark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    return m_wasQtDark;
}

void Theme::apply()
{
    const Appearance appearance{.isDark = m_wish.isDark.value_or(m_desktop.isDark.value_or(isQtDark())),
                                .isHighContrast = m_wish.isHighContrast.value_or(m_desktop.isHighContrast),
                                .accent = m_wish.usesDesktopAccent ? m_desktop.accent : m_wish.accent};
    setMotionReduced(m_desktop.isMotionReduced);
    use(colorsFor(appearance));
    colorTitleBars(appearance.isDark);
    Q_EMIT applied();
}

} // namespace look

#include "moc_theme.cpp"

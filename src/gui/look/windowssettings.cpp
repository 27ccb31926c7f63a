// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/windowssettings.h"

#include <QApplication>
#include <QEvent>
#include <QSettings>
#include <QTimer>
#include <QWidget>

#include <dwmapi.h>
#include <windows.h>

namespace look {

namespace {

bool isHighContrast()
{
    HIGHCONTRASTW contrast{};
    contrast.cbSize = sizeof(contrast);
    return SystemParametersInfoW(SPI_GETHIGHCONTRAST, sizeof(contrast), &contrast, 0) && contrast.dwFlags & HCF_HIGHCONTRASTON;
}

bool isMotionReduced()
{
    BOOL isAnimated = TRUE;
    return SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, &isAnimated, 0) && !isAnimated;
}

bool isDark()
{
    const QSettings themes(QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"),
                           QSettings::NativeFormat);
    return themes.value(QStringLiteral("AppsUseLightTheme"), 1).toInt() == 0;
}

/// The window's background in high contrast: dark or light.
bool isContrastDark()
{
    const COLORREF window = GetSysColor(COLOR_WINDOW);
    return GetRValue(window) + GetGValue(window) + GetBValue(window) < 3 * 128;
}

/// Stored as alpha, blue, green, red.
QColor accent()
{
    const QSettings dwm(QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\DWM"), QSettings::NativeFormat);
    const QVariant value = dwm.value(QStringLiteral("AccentColor"));
    if (!value.isValid())
        return {};
    const uint bits = value.toUInt();
    return QColor(int(bits & 0xff), int(bits >> 8 & 0xff), int(bits >> 16 & 0xff));
}

void colorTitleBar(const QWidget &window, bool isDark)
{
    constexpr DWORD useImmersiveDarkMode = 20; // The headers of mingw 10 do not know it.
    constexpr DWORD beforeWindows10Version20H1 = 19;
    const BOOL value = isDark;
    const auto handle = reinterpret_cast<HWND>(window.winId());
    if (DwmSetWindowAttribute(handle, useImmersiveDarkMode, &value, sizeof(value)) != S_OK)
        DwmSetWindowAttribute(handle, beforeWindows10Version20H1, &value, sizeof(value));
}

} // namespace

WindowsSettings::~WindowsSettings()
{
    if (qApp)
        qApp->removeNativeEventFilter(this);
}

void WindowsSettings::askAndWait(std::chrono::milliseconds)
{
    const bool isContrast = isHighContrast();
    tell({.isDark = isContrast ? isContrastDark() : isDark(),
          .isHighContrast = isContrast,
          .isMotionReduced = isMotionReduced(),
          .accent = accent()});
}

void WindowsSettings::follow()
{
    qApp->installNativeEventFilter(this);
    askAndWait({});
}

bool WindowsSettings::nativeEventFilter(const QByteArray &, void *message, qintptr *)
{
    const UINT kind = static_cast<MSG *>(message)->message;
    // Deferred, because Qt colors the title bars when it gets the message, after its filters.
    if (kind == WM_SETTINGCHANGE || kind == WM_SYSCOLORCHANGE || kind == WM_DWMCOLORIZATIONCOLORCHANGED)
        QTimer::singleShot(0, this, [this] { askAndWait({}); });
    return false;
}

void TitleBars::use(bool isDark)
{
    m_isDark = isDark;
    if (!m_isUsed)
        qApp->installEventFilter(this);
    m_isUsed = true;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (const QWidget *window : windows) {
        if (window->isVisible())
            colorTitleBar(*window, isDark);
    }
}

bool TitleBars::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget = event->type() == QEvent::Show ? qobject_cast<QWidget *>(watched) : nullptr;
    if (widget && widget->isWindow())
        colorTitleBar(*widget, m_isDark);
    return false;
}

} // namespace look

#include "moc_windowssettings.cpp"

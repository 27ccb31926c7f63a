// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/parts/colorscheme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QTimer>

namespace {

const auto service = QStringLiteral("org.freedesktop.portal.Desktop");
const auto path = QStringLiteral("/org/freedesktop/portal/desktop");
const auto settings = QStringLiteral("org.freedesktop.portal.Settings");
const auto appearance = QStringLiteral("org.freedesktop.appearance");
const auto colorScheme = QStringLiteral("color-scheme");

constexpr uint preferDark = 1; // 0 is no preference, 2 is light.
constexpr int patience = 100; // Milliseconds.

/// The portal wraps a value twice in the answer to Read, and once in SettingChanged.
uint unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

bool isDarkAlready(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

} // namespace

ColorScheme::ColorScheme(QObject *parent) : QObject(parent), m_palette(QApplication::palette())
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // Deferred, because Qt resolves the sender's name first and blocks on the answer.
    QTimer::singleShot(0, this, [this] {
        QDBusConnection::sessionBus().connect(service, path, settings, QStringLiteral("SettingChanged"), this,
                                              SLOT(readChange(QString,QString,QDBusVariant)));
    });
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, settings, QStringLiteral("Read"));
    question.setArguments({appearance, colorScheme});
    question.setAutoStartService(false); // Starting it takes longer than showing the window.
    const QDBusMessage answer = bus.call(question, QDBus::Block, patience);
    if (answer.type() == QDBusMessage::ReplyMessage && !answer.arguments().isEmpty())
        follow(unwrapped(answer.arguments().first()));
}

void ColorScheme::readChange(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == appearance && key == colorScheme)
        follow(unwrapped(value.variant()));
}

void ColorScheme::follow(uint scheme)
{
    m_isDark = scheme == preferDark;
    if (!isDarkAlready(m_palette))
        QApplication::setPalette(m_isDark ? darkPalette() : m_palette);
}

QPalette ColorScheme::darkPalette()
{
    const QColor window(0x24, 0x27, 0x2b);
    const QColor text(0xe8, 0xea, 0xed);
    const QColor pale(0x8b, 0x91, 0x98);
    QPalette palette(QColor(0x36, 0x3a, 0x40), window);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, text);
    palette.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x21));
    palette.setColor(QPalette::AlternateBase, QColor(0x22, 0x25, 0x29));
    palette.setColor(QPalette::ToolTipBase, QColor(0x36, 0x3a, 0x40));
    palette.setColor(QPalette::PlaceholderText, pale);
    palette.setColor(QPalette::Highlight, QColor(0x2f, 0x6f, 0xb8));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x6c, 0xb2, 0xff));
    palette.setColor(QPalette::LinkVisited, QColor(0xb8, 0x9c, 0xf0));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x70, 0x76, 0x7d));
    return palette;
}

#include "moc_colorscheme.cpp"

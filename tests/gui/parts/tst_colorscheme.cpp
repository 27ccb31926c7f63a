// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/parts/colorscheme.h"
#include "gui/parts/labels.h"
#include "support/test.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QThread>

#include <algorithm>
#include <cmath>

namespace tst_colorscheme {

/// The part of the desktop's portal that is about colors. Runs in another thread, because the first request blocks.
class Portal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    explicit Portal(uint scheme) : m_scheme(scheme) {}

    bool start()
    {
        const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
        return m_bus.registerObject(path(), this, QDBusConnection::ExportAllSlots) && m_bus.registerService(service);
    }

    void change(const QString &group, uint scheme)
    {
        QDBusMessage signal = QDBusMessage::createSignal(path(), QStringLiteral("org.freedesktop.portal.Settings"),
                                                         QStringLiteral("SettingChanged"));
        signal.setArguments({group, QStringLiteral("color-scheme"), QVariant::fromValue(QDBusVariant(scheme))});
        m_bus.send(signal);
    }

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key)
    {
        const bool isColorScheme = group == QLatin1String("org.freedesktop.appearance") && key == QLatin1String("color-scheme");
        return QDBusVariant(QVariant::fromValue(QDBusVariant(isColorScheme ? m_scheme : 99)));
    }

private:
    static QString path() { return QStringLiteral("/org/freedesktop/portal/desktop"); }

    QDBusConnection m_bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("portal"));
    const uint m_scheme;
};

struct World
{
    explicit World(uint scheme) : portal(scheme)
    {
        portal.moveToThread(&thread);
        thread.start();
        isRunning = portal.start();
        QApplication::setPalette(light);
    }

    ~World()
    {
        thread.quit();
        thread.wait();
        QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
        QApplication::setPalette(light);
    }

    bool isDark() const { return QApplication::palette().color(QPalette::Window).lightness() < 128; }

    QPalette light{QColor(0xef, 0xef, 0xef)};
    QThread thread;
    Portal portal;
    bool isRunning = false;
};

const auto appearance = QStringLiteral("org.freedesktop.appearance");

class ColorSchemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDarkDesktopMakesTheFirstWindowDark()
    {
        World world(1);
        QVERIFY(world.isRunning);
        const ColorScheme scheme;
        QVERIFY(scheme.isDark());
        QVERIFY(world.isDark());
    }

    void lightAndNoPreferenceKeepThePalette_data()
    {
        QTest::addColumn<uint>("scheme");
        QTest::newRow("no preference") << 0U;
        QTest::newRow("light") << 2U;
        QTest::newRow("unknown") << 7U;
    }

    void lightAndNoPreferenceKeepThePalette()
    {
        QFETCH(uint, scheme);
        World world(scheme);
        const ColorScheme colors;
        QVERIFY(!colors.isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Window), world.light.color(QPalette::Window));
    }

    void changesOfTheDesktopAreFollowed()
    {
        World world(2);
        QLabel label;
        useSecondaryText(&label);
        label.show();
        const ColorScheme scheme;
        QCoreApplication::processEvents(); // It connects to the portal's signal in the event loop.
        world.portal.change(appearance, 1);
        QTRY_VERIFY(world.isDark());
        QTRY_VERIFY(label.palette().color(QPalette::WindowText).lightness() > 128);
        world.portal.change(appearance, 2);
        QTRY_VERIFY(!world.isDark());
        QTRY_VERIFY(label.palette().color(QPalette::WindowText).lightness() < 128);
    }

    void otherSettingsAreIgnored()
    {
        World world(2);
        const ColorScheme scheme;
        world.portal.change(QStringLiteral("org.example"), 1);
        world.portal.change(appearance, 2); // Arrives after the other.
        QTest::qWait(50);
        QVERIFY(!world.isDark());
    }

    void withoutAPortalThePaletteIsLight()
    {
        const ColorScheme scheme;
        QVERIFY(!scheme.isDark());
    }

    void darkPaletteHasEnoughContrast()
    {
        const QPalette palette = ColorScheme::darkPalette();
        for (const auto &[text, ground] : {std::pair(QPalette::WindowText, QPalette::Window), {QPalette::Text, QPalette::Base},
                                           {QPalette::ButtonText, QPalette::Button}, {QPalette::Link, QPalette::Window},
                                           {QPalette::HighlightedText, QPalette::Highlight},
                                           {QPalette::PlaceholderText, QPalette::Base}})
            QVERIFY2(contrast(palette.color(text), palette.color(ground)) >= 4.5, QByteArray::number(int(text)));
    }

private:
    /// WCAG 2.1: relative luminance, and the ratio of the lighter to the darker.
    static double luminance(const QColor &color)
    {
        const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    }

    static double contrast(const QColor &one, const QColor &other)
    {
        const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
        return (lighter + 0.05) / (darker + 0.05);
    }
};

} // namespace tst_colorscheme

LATCHKEY_TEST(tst_colorscheme, ColorSchemeTest, QApplication)

#include "tst_colorscheme.moc"

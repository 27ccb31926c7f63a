// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/motion.h"
#include "gui/look/theme.h"
#include "support/test.h"

#include <QApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVariant>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>

namespace tst_theme {

struct Rgb
{
    double red = 0;
    double green = 0;
    double blue = 0;
};

QDBusArgument &operator<<(QDBusArgument &argument, const Rgb &color)
{
    argument.beginStructure();
    argument << color.red << color.green << color.blue;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, Rgb &color)
{
    argument.beginStructure();
    argument >> color.red >> color.green >> color.blue;
    argument.endStructure();
    return argument;
}

using Groups = QMap<QString, QVariantMap>;

} // namespace tst_theme

Q_DECLARE_METATYPE(tst_theme::Rgb)
Q_DECLARE_METATYPE(tst_theme::Groups)

namespace tst_theme {

const auto appearance = QStringLiteral("org.freedesktop.appearance");
const auto portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const auto portalInterface = QStringLiteral("org.freedesktop.portal.Settings");

/// The part of the desktop's portal that is about colors. Runs in another thread, because a first start waits.
class Portal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    explicit Portal(const QVariantMap &settings) : m_settings(settings) {}

    bool start()
    {
        return m_bus.registerObject(portalPath, this, QDBusConnection::ExportAllSlots)
            && m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
    }

    void change(const QString &group, const QString &key, const QVariant &value)
    {
        QMetaObject::invokeMethod(this, [=, this] { set(group, key, value); });
    }

    /// Before the next answer is sent, which does not know of it.
    void changeMeanwhile(const QString &key, const QVariant &value)
    {
        QMetaObject::invokeMethod(this, [=, this] { m_meanwhile = {{key, value}}; });
    }

    int questions() const { return m_questions; }

public Q_SLOTS:
    tst_theme::Groups ReadAll(const QStringList &)
    {
        ++m_questions;
        const Groups answer = {{appearance, m_settings}};
        const QVariantMap meanwhile = std::exchange(m_meanwhile, {});
        for (auto setting = meanwhile.begin(); setting != meanwhile.end(); ++setting)
            set(appearance, setting.key(), setting.value());
        return answer;
    }

private:
    void set(const QString &group, const QString &key, const QVariant &value)
    {
        if (group == appearance)
            m_settings.insert(key, value);
        QDBusMessage signal = QDBusMessage::createSignal(portalPath, portalInterface, QStringLiteral("SettingChanged"));
        signal.setArguments({group, key, QVariant::fromValue(QDBusVariant(value))});
        m_bus.send(signal);
    }

    QDBusConnection m_bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("portal"));
    QVariantMap m_settings;
    QVariantMap m_meanwhile;
    std::atomic_int m_questions = 0;
};

struct World
{
    explicit World(const QVariantMap &settings = {}) : portal(settings)
    {
        qDBusRegisterMetaType<Rgb>();
        qDBusRegisterMetaType<Groups>();
        portal.moveToThread(&thread);
        thread.start();
        isRunning = portal.start();
        look::use(look::colorsFor({}));
    }

    ~World()
    {
        thread.quit();
        thread.wait();
        QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
        look::use(look::colorsFor({}));
        look::setMotionReduced(false);
    }

    std::unique_ptr<look::Theme> theme(const look::ThemeWish &wish = {}) const
    {
        return std::make_unique<look::Theme>(look::DesktopSettings::ofThisDesktop(), memory, wish);
    }

    QTemporaryDir folder;
    QString memory = folder.filePath(QStringLiteral("cache/desktop"));
    QThread thread;
    Portal portal;
    bool isRunning = false;
};

QVariantMap scheme(uint value)
{
    return {{QStringLiteral("color-scheme"), value}};
}

bool isDark()
{
    return QApplication::palette().color(QPalette::Window).lightness() < 128;
}

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDarkDesktopMakesTheFirstWindowDark()
    {
        const World world(scheme(1));
        QVERIFY(world.isRunning);
        const auto theme = world.theme();
        QVERIFY(isDark());
        QVERIFY(look::colors().isDark);
    }

    void lightAndNoPreferenceAreLight_data()
    {
        QTest::addColumn<uint>("value");
        QTest::newRow("no preference") << 0U;
        QTest::newRow("light") << 2U;
        QTest::newRow("unknown") << 7U;
    }

    void lightAndNoPreferenceAreLight()
    {
        QFETCH(uint, value);
        const World world(scheme(value));
        const auto theme = world.theme();
        QCOMPARE(world.portal.questions(), 1);
        QVERIFY(!isDark());
    }

    void everySettingIsFollowed()
    {
        World world(scheme(2));
        QLabel label;
        label.setForegroundRole(QPalette::PlaceholderText);
        label.show();
        const auto theme = world.theme();
        theme->follow();
        QTRY_COMPARE(world.portal.questions(), 2);
        const auto change = [&](const char *key, const QVariant &value) { world.portal.change(appearance, QLatin1String(key), value); };
        change("color-scheme", 1U);
        QTRY_VERIFY(isDark());
        QTRY_VERIFY(label.palette().color(label.foregroundRole()).lightness() > 128);
        change("contrast", 1U);
        QTRY_VERIFY(look::colors().isHighContrast);
        change("reduced-motion", 1U);
        QTRY_COMPARE(look::motionDuration(), 0);
        change("accent-color", QVariant::fromValue(Rgb{0.9, 0.1, 0.6}));
        QTRY_VERIFY(look::colors().accent.hslHue() > 300);
        QVERIFY(look::contrast(look::colors().accent, look::colors().onAccent) >= 4.5);
        change("accent-color", QVariant::fromValue(Rgb{2, 2, 2})); // None.
        QTRY_COMPARE(look::colors().accent, look::colorsFor({.isDark = true}).accent);
        change("contrast", 0U);
        change("reduced-motion", 0U);
        change("color-scheme", 2U);
        QTRY_VERIFY(!isDark());
        QVERIFY(!look::colors().isHighContrast);
        QCOMPARE(look::motionDuration(), 150);
    }

    void theFirstAnswerHasAllSettings()
    {
        const World world({{QStringLiteral("color-scheme"), 1U}, {QStringLiteral("contrast"), 1U},
                           {QStringLiteral("reduced-motion"), 1U}, {QStringLiteral("accent-color"), QVariant::fromValue(Rgb{0.1, 0.7, 0.2})},
                           {QStringLiteral("unknown"), QStringLiteral("x")}});
        const auto theme = world.theme();
        QCOMPARE(theme->desktop().accent.name(), QStringLiteral("#1ab333"));
        QVERIFY(theme->desktop().isDark == true && theme->desktop().isHighContrast && theme->desktop().isMotionReduced);
    }

    void anAnswerMayBeWrappedTwice()
    {
        const World world({{QStringLiteral("color-scheme"), QVariant::fromValue(QDBusVariant(1U))}});
        const auto theme = world.theme();
        QVERIFY(isDark());
    }

    void nonsenseChangesNothing()
    {
        const World world({{QStringLiteral("color-scheme"), QStringLiteral("dark")}, {QStringLiteral("contrast"), QStringList{}},
                           {QStringLiteral("accent-color"), QStringLiteral("#ff0000")}});
        const auto theme = world.theme();
        QCOMPARE(theme->desktop(), look::DesktopAppearance());
    }

    void aChangeThatOvertakesTheAnswerCounts()
    {
        World world(scheme(2));
        const auto theme = world.theme();
        world.portal.changeMeanwhile(QStringLiteral("color-scheme"), 1U);
        theme->follow();
        QTRY_COMPARE(world.portal.questions(), 3);
        QTRY_VERIFY(isDark());
    }

    void otherSettingsAreIgnored()
    {
        World world(scheme(2));
        const auto theme = world.theme();
        theme->follow();
        QTRY_COMPARE(world.portal.questions(), 2);
        world.portal.change(QStringLiteral("org.example"), QStringLiteral("color-scheme"), 1U);
        world.portal.change(appearance, QStringLiteral("contrast"), 1U); // Arrives after the other.
        QTRY_VERIFY(look::colors().isHighContrast);
        QVERIFY(!isDark());
    }

    void theNextStartPaintsWithTheLastColorsAndAsksLater()
    {
        const World world(scheme(1));
        world.theme();
        look::use(look::colorsFor({}));
        QCOMPARE(world.portal.questions(), 1);
        const auto theme = world.theme();
        QVERIFY(isDark());
        QCOMPARE(world.portal.questions(), 1);
        theme->follow();
        QTRY_COMPARE(world.portal.questions(), 2);
    }

    void aChangeSinceTheLastRunIsHeardAfterTheFirstPaint()
    {
        World world(scheme(2));
        QVERIFY(QDir().mkpath(QFileInfo(world.memory).path()));
        QFile file(world.memory);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[General]\ndark=true\nhigh_contrast=true\naccent=nonsense\n");
        file.close();
        const auto theme = world.theme();
        QVERIFY(isDark() && look::colors().isHighContrast);
        theme->follow();
        QTRY_VERIFY(!isDark());
        QVERIFY(!look::colors().isHighContrast);
    }

    void withoutAPortalItIsLight()
    {
        const QTemporaryDir folder;
        const look::Theme theme(look::DesktopSettings::ofThisDesktop(), folder.filePath(QStringLiteral("desktop")));
        QVERIFY(!isDark());
        QCOMPARE(theme.desktop(), look::DesktopAppearance());
    }

    /// To ask the bus takes time, and a window waits for the answer if there is none from an earlier start.
    void theNextStartKnowsThatThereIsNoPortal()
    {
        const QTemporaryDir folder;
        const QString memory = folder.filePath(QStringLiteral("desktop"));
        look::Theme theme(look::DesktopSettings::ofThisDesktop(), memory);
        QVERIFY(!QFile::exists(memory)); // One that is not running yet may have more to say.
        theme.follow();
        QTRY_VERIFY(QFile::exists(memory));
        QVERIFY(!isDark());
    }

    void thePersonsWishComesFirst()
    {
        World world(scheme(1));
        const auto theme = world.theme({.isDark = false});
        QVERIFY(!isDark());
        theme->follow();
        QTRY_COMPARE(world.portal.questions(), 2);
        world.portal.change(appearance, QStringLiteral("contrast"), 1U);
        QTRY_VERIFY(look::colors().isHighContrast);
        QVERIFY(!isDark());
        theme->wish({.isHighContrast = false});
        QVERIFY(isDark());
        QVERIFY(!look::colors().isHighContrast);
        theme->wish({.usesDesktopAccent = false, .accent = QColor(0xd0, 0x20, 0x60)});
        QVERIFY(look::colors().accent.hslHue() > 300);
    }

    void aDarkPaletteOfThePlatformStaysDark()
    {
        const auto cleanUp = qScopeGuard([] { look::use(look::colorsFor({})); });
        QApplication::setPalette(QPalette(QColor(0x31, 0x36, 0x3b), QColor(0x2a, 0x2e, 0x32)));
        const look::Theme theme(look::DesktopSettings::ofThisDesktop(), {});
        QVERIFY(look::colors().isDark);
    }

    void aDarkPaletteOfThePlatformYieldsToALightDesktop()
    {
        World world(scheme(1));
        QApplication::setPalette(QPalette(QColor(0x31, 0x36, 0x3b), QColor(0x2a, 0x2e, 0x32)));
        const auto theme = world.theme();
        QVERIFY(isDark());
        theme->follow();
        QTRY_COMPARE(world.portal.questions(), 2);
        world.portal.change(appearance, QStringLiteral("color-scheme"), 2U);
        QTRY_VERIFY(!isDark());
        QVERIFY(!world.theme()->desktop().isDark.value_or(true)); // The next start knows it, too.
        QVERIFY(!isDark());
    }
};

} // namespace tst_theme

LATCHKEY_TEST(tst_theme, ThemeTest, QApplication)

#include "tst_theme.moc"

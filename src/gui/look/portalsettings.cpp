// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/portalsettings.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QLoggingCategory>
#include <QTimer>

namespace look {

namespace {

Q_LOGGING_CATEGORY(portalLog, "latchkey.gui", QtWarningMsg)

const auto service = QStringLiteral("org.freedesktop.portal.Desktop");
const auto path = QStringLiteral("/org/freedesktop/portal/desktop");
const auto interface = QStringLiteral("org.freedesktop.portal.Settings");
const auto appearanceGroup = QStringLiteral("org.freedesktop.appearance");

constexpr uint preferDark = 1; // 0 is no preference.
constexpr uint preferLight = 2;
constexpr uint more = 1; // Contrast, or reduction of motion.

QDBusMessage question(bool mayStartPortal)
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("ReadAll"));
    message.setArguments({QStringList{appearanceGroup}});
    message.setAutoStartService(mayStartPortal);
    return message;
}

/// Some portals wrap a value more than once.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

std::optional<bool> darknessIn(const QVariant &value)
{
    switch (value.toUInt()) {
    case preferDark: return true;
    case preferLight: return false;
    default: return std::nullopt;
    }
}

/// Three parts from 0 to 1. Others mean that no color is set.
QColor colorIn(const QVariant &value)
{
    if (!value.canConvert<QDBusArgument>())
        return {};
    const auto argument = value.value<QDBusArgument>();
    if (argument.currentSignature() != QLatin1String("(ddd)"))
        return {};
    double parts[3] = {-1, -1, -1};
    argument.beginStructure();
    argument >> parts[0] >> parts[1] >> parts[2];
    argument.endStructure();
    for (const double part : parts) {
        if (!(part >= 0 && part <= 1))
            return {};
    }
    return QColor::fromRgbF(float(parts[0]), float(parts[1]), float(parts[2]));
}

using Groups = QMap<QString, QVariantMap>;

} // namespace

void PortalSettings::askAndWait(std::chrono::milliseconds patience)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (bus.isConnected())
        readAll(bus.call(question(false), QDBus::Block, int(patience.count())));
}

void PortalSettings::follow()
{
    qRegisterMetaType<QDBusVariant>(); // Otherwise Qt 6.4 refuses the connection, silently.
    // Deferred, because Qt resolves the sender's name first and blocks on the answer.
    QTimer::singleShot(0, this, [this] {
        QDBusConnection bus = QDBusConnection::sessionBus();
        if (!bus.isConnected())
            return;
        if (!bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
                         SLOT(readChange(QString,QString,QDBusVariant))))
            qCWarning(portalLog) << "cannot hear of the desktop's changes";
        ask();
    });
}

void PortalSettings::ask()
{
    m_hasChangedSinceAsked = false;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question(true)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *answer) {
        answer->deleteLater();
        if (m_hasChangedSinceAsked) // Qt delivers a change before an answer that was sent earlier.
            return ask();
        if (answer->error().type() == QDBusError::ServiceUnknown)
            tell({}); // There is no portal. The next start need not ask and wait.
        readAll(answer->reply());
    });
}

void PortalSettings::readAll(const QDBusMessage &answer)
{
    if (answer.type() != QDBusMessage::ReplyMessage || answer.signature() != QLatin1String("a{sa{sv}}"))
        return;
    const auto groups = qdbus_cast<Groups>(answer.arguments().constFirst());
    const QVariantMap settings = groups.value(appearanceGroup);
    DesktopAppearance appearance;
    for (auto setting = settings.begin(); setting != settings.end(); ++setting)
        use(setting.key(), setting.value(), appearance);
    tell(appearance);
}

void PortalSettings::readChange(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group != appearanceGroup)
        return;
    m_hasChangedSinceAsked = true;
    DesktopAppearance changed = appearance();
    use(key, value.variant(), changed);
    if (changed != appearance())
        tell(changed);
}

void PortalSettings::use(const QString &key, const QVariant &value, DesktopAppearance &appearance) const
{
    const QVariant plain = unwrapped(value);
    if (key == QLatin1String("color-scheme"))
        appearance.isDark = darknessIn(plain);
    else if (key == QLatin1String("contrast"))
        appearance.isHighContrast = plain.toUInt() == more;
    else if (key == QLatin1String("reduced-motion"))
        appearance.isMotionReduced = plain.toUInt() == more;
    else if (key == QLatin1String("accent-color"))
        appearance.accent = colorIn(plain);
}

} // namespace look

#include "moc_portalsettings.cpp"

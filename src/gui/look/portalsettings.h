// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/look/desktopsettings.h"

#include <QVariantMap>

class QDBusMessage;
class QDBusVariant;

namespace look {

/// The XDG desktop portal's settings. To start it can take seconds, so nobody waits for one that does not run.
class PortalSettings : public DesktopSettings
{
    Q_OBJECT

public:
    void askAndWait(std::chrono::milliseconds patience) override;
    void follow() override;

private Q_SLOTS:
    void readChange(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask();
    void readAll(const QDBusMessage &answer);
    void use(const QString &key, const QVariant &value, DesktopAppearance &appearance) const;

    bool m_hasChangedSinceAsked = false;
};

} // namespace look

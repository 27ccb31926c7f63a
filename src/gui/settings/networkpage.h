// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diagnosis/proxylookup.h"
#include "gui/settings/settingspage.h"

class QLabel;

/// How requests reach the servers, as it was found, and the checks of it.
class NetworkPage : public SettingsPage
{
    Q_OBJECT

public:
    explicit NetworkPage(diagnosis::ProxyLookup lookUp = diagnosis::lookUpSystemProxies);

    /// Looks for the proxy on the way to this server again.
    void lookUp(const QUrl &server);

Q_SIGNALS:
    void checksRequested();

private:
    void show(const QUrl &server, const QList<QNetworkProxy> &proxies);

    const diagnosis::ProxyLookup m_lookUp;
    QLabel *m_proxy;
};

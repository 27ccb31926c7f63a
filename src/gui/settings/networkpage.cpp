// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/settings/networkpage.h"

#include "gui/controls/wrappinglabel.h"
#include "gui/look/glyphs.h"
#include "gui/parts/card.h"
#include "http/proxy/proxyproblem.h"
#include "http/proxy/systemproxies.h"

#include <QPushButton>
#include <QVBoxLayout>

NetworkPage::NetworkPage(diagnosis::ProxyLookup lookUp)
    : SettingsPage(tr("Network")), m_lookUp(std::move(lookUp)), m_proxy(new WrappingLabel)
{
    m_proxy->setObjectName(QStringLiteral("proxyLabel"));
    m_proxy->setAccessibleName(tr("Proxy"));
    m_proxy->setTextInteractionFlags(Qt::TextSelectableByMouse);
    Card *proxy = addCard();
    proxy->body()->addWidget(settingName(tr("Proxy")));
    proxy->body()->addWidget(m_proxy);
    proxy->body()->addWidget(settingLine(tr("From https_proxy and all_proxy, or else from the desktop. no_proxy excludes servers.")));
    auto *run = new QPushButton(look::glyphIcon(look::Glyph::Refresh), tr("Run checks"));
    run->setAutoDefault(true); // Enter presses it.
    run->setObjectName(QStringLiteral("runChecksButton"));
    connect(run, &QPushButton::clicked, this, &NetworkPage::checksRequested);
    addRow(addCard(), tr("Connection"), tr("Checks names, certificates, clock, servers and keychain."), run);
}

void NetworkPage::lookUp(const QUrl &server)
{
    m_proxy->setText(tr("Looking for a proxy…"));
    m_lookUp({server}, this, [this, server](const QList<QNetworkProxy> &proxies) { show(server, proxies); });
}

void NetworkPage::show(const QUrl &server, const QList<QNetworkProxy> &proxies)
{
    const QNetworkProxy proxy = proxies.value(0);
    if (http::isDirect(proxy))
        return m_proxy->setText(tr("None: %1 is reached directly.").arg(server.host()));
    const QByteArray variable = http::proxyVariableFor(server);
    const QString name = http::nameOf(proxy);
    m_proxy->setText(!http::isSupported(proxy)  ? tr("%1, which Latchkey cannot use.").arg(name)
                     : variable.isEmpty()       ? tr("%1, from the desktop.").arg(name)
                                                : tr("%1, from %2.").arg(name, QString::fromLatin1(variable)));
}

#include "moc_networkpage.cpp"

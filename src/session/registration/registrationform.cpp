// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/registration/registrationform.h"

#include <QUrlQuery>

namespace {

const auto homepage = QStringLiteral("https://github.com/latchkey/latchkey");

} // namespace

QString redirectUriToRegister(const Provider &provider)
{
    const oauth::ClientRegistration &client = provider.client;
    const QString port = client.redirectPort == 0 ? QString() : QStringLiteral(":%1").arg(client.redirectPort);
    return QStringLiteral("http://127.0.0.1%1%2").arg(port, client.redirectPath);
}

QUrl registrationForm(const Provider &provider)
{
    QUrl page = provider.registrationPage;
    if (page.isEmpty() || provider.api != Provider::Api::GitHub)
        return page;
    QUrlQuery query;
    const auto add = [&query](const char *field, const QString &value) {
        query.addQueryItem(QStringLiteral("oauth_application[%1]").arg(QLatin1String(field)),
                           QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add("name", QStringLiteral("Latchkey"));
    add("url", homepage);
    add("callback_url", redirectUriToRegister(provider));
    add("device_flow_enabled", QStringLiteral("1"));
    page.setQuery(query);
    return page;
}

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "useragent/loginviewevent.h"

#include "result/jsonobject.h"

#include <algorithm>

namespace {

bool isPlainWord(const QString &text)
{
    constexpr qsizetype longest = 32;
    return !text.isEmpty() && text.size() <= longest && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || c == QLatin1Char('_');
    });
}

} // namespace

std::optional<LoginViewEvent> readLoginViewEvent(const QByteArray &line)
{
    using Kind = LoginViewEvent::Kind;
    const Result<QJsonObject> object = readJsonObject(line);
    if (!object)
        return std::nullopt;
    const QString event = object->value(QLatin1String("event")).toString();
    if (event == QLatin1String("ready"))
        return LoginViewEvent{Kind::Ready, {}};
    if (event == QLatin1String("canceled"))
        return LoginViewEvent{Kind::Canceled, {}};
    if (event == QLatin1String("browser"))
        return LoginViewEvent{Kind::BrowserRequested, {}};
    if (event != QLatin1String("failed"))
        return LoginViewEvent{Kind::Other, {}};
    const QString reason = object->value(QLatin1String("reason")).toString();
    return LoginViewEvent{Kind::Failed, isPlainWord(reason) ? reason : QStringLiteral("unreadable")};
}

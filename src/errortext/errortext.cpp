// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "errortext/errortext.h"

#include "errortext/errorlookup.h"
#include "errortext/translate.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace errortext {

namespace {

using Facts = QList<std::pair<QString, QString>>;

/// The next full minute, since people read no seconds.
QString retryTime(std::chrono::seconds wait)
{
    if (wait.count() <= 0)
        return tr("later");
    const QDateTime now = QDateTime::currentDateTime();
    const QDateTime over = now.addSecs(wait.count()); // At most a day later.
    const QDateTime then = over.addMSecs(60'000 - over.time().msecsSinceStartOfDay() % 60'000);
    const QString time = QLocale().toString(then.time(), QLocale::ShortFormat);
    return then.date() == now.date() ? tr("at %1").arg(time) : tr("tomorrow at %1").arg(time);
}

Facts factsOf(const Error &error, const Subject &subject)
{
    const QString reason = error.detail.isEmpty() ? error.code : QStringLiteral("%1: %2").arg(error.code, error.detail);
    return {
        {QStringLiteral("{server}"), subject.server},
        {QStringLiteral("{host}"), subject.host},
        {QStringLiteral("{redirect}"), subject.redirectUri},
        {QStringLiteral("{port}"), QString::number(subject.redirectPort)},
        {QStringLiteral("{scope}"), subject.scope},
        {QStringLiteral("{code}"), error.code},
        {QStringLiteral("{status}"), error.code.section(QLatin1Char('_'), 1)},
        {QStringLiteral("{detail}"), error.detail},
        {QStringLiteral("{reason}"), reason},
        {QStringLiteral("{time}"), retryTime(error.retryAfter)},
    };
}

/// From left to right, so that a name in braces within a fact stays as it is: some facts come from servers.
QString filled(const QString &text, const Facts &facts)
{
    QString result;
    qsizetype at = 0;
    while (at < text.size()) {
        const auto fact = std::find_if(facts.begin(), facts.end(), [&](const auto &fact) {
            return QStringView(text).mid(at).startsWith(fact.first);
        });
        result += fact == facts.end() ? QString(text.at(at)) : fact->second;
        at += fact == facts.end() ? 1 : fact->first.size();
    }
    return result;
}

} // namespace

Subject Subject::of(const Provider &provider)
{
    return {.server = provider.name,
            .host = provider.host(),
            .redirectUri = QStringLiteral("http://127.0.0.1") + provider.client.redirectPath,
            .redirectPort = provider.client.redirectPort,
            .scope = provider.client.scope};
}

Text textOf(const Error &error, const Subject &subject, Surface surface)
{
    const Entry *found = findEntry(error.kind, error.code);
    const Entry &entry = found ? *found : fallbackEntry(error.kind);
    const bool isTerminal = surface == Surface::Terminal && entry.terminalAdvice;
    const Facts facts = factsOf(error, subject);
    return {filled(tr(entry.happened), facts), filled(tr(isTerminal ? entry.terminalAdvice : entry.advice), facts)};
}

} // namespace errortext

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands/status.h"

#include "cli/commands/translate.h"
#include "cli/commands/words.h"
#include "errortext/endtext.h"
#include "result/printabletext.h"
#include "session/keychain/errorcodes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace cli {

namespace {

QJsonValue time(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue text(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QString endInWords(const SessionEnd &end)
{
    const QString server = end.server.isEmpty() ? tr("the server") : end.server;
    const QString words = errortext::endText(end.reason, server, errortext::Surface::Terminal).happened;
    return words.left(1).toUpper() + words.mid(1);
}

QString localTime(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

/// Qt's JSON escapes C0 alone. Other control characters stand within texts only, so they can be escaped, too.
QString escaped(const QString &json)
{
    QString result;
    for (const char32_t codePoint : json.toUcs4()) {
        const QString text = QString::fromUcs4(&codePoint, 1);
        if (printableLines(text) == text) {
            result += text;
            continue;
        }
        for (const QChar c : text)
            result += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    }
    return result;
}

} // namespace

void Status::start()
{
    m_unread = m_registry.accounts();
    QMetaObject::invokeMethod(this, &Status::readNext, Qt::QueuedConnection);
}

void Status::readNext()
{
    if (m_unread.isEmpty())
        return end();
    const AccountRecord record = m_unread.takeFirst();
    m_store.read(record.key(), this, [this, record](const Result<QByteArray> &entry) {
        const Result<StoredSession> session = entry ? StoredSession::fromEntry(*entry)
                                                    : Result<StoredSession>(entry.error());
        if (session)
            m_entries.append({record, *session});
        else
            noteUnread(record, session.error());
        readNext();
    });
}

/// Does not ask a keychain that does not answer for the other accounts.
void Status::noteUnread(const AccountRecord &record, const Error &error)
{
    const QString reason = textOf(error, {.server = record.providerName, .host = record.host}, errortext::Surface::Terminal).toString();
    m_isKnown = m_isKnown && keychain::isEntryLost(error);
    m_isAnswered = !isKeychainHung(error);
    if (m_isAnswered) {
        m_errors.append(tr("%1 at %2: %3").arg(record.identity.login, record.host, reason));
    } else {
        m_unread.clear();
        m_errors.append(reason);
    }
}

void Status::end()
{
    const ExitCode withoutEntries = m_errors.isEmpty() ? NobodySignedIn : Failed;
    const ExitCode code = !m_isAnswered ? Failed : !m_entries.isEmpty() ? Done : withoutEntries;
    if (m_registry.strayEntries().isEmpty() && !m_registry.pendingRevocations().isEmpty())
        m_errors.append(tr("The tokens of an earlier session still wait to be revoked. Open Latchkey, or run 'latchkey sign-in' or "
                           "'latchkey sign-out', to try again."));
    if (!m_registry.strayEntries().isEmpty())
        m_errors.append(tr("An earlier sign-in or sign-out was cut short. Run 'latchkey sign-in' or "
                           "'latchkey sign-out' to remove what it left behind."));
    finish({.out = m_asJson ? asJson() : asText(), .err = m_errors.join(QLatin1Char('\n')), .code = code});
}

QString Status::asJson() const
{
    QJsonArray accounts;
    for (const auto &[record, session] : m_entries) {
        accounts.append(QJsonObject{
            {QStringLiteral("id"), record.identity.id},
            {QStringLiteral("login"), record.identity.login},
            {QStringLiteral("name"), text(record.identity.name)},
            {QStringLiteral("provider"), record.providerId},
            {QStringLiteral("host"), record.host},
            {QStringLiteral("active"), accounts.isEmpty()},
            {QStringLiteral("store"), m_store.name()},
            {QStringLiteral("scopes"), QJsonArray::fromStringList(session.tokens.scopes)},
            {QStringLiteral("expires_at"), time(session.tokens.expiresAt)},
            {QStringLiteral("refreshed_at"), time(session.tokens.obtainedAt)},
            {QStringLiteral("refreshable"), session.tokens.isRefreshable()},
        });
    }
    const auto end = m_registry.lastEnd();
    const QJsonObject status{
        {QStringLiteral("signed_in"), m_entries.isEmpty() && !m_isKnown ? QJsonValue() : QJsonValue(!m_entries.isEmpty())},
        {QStringLiteral("accounts"), accounts},
        {QStringLiteral("last_end"), end ? QJsonValue(QJsonObject{{QStringLiteral("reason"), toText(end->reason)},
                                                                  {QStringLiteral("at"), time(end->at)}})
                                         : QJsonValue()},
    };
    return escaped(QString::fromUtf8(QJsonDocument(status).toJson()));
}

QString Status::asText() const
{
    QString output;
    for (const auto &[record, session] : m_entries) {
        const QString name = record.identity.name.isEmpty() ? record.identity.login : record.identity.name;
        const oauth::TokenSet &tokens = session.tokens;
        const auto line = [&output](const QString &label, const QString &value) {
            output += QStringLiteral("  %1 %2\n").arg(label, -14).arg(printableText(value));
        };
        const QString heading = tr("Signed in to %1 (%2) as %3").arg(record.providerName, record.host, record.identity.login);
        output += printableText(heading) + QLatin1Char('\n');
        line(tr("Name:"), name);
        line(tr("Scopes:"), tokens.scopes.isEmpty() ? tr("none") : tokens.scopes.join(QStringLiteral(", ")));
        line(tr("Kept in:"), m_store.name());
        line(tr("Access until:"), tokens.expiresAt.isValid() ? localTime(tokens.expiresAt) : tr("revoked"));
        line(tr("Last refresh:"), localTime(tokens.obtainedAt));
        line(tr("Renews itself:"), tokens.isRefreshable() ? tr("yes") : tr("no"));
    }
    if (m_entries.isEmpty() && m_isKnown)
        output += tr("Nobody is signed in.\n");
    if (const auto end = m_registry.lastEnd())
        output += tr("The last session ended on %1. %2\n").arg(localTime(end->at), endInWords(*end));
    return output;
}

} // namespace cli

#include "moc_status.cpp"

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/hostname.h"

#include "provider/translate.h"
#include "result/pastedword.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>

namespace {

using provider::tr;

/// The problem with text that people type or paste instead of a host name; empty if there is none.
QString commonMistake(const QString &typed)
{
    static const QRegularExpression space(QStringLiteral("[\\s\\p{C}]"));
    if (typed.isEmpty())
        return tr("must not be empty");
    if (typed.contains(space))
        return tr("must be a host name, without spaces");
    if (typed.contains(QLatin1String("://")))
        return tr("must be a host name only, without '%1'").arg(typed.section(QLatin1String("://"), 0, 0) + QLatin1String("://"));
    if (typed.contains(QLatin1Char('@')))
        return tr("must be a host name only, without a user name");
    if (typed.contains(QRegularExpression(QStringLiteral("[/\\\\?#]"))))
        return tr("must be a host name only, without a path");
    return {};
}

bool isPort(const QString &text)
{
    static const QRegularExpression number(QStringLiteral("^[1-9][0-9]{0,4}\\z"));
    return number.match(text).hasMatch() && text.toInt() <= 65535;
}

/// The labels of RFC 1123 §2.1, or an address.
bool isHost(const QString &text)
{
    static const QRegularExpression labels(
        QStringLiteral("^(?=.{1,253}\\z)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*\\z"));
    if (text.startsWith(QLatin1Char('[')) && text.endsWith(QLatin1Char(']')))
        return QHostAddress(text.mid(1, text.size() - 2)).protocol() == QAbstractSocket::IPv6Protocol;
    return labels.match(text).hasMatch();
}

} // namespace

std::variant<HostName, QString> HostName::read(const QString &typed)
{
    const QString text = typed.trimmed();
    const QString mistake = commonMistake(text);
    if (!mistake.isEmpty())
        return mistake;

    const auto colon = text.indexOf(QLatin1Char(':'), qMax(0, text.indexOf(QLatin1Char(']'))));
    const QString typedHost = colon < 0 ? text : text.left(colon);
    const bool isAddress = typedHost.startsWith(QLatin1Char('['));
    const QString host = isAddress ? typedHost.toLower() : QString::fromLatin1(QUrl::toAce(typedHost));
    if (!isHost(host))
        return tr("is not a host name");
    if (colon < 0)
        return HostName(host);
    const QString port = text.mid(colon + 1);
    if (!isPort(port))
        return tr("must have a number from 1 to 65535 after the colon");
    return HostName(port == QLatin1String("443") ? host : host + QLatin1Char(':') + port);
}

QString HostName::scheme() const
{
    const QString host = QUrl(QStringLiteral("//") + m_text).host();
    const bool isThisComputer = host == QLatin1String("127.0.0.1") || host == QLatin1String("::1");
    return isThisComputer ? QStringLiteral("http") : QStringLiteral("https");
}

QString addressWithoutScheme(const QString &typed)
{
    static const QRegularExpression around(QStringLiteral("^https?://|(?<=[^/])/\\z"), QRegularExpression::CaseInsensitiveOption);
    return pastedWord(typed).remove(around);
}

QString hostInAddress(const QString &typed)
{
    static const QRegularExpression rest(QStringLiteral("(?<=.)[/?#].*\\z"));
    return addressWithoutScheme(typed).remove(rest);
}

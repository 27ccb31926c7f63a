// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/providertemplate.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace {

const auto hostMark = QStringLiteral("{host}");
const auto idMember = QStringLiteral("id");
const auto hostKey = QStringLiteral("host");
const auto issuerKey = QStringLiteral("issuer");

/// The path of an issuer: characters that browsers and servers treat alike without escapes.
bool isPlainPath(const QString &path)
{
    static const QRegularExpression segments(QStringLiteral("^(/[A-Za-z0-9._~-]+)*/?\\z"));
    return segments.match(path).hasMatch() && !path.contains(QLatin1String("/."));
}

} // namespace

bool ProviderTemplate::isTemplate(const QJsonObject &file)
{
    return std::any_of(file.begin(), file.end(), [](const QJsonValue &value) { return value.toString().contains(hostMark); });
}

std::variant<ProviderTemplate, ProviderProblem> ProviderTemplate::read(const QJsonObject &file, const QString &fileName)
{
    ProviderTemplate result(file);
    const QString anyHost = QStringLiteral("host.invalid");
    const auto filled = result.fileAt(file.value(hostKey).toString(anyHost));
    if (const auto *problem = std::get_if<ProviderProblem>(&filled))
        return ProviderProblem{fileName, hostKey, problem->reason};
    QJsonObject example = std::get<QJsonObject>(filled);
    example.insert(idMember, file.value(idMember));
    const auto outcome = readProviderFile(example, fileName, ClientIdRule::Optional);
    if (const auto *problem = std::get_if<ProviderProblem>(&outcome))
        return *problem;
    result.m_id = std::get<Provider>(outcome).id;
    result.m_name = std::get<Provider>(outcome).name;
    return result;
}

bool ProviderTemplate::isForAnyIssuer() const
{
    return m_file.contains(issuerKey) && !m_file.contains(QStringLiteral("authorization_endpoint"));
}

QString ProviderTemplate::defaultHost() const
{
    return m_file.value(hostKey).toString();
}

std::variant<QJsonObject, ProviderProblem> ProviderTemplate::fileAt(const QString &typed) const
{
    QString place = typed.trimmed();
    QString path;
    if (isForAnyIssuer()) {
        for (const QLatin1String scheme : {QLatin1String("https://"), QLatin1String("http://")}) {
            if (place.startsWith(scheme, Qt::CaseInsensitive))
                place.remove(0, scheme.size());
        }
        const auto slash = place.indexOf(QLatin1Char('/'));
        path = slash < 0 ? QString() : place.mid(slash);
        place = place.left(slash < 0 ? place.size() : slash);
        if (!isPlainPath(path))
            return ProviderProblem{typed, {}, QCoreApplication::translate("HostName", "is not the address of an issuer")};
    }
    const auto host = HostName::read(place);
    if (const auto *reason = std::get_if<QString>(&host))
        return ProviderProblem{typed, {}, *reason};
    if (typed.trimmed().startsWith(QLatin1String("http://"), Qt::CaseInsensitive)
        && std::get<HostName>(host).scheme() != QLatin1String("http"))
        return ProviderProblem{typed, {}, QCoreApplication::translate("HostName", "must begin with https://")};
    return filled(std::get<HostName>(host), path);
}

QJsonObject ProviderTemplate::filled(const HostName &host, const QString &path) const
{
    QJsonObject file = m_file;
    file.remove(hostKey);
    const QString prefix = QStringLiteral("https://");
    for (auto it = file.begin(); it != file.end(); ++it) {
        QString value = it.value().toString();
        if (!value.contains(hostMark))
            continue;
        if (value.startsWith(prefix))
            value.replace(0, prefix.size(), host.scheme() + QStringLiteral("://"));
        it.value() = value.replace(hostMark, host.text() + (it.key() == issuerKey ? path : QString()));
    }
    file.insert(idMember, file.value(idMember).toString() + QLatin1Char('@') + host.text() + path);
    return file;
}

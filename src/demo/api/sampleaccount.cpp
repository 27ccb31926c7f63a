// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/api/sampleaccount.h"

#include "demo/api/samplerepository.h"
#include "demo/web/resource.h"

#include <QJsonDocument>

namespace demo {

namespace {

const QByteArray placeholder = QByteArrayLiteral("https://demo.invalid");

QJsonDocument moved(QByteArray json, const QUrl &origin)
{
    return QJsonDocument::fromJson(origin.isEmpty() ? json : json.replace(placeholder, origin.toEncoded()));
}

} // namespace

SampleAccount::SampleAccount(const QString &folder, const QDateTime &start) : m_folder(folder), m_start(start) {}

void SampleAccount::moveTo(const QUrl &origin)
{
    m_origin = origin;
    if (!m_content)
        return;
    m_content->own = moved(QJsonDocument(m_content->own).toJson(), origin).object();
    for (QJsonArray *list : {&m_content->repositories, &m_content->starred})
        *list = moved(QJsonDocument(*list).toJson(), origin).array();
}

SampleAccount::Content &SampleAccount::content() const
{
    if (!m_content) {
        const QJsonObject own = moved(resource(m_folder + QStringLiteral("account.json")), m_origin).object();
        const QString login = own[u"login"].toString();
        m_content = Content{own, readRepositories("repositories.json", login), readRepositories("starred.json", login)};
    }
    return *m_content;
}

QJsonArray SampleAccount::readRepositories(const char *file, const QString &login) const
{
    const QJsonArray entries = QJsonDocument::fromJson(resource(m_folder + QLatin1String(file))).array();
    QJsonArray repositories;
    for (const QJsonValue &entry : entries)
        repositories.append(sampleRepository(entry.toObject(), login, m_start));
    return moved(QJsonDocument(repositories).toJson(QJsonDocument::Compact), m_origin).array();
}

QJsonObject SampleAccount::asOthersSeeIt() const
{
    QJsonObject account = own();
    for (const char *key : {"private_gists", "total_private_repos", "owned_private_repos", "disk_usage",
                            "collaborators", "two_factor_authentication", "plan"})
        account.remove(QLatin1String(key));
    account.insert(QStringLiteral("user_view_type"), QStringLiteral("public"));
    return account;
}

QString SampleAccount::login() const
{
    return own().value(QLatin1String("login")).toString();
}

std::optional<QJsonObject> SampleAccount::publicRepository(const QString &fullName) const
{
    for (const QJsonArray &list : {repositories(), starred()}) {
        for (const QJsonValue &entry : list) {
            if (entry[u"full_name"].toString() == fullName && !entry[u"private"].toBool())
                return entry.toObject();
        }
    }
    return std::nullopt;
}

} // namespace demo

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/api/sampleaccount.h"

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

void SampleAccount::moveTo(const QUrl &origin)
{
    m_origin = origin;
    if (m_content) {
        m_content->own = moved(QJsonDocument(m_content->own).toJson(), origin).object();
        m_content->repositories = moved(QJsonDocument(m_content->repositories).toJson(), origin).array();
    }
}

SampleAccount::Content &SampleAccount::content() const
{
    if (!m_content) {
        m_content = Content{moved(resource(QStringLiteral("account.json")), m_origin).object(),
                            moved(resource(QStringLiteral("repositories.json")), m_origin).array()};
    }
    return *m_content;
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

QJsonArray SampleAccount::starred() const
{
    constexpr int manyStars = 400;
    QJsonArray starred;
    for (const QJsonValue &entry : repositories()) {
        QJsonObject repository = entry.toObject();
        if (repository[u"stargazers_count"].toInt() < manyStars)
            continue;
        QJsonObject owner = repository[u"owner"].toObject();
        owner.insert(QStringLiteral("login"), QStringLiteral("harbour-works"));
        repository.insert(QStringLiteral("owner"), owner);
        repository.insert(QStringLiteral("full_name"), QStringLiteral("harbour-works/") + repository[u"name"].toString());
        starred.append(repository);
    }
    return starred;
}

std::optional<QJsonObject> SampleAccount::publicRepository(const QString &name) const
{
    for (const QJsonValue &entry : repositories()) {
        if (entry[u"name"].toString() == name && !entry[u"private"].toBool())
            return entry.toObject();
    }
    return std::nullopt;
}

} // namespace demo

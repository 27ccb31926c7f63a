// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/sampleaccount.h"

#include "demo/page.h"

#include <QJsonDocument>

namespace demo {

namespace {

QJsonDocument document(const char *name, const QUrl &origin)
{
    return QJsonDocument::fromJson(resource(QLatin1String(name)).replace("https://demo.invalid", origin.toEncoded()));
}

} // namespace

void SampleAccount::moveTo(const QUrl &origin)
{
    m_origin = origin;
}

SampleAccount::Content &SampleAccount::content() const
{
    if (!m_content)
        m_content = Content{document("account.json", m_origin).object(), document("repositories.json", m_origin).array()};
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

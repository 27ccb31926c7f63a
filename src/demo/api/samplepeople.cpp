// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/api/samplepeople.h"

namespace demo {

SamplePeople::SamplePeople(const QDateTime &start) : m_people{SamplePerson(QString(), start), SamplePerson(QStringLiteral("bo/"), start)} {}

void SamplePeople::moveTo(const QUrl &origin)
{
    for (SamplePerson &person : m_people)
        person.account.moveTo(origin);
}

const SamplePerson *SamplePeople::find(const QString &login) const
{
    for (const SamplePerson &person : m_people) {
        if (person.account.login() == login)
            return &person;
    }
    return nullptr;
}

const SamplePerson &SamplePeople::holder(const QString &login) const
{
    const SamplePerson *person = find(login);
    return person ? *person : first();
}

SamplePerson &SamplePeople::holder(const QString &login)
{
    return const_cast<SamplePerson &>(std::as_const(*this).holder(login));
}

std::optional<QJsonObject> SamplePeople::publicRepository(const QString &fullName) const
{
    for (const SamplePerson &person : m_people) {
        if (const auto repository = person.account.publicRepository(fullName))
            return repository;
    }
    return std::nullopt;
}

} // namespace demo

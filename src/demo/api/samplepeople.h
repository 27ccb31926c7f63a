// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/api/sampleaccount.h"
#include "demo/api/sampleinbox.h"

#include <array>

namespace demo {

/// One of the demo's fictional people.
struct SamplePerson
{
    SamplePerson(const QString &folder, const QDateTime &start) : account(folder, start) {}
    Q_DISABLE_COPY_MOVE(SamplePerson)

    SampleAccount account;
    SampleInbox inbox{account};
};

/// The people who have an account at the demo: ada-demo, and bo-demo for trying several accounts.
class SamplePeople
{
public:
    /// What they have done was before `start`.
    explicit SamplePeople(const QDateTime &start);

    /// See SampleAccount::moveTo().
    void moveTo(const QUrl &origin);

    SamplePerson &first() { return m_people.front(); }
    const SamplePerson &first() const { return m_people.front(); }

    /// The person with this login. Tokens of an earlier version name nobody; they are the first one's.
    SamplePerson &holder(const QString &login);
    const SamplePerson &holder(const QString &login) const;

    /// Null if nobody has this login.
    const SamplePerson *find(const QString &login) const;

    /// A public repository of anybody; nothing if there is none with this name.
    std::optional<QJsonObject> publicRepository(const QString &fullName) const;

private:
    std::array<SamplePerson, 2> m_people;
};

} // namespace demo

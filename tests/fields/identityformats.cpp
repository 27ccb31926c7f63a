// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fields/fieldtable.h"

#include "session/storage/identity.h"

namespace {

std::function<Reading(const QByteArray &)> readAs(Provider::Api api)
{
    return [api](const QByteArray &document) {
        const Result<Identity> identity = readIdentity(api, document);
        if (!identity)
            return Reading::refused(identity);
        return Reading{.values = {{"id", identity->id}, {"login", identity->login}, {"name", identity->name}}};
    };
}

} // namespace

QList<Format> identityFormats()
{
    return {
        {"GET /user",
         R"({"id": 7, "login": "ada", "name": "Ada Lovelace"})",
         readAs(Provider::Api::GitHub),
         {required("id", "identity").but(Oddity::OtherScalar, "used"), requiredText("login", "identity"), optionalText("name")}},
        {"userinfo",
         R"({"sub": "s-7", "preferred_username": "ada", "name": "Ada Lovelace"})",
         readAs(Provider::Api::Oidc),
         {required("sub", "identity"), optionalText("preferred_username"), optionalText("name")}},
        {"userinfo with a nickname",
         R"({"sub": "s-7", "nickname": "ada"})",
         readAs(Provider::Api::Oidc),
         {required("sub", "identity"), optionalText("nickname")}},
        {"userinfo with an email",
         R"({"sub": "s-7", "email": "ada@example.org"})",
         readAs(Provider::Api::Oidc),
         {required("sub", "identity"), optionalText("email")}},
    };
}

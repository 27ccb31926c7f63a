// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/errorcodes.h"

#include "http/errorcodes.h"

#include <QStringList>

namespace oauth::errorcode {

bool isAboutClient(const Error &error)
{
    static const QStringList codes{invalidClient, clientRefused, QStringLiteral("unauthorized_client"), QStringLiteral("renewal_not_allowed"),
                                   QStringLiteral("incorrect_client_credentials")};
    return error.kind == Error::Kind::Denied && codes.contains(error.code);
}

Error withoutPerson(const Error &error)
{
    Error refusal = error;
    if (error.kind == Error::Kind::Denied && error.code == accessDenied)
        refusal.code = accessNotGiven;
    return refusal;
}

QString codeOfRefusal(int status)
{
    switch (status) {
    case 400: return requestRefused;
    case 401: return clientRefused;
    case 403: return accessRefused;
    case 404: return endpointMissing;
    default: return http::errorcode::codeOfStatus(status);
    }
}

bool isProtocolError(const Error &error)
{
    static const QStringList ofStatus{requestRefused, clientRefused, accessRefused, endpointMissing};
    return error.kind == Error::Kind::Denied && !ofStatus.contains(error.code)
        && !error.code.startsWith(QLatin1String("http_"));
}

} // namespace oauth::errorcode

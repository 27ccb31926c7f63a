// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "oauth/openid/idtoken.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace fuzz_idtoken {

using namespace oauth;

const IdTokenExpectation expected{.issuer = QStringLiteral("https://sso.example.org"),
                                  .clientId = QStringLiteral("latchkey"),
                                  .nonce = QStringLiteral("sample-nonce"),
                                  .now = QDateTime(QDate(2026, 5, 4), QTime(10, 0), Qt::UTC)};

QString encoded(const QByteArray &part)
{
    return QString::fromLatin1(part.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

/// An accepted token has all expected claims, also according to a second implementation.
void lookAtAccepted(const QString &token, const IdToken &accepted)
{
    const QByteArray payload = QByteArray::fromBase64(token.section(QLatin1Char('.'), 1, 1).toLatin1(),
                                                      QByteArray::Base64UrlEncoding);
    const QJsonObject claims = QJsonDocument::fromJson(payload).object();
    REQUIRE(!accepted.subject.isEmpty() && accepted.subject.size() <= 255);
    REQUIRE(claims[u"sub"].toString() == accepted.subject);
    REQUIRE(claims[u"iss"].toString() == expected.issuer && claims[u"nonce"].toString() == expected.nonce);
    const double now = double(expected.now.toSecsSinceEpoch());
    REQUIRE(claims[u"exp"].toDouble() > now - 300 && claims[u"iat"].toDouble() <= now + 300);

    // What was expected differently would have been refused.
    for (QString IdTokenExpectation::*part : {&IdTokenExpectation::issuer, &IdTokenExpectation::clientId,
                                              &IdTokenExpectation::nonce}) {
        IdTokenExpectation other = expected;
        other.*part += QLatin1Char('x');
        REQUIRE(!IdToken::read(token, other));
    }
}

void lookAt(const QString &token)
{
    const Result<IdToken> accepted = IdToken::read(token, expected);
    if (accepted)
        return lookAtAccepted(token, *accepted);
    REQUIRE(accepted.error().kind == Error::Kind::Denied && accepted.error().code == QLatin1String("id_token"));
    REQUIRE(accepted.error().detail.size() <= 32);
}

/// The input as a token, and again with its first line as the header and the rest as the claims, since chance never finds a
/// valid encoding.
void look(const QByteArray &input)
{
    lookAt(QString::fromLatin1(input));
    const qsizetype lineEnd = input.indexOf('\n');
    if (lineEnd >= 0)
        lookAt(encoded(input.first(lineEnd)) + QLatin1Char('.') + encoded(input.sliced(lineEnd + 1)) + QStringLiteral(".c2ln"));
}

} // namespace fuzz_idtoken

FUZZ_TARGET(idtoken)

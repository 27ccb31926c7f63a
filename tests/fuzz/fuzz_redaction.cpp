// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "journal/redaction.h"

#include <array>

namespace fuzz_redaction {

/// What surrounds secrets in logs. %1 is the secret.
constexpr std::array contexts{
    "code=%1",
    "access_token=%1&x=y",
    "{\"state\":\"%1\"}",
    "{\"refresh_token\" : \"%1\",\"expires_in\":1}",
    "\"{\\\"code_verifier\\\":\\\"%1\\\"}\"",
    "%22client_secret%22%3A%22%1%22",
    "https%3A%2F%2Fa.example%2F%3Fcode%3D%1%26state",
    "password%253D%1%2526",
    "Bearer %1",
    "Authorization: Basic %1",
    "(\"Authorization\", \"token %1\")",
    "QMap((\"device_code\", QVariant(QString, \"%1\")))",
    "https://ada:%1@proxy.example/",
    "id_token: %1",
    "gho_%1",
    "eyJ%1.%1.%1",
};

constexpr std::array separators{" ", "\n", "&", "?", ", ", "; ", "(", "\t", "#", "%26", "%3F", "\""};

/// A secret made of the characters of tokens (RFC 7235 §2.1), but for those that end a value in a URL.
QString secretOf(const QByteArray &bytes)
{
    constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    QString secret = QStringLiteral("Zq9x");
    for (const char c : bytes)
        secret += QLatin1Char(alphabet[uchar(c) % 64]);
    return secret;
}

/// A planted secret never survives, whatever surrounds it.
void look(const QByteArray &input)
{
    constexpr qsizetype secretLength = 12;
    if (input.size() < secretLength + 3)
        return;
    const QString context = QString::fromUtf8(contexts[uchar(input[0]) % contexts.size()]);
    const QString separator = QString::fromUtf8(separators[uchar(input[1]) % separators.size()]);
    const QString secret = secretOf(input.sliced(3, secretLength));
    const QString around = QString::fromUtf8(input.sliced(3 + secretLength));
    const qsizetype cut = uchar(input[2]) * around.size() / 256;
    const QString planted = QString(context).replace(QStringLiteral("%1"), secret);
    const QString text = around.first(cut) + separator + planted + around.sliced(cut);
    if (text.count(secret) != planted.count(secret))
        return;

    const QString clean = journal::redacted(text);
    REQUIRE(!clean.contains(secret));
    REQUIRE(!journal::redacted(clean).contains(secret));
}

} // namespace fuzz_redaction

FUZZ_TARGET(redaction)

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace http {

/// What one of the variables SSL_CERT_FILE and SSL_CERT_DIR adds to the certificates that are trusted.
struct TrustSource
{
    enum class State {
        Used,
        Missing, ///< There is nothing at the path.
        Unreadable,
        Empty, ///< There is no certificate in it.
        Unhashed, ///< No file of the folder has a name that OpenSSL looks for.
        Unsupported, ///< TLS is not OpenSSL's on this system.
    };

    QByteArray variable;
    QString path;
    State state = State::Used;
    qsizetype count = 0; ///< Of certificates.
};

struct Trust
{
    QList<TrustSource> sources; ///< Of the variables that are set, unless to what the system has.
    bool isSystemUsed = true; ///< Whether the certificates of the system are trusted, too.
};

/// Makes this process trust the certificates that SSL_CERT_FILE and SSL_CERT_DIR name, as OpenSSL and with it curl does, and
/// Qt does not. Each replaces one of two defaults, which are the same on most systems. So the system's certificates are no
/// longer trusted if both are set, even if nothing can be read from them. Logs a warning for each that is not used.
Trust trustEnvironment();

/// "SSL_CERT_FILE names a file that does not exist: /etc/x.pem". For people. Empty if the source is used.
QString problemOf(const TrustSource &source);

} // namespace http

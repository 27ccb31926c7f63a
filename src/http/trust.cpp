// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/trust.h"

#include "http/log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>

#include <algorithm>
#include <optional>

namespace http {

namespace {

constexpr char fileVariable[] = "SSL_CERT_FILE";
constexpr char folderVariable[] = "SSL_CERT_DIR";

using Certificates = QList<QSslCertificate>;

/// Where systems keep their own certificates. Many environments set the variables to these: reading them again would change
/// nothing, and take half a second.
bool isSystems(const QString &path)
{
    static const QStringList places{QStringLiteral("/etc/ssl/certs"),
                                    QStringLiteral("/etc/ssl/certs/ca-certificates.crt"),
                                    QStringLiteral("/etc/ssl/cert.pem"),
                                    QStringLiteral("/etc/ssl/ca-bundle.pem"),
                                    QStringLiteral("/etc/pki/tls/certs"),
                                    QStringLiteral("/etc/pki/tls/certs/ca-bundle.crt"),
                                    QStringLiteral("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem")};
    const QString real = QFileInfo(path).canonicalFilePath();
    return !real.isEmpty() && QFileInfo(path).size() > 0
        && std::any_of(places.begin(), places.end(), [&](const QString &place) {
               return QFileInfo(place).canonicalFilePath() == real;
           });
}

/// As OpenSSL finds them: under the hash of their name, "ab12cd34.0". It reads no other file.
QStringList certificateFilesIn(const QDir &folder)
{
    static const QRegularExpression hashed(QStringLiteral("^[0-9a-f]{8}\\.[0-9]+$"));
    return folder.entryList(QDir::Files).filter(hashed);
}

bool hasFiles(const QString &folder)
{
    return !QDir(folder).entryList(QDir::Files).isEmpty();
}

/// Nothing if the file cannot be read.
std::optional<Certificates> certificatesIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return QSslCertificate::fromDevice(&file, QSsl::Pem);
}

TrustSource readFile(const QString &path, Certificates &certificates)
{
    TrustSource source{fileVariable, path};
    const auto found = certificatesIn(path);
    if (!QFileInfo::exists(path))
        source.state = TrustSource::State::Missing;
    else if (!found)
        source.state = TrustSource::State::Unreadable;
    else if (found->isEmpty())
        source.state = TrustSource::State::Empty;
    else
        certificates += *found;
    source.count = found ? found->size() : 0;
    return source;
}

/// The variable may name several folders (SSL_CTX_load_verify_locations(3)).
TrustSource readFolders(const QString &path, Certificates &certificates)
{
    TrustSource source{folderVariable, path};
    bool exists = false;
    bool isReadable = false;
    bool isUnhashed = false;
    for (const QString &name : path.split(QDir::listSeparator(), Qt::SkipEmptyParts)) {
        const QFileInfo folder(name);
        exists = exists || folder.isDir();
        isReadable = isReadable || (folder.isDir() && folder.isReadable() && folder.isExecutable());
        Certificates found;
        const QStringList files = certificateFilesIn(name);
        isUnhashed = isUnhashed || (files.isEmpty() && hasFiles(name));
        for (const QString &file : files)
            found += certificatesIn(QDir(name).filePath(file)).value_or(Certificates());
        source.count += found.size();
        certificates += found;
    }
    if (source.count == 0)
        source.state = !exists ? TrustSource::State::Missing
            : !isReadable      ? TrustSource::State::Unreadable
            : isUnhashed       ? TrustSource::State::Unhashed
                               : TrustSource::State::Empty;
    return source;
}

QString tr(const char *text)
{
    return QCoreApplication::translate("http", text);
}

} // namespace

Trust trustEnvironment()
{
    Trust trust;
    QString file = qEnvironmentVariable(fileVariable);
    QString folders = qEnvironmentVariable(folderVariable);
    for (QString *path : {&file, &folders}) {
        if (isSystems(*path))
            path->clear();
    }
    if (file.isEmpty() && folders.isEmpty())
        return trust;
    const bool isOpenSsl = QSslSocket::activeBackend() == QLatin1String("openssl");
    Certificates certificates;
    if (!file.isEmpty())
        trust.sources.append(readFile(file, certificates));
    if (!folders.isEmpty())
        trust.sources.append(readFolders(folders, certificates));
    trust.isSystemUsed = !isOpenSsl || file.isEmpty() || folders.isEmpty();
    for (TrustSource &source : trust.sources) {
        if (!isOpenSsl)
            source.state = TrustSource::State::Unsupported;
        if (source.state != TrustSource::State::Used)
            qCWarning(httpLog).noquote() << problemOf(source);
    }
    if (!isOpenSsl)
        return trust;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (trust.isSystemUsed)
        certificates = QSslConfiguration::systemCaCertificates() + certificates;
    configuration.setCaCertificates(certificates);
    QSslConfiguration::setDefaultConfiguration(configuration);
    return trust;
}

QString problemOf(const TrustSource &source)
{
    const QString variable = QString::fromLatin1(source.variable);
    switch (source.state) {
    case TrustSource::State::Used: return {};
    case TrustSource::State::Missing: return tr("%1 names something that does not exist: %2").arg(variable, source.path);
    case TrustSource::State::Unreadable: return tr("%1 names something that cannot be read: %2").arg(variable, source.path);
    case TrustSource::State::Empty: return tr("%1 names something without a certificate: %2").arg(variable, source.path);
    case TrustSource::State::Unhashed: return tr("%1 names a folder that “openssl rehash” has not prepared: %2").arg(variable, source.path);
    case TrustSource::State::Unsupported: return tr("%1 is set, but Latchkey does not use it on this system.").arg(variable);
    }
    Q_UNREACHABLE();
}

} // namespace http

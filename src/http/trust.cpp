// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/trust.h"

#include "http/log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>

#include <optional>

namespace http {

namespace {

constexpr char fileVariable[] = "SSL_CERT_FILE";
constexpr char folderVariable[] = "SSL_CERT_DIR";

using Certificates = QList<QSslCertificate>;

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
    for (const QString &name : path.split(QDir::listSeparator(), Qt::SkipEmptyParts)) {
        const QFileInfo folder(name);
        exists = exists || folder.isDir();
        isReadable = isReadable || (folder.isDir() && folder.isReadable() && folder.isExecutable());
        const QStringList files = QDir(name).entryList(QDir::Files);
        Certificates found;
        for (const QString &file : files) {
            for (const QSslCertificate &certificate : certificatesIn(QDir(name).filePath(file)).value_or(Certificates())) {
                if (!found.contains(certificate)) // Each is there twice: under its name, and under a hash of it.
                    found.append(certificate);
            }
        }
        source.count += found.size();
        certificates += found;
    }
    if (source.count == 0)
        source.state = !exists       ? TrustSource::State::Missing
            : !isReadable            ? TrustSource::State::Unreadable
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
    const QString file = qEnvironmentVariable(fileVariable);
    const QString folders = qEnvironmentVariable(folderVariable);
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
    case TrustSource::State::Unsupported: return tr("%1 is set, but Latchkey does not use it on this system.").arg(variable);
    }
    Q_UNREACHABLE();
}

} // namespace http

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/unusedsettings.h"

#include "diagnosis/translate.h"
#include "processes/endingprocess.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace diagnosis {

namespace {

/// `http.proxy` and `http.https://git.example.org/.proxy` in one expression. Git writes key names in lower case.
QString expressionFor(const QStringList &keys)
{
    QStringList names;
    for (const QString &key : keys)
        names.append(key.section(QLatin1Char('.'), -1).toLower());
    return QStringLiteral("^http\\.(.*\\.)?(%1)$|^remote\\..*\\.proxy$").arg(names.join(QLatin1Char('|')));
}

/// The keys that Git found, in the order and the spelling of the list.
QStringList keysIn(const QByteArray &output)
{
    QStringList keys;
    const QByteArrayList lines = output.split('\n');
    for (const QString &key : unusedGitKeys()) {
        const QByteArray name = key.section(QLatin1Char('.'), -1).toLower().toLatin1();
        for (const QByteArray &line : lines) {
            const bool isHttp = line.startsWith("http.") == key.startsWith(QLatin1String("http."));
            if (isHttp && line.mid(line.lastIndexOf('.') + 1) == name && !keys.contains(key))
                keys.append(key);
        }
    }
    return keys;
}

/// Where curl looks for its settings (curl(1), --config).
QString curlFile()
{
    const QString config = qEnvironmentVariable("XDG_CONFIG_HOME", QDir::home().filePath(QStringLiteral(".config")));
    const QStringList files{QDir(qEnvironmentVariable("CURL_HOME", QDir::homePath())).filePath(QStringLiteral(".curlrc")),
                            QDir(config).filePath(QStringLiteral("curlrc")), QDir::home().filePath(QStringLiteral(".curlrc"))};
    const auto found = std::find_if(files.begin(), files.end(), [](const QString &file) { return QFileInfo(file).isFile(); });
    return found == files.end() ? QString() : *found;
}

/// What curl's own file says of proxies and certificates: "curlrc: proxy".
QStringList curlOptions()
{
    static const QRegularExpression option(
        QStringLiteral("^\\s*(?:--)?(proxy(?:-[a-z0-9]+)*|preproxy|socks[45][a-z-]*|cacert|capath|ca-native|insecure|cert|key|"
                       "pinnedpubkey|resolve|connect-to)(?=[\\s=:]|$)|^\\s*-([xkE])"),
        QRegularExpression::MultilineOption);
    const QString path = curlFile();
    if (path.isEmpty())
        return {};
    QFile file(path);
    QStringList names;
    constexpr qint64 longest = 64 * 1024;
    auto found = option.globalMatch(file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(longest)) : QString());
    while (found.hasNext()) {
        const auto match = found.next();
        const QString name = match.captured(1).isEmpty() ? QLatin1Char('-') + match.captured(2) : match.captured(1);
        names.append(QStringLiteral("curlrc: %1").arg(name));
    }
    names.removeDuplicates();
    return names;
}

QStringList setVariables()
{
    QStringList names;
    for (const QString &name : unusedVariables()) {
        if (!qEnvironmentVariableIsEmpty(name.toLatin1().constData()))
            names.append(name);
    }
    return names;
}

Finding findingOf(const QStringList &names)
{
    if (names.isEmpty())
        return {State::Ok, tr("There is none that Latchkey does not use.")};
    return {State::Warning, tr("Set, but Latchkey does not use it: %1.").arg(names.join(QStringLiteral(", "))),
            tr("Latchkey uses SSL_CERT_FILE, SSL_CERT_DIR, https_proxy, all_proxy and no_proxy.")};
}

} // namespace

QStringList unusedVariables()
{
    return {QStringLiteral("CURL_CA_BUNDLE"), QStringLiteral("CURL_SSL_BACKEND"), QStringLiteral("GIT_SSL_CAINFO"),
            QStringLiteral("GIT_SSL_CAPATH"), QStringLiteral("GIT_SSL_NO_VERIFY"), QStringLiteral("GIT_SSL_CERT"),
            QStringLiteral("GIT_SSL_KEY"), QStringLiteral("GIT_SSL_VERSION"), QStringLiteral("GIT_SSL_CIPHER_LIST"),
            QStringLiteral("GIT_HTTP_PROXY_AUTHMETHOD"), QStringLiteral("GIT_PROXY_SSL_CAINFO"),
            QStringLiteral("GIT_PROXY_SSL_CERT"), QStringLiteral("GIT_PROXY_SSL_KEY"), QStringLiteral("SSLKEYLOGFILE")};
}

QStringList unusedGitKeys()
{
    return {QStringLiteral("http.proxy"), QStringLiteral("http.proxyAuthMethod"), QStringLiteral("http.proxySSLCAInfo"),
            QStringLiteral("http.proxySSLCert"), QStringLiteral("http.sslCAInfo"), QStringLiteral("http.sslCAPath"),
            QStringLiteral("http.sslVerify"), QStringLiteral("http.sslCert"), QStringLiteral("http.sslKey"),
            QStringLiteral("http.sslBackend"), QStringLiteral("http.curloptResolve"),
            QStringLiteral("http.pinnedPubkey"), QStringLiteral("remote.*.proxy")};
}

void findUnusedSettings(const QString &git, QObject *context, Teller teller)
{
    auto *process = new processes::EndingProcess(context);
    process->setStandardErrorFile(QProcess::nullDevice());
    const auto answer = [process, teller] {
        process->deleteLater();
        teller(findingOf(setVariables() + curlOptions() + keysIn(process->readAllStandardOutput())));
    };
    QObject::connect(process, &QProcess::finished, context, answer);
    QObject::connect(process, &QProcess::errorOccurred, context, [answer](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            answer();
    }, Qt::QueuedConnection);
    process->start(git, {QStringLiteral("config"), QStringLiteral("--name-only"), QStringLiteral("--get-regexp"),
                         expressionFor(unusedGitKeys())});
}

} // namespace diagnosis

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/unusedsettings.h"

#include "diagnosis/translate.h"

#include <QProcess>

namespace diagnosis {

namespace {

/// `http.proxy` and `http.https://git.example.org/.proxy` in one expression. Git writes key names in lower case.
QString expressionFor(const QStringList &keys)
{
    QStringList names;
    for (const QString &key : keys)
        names.append(key.section(QLatin1Char('.'), 1).toLower());
    return QStringLiteral("^http\\.(.*\\.)?(%1)$").arg(names.join(QLatin1Char('|')));
}

/// The keys that Git found, in the order and the spelling of the list.
QStringList keysIn(const QByteArray &output)
{
    QStringList keys;
    const QByteArrayList lines = output.split('\n');
    for (const QString &key : unusedGitKeys()) {
        const QByteArray name = key.section(QLatin1Char('.'), 1).toLower().toLatin1();
        for (const QByteArray &line : lines) {
            if (line.mid(line.lastIndexOf('.') + 1) == name && !keys.contains(key))
                keys.append(key);
        }
    }
    return keys;
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
            QStringLiteral("http.sslBackend"), QStringLiteral("http.curloptResolve")};
}

void findUnusedSettings(const QString &git, QObject *context, Teller teller)
{
    auto *process = new QProcess(context);
    process->setStandardErrorFile(QProcess::nullDevice());
    // Otherwise ~QProcess prints a warning.
    QObject::connect(context, &QObject::destroyed, process, [process] {
        process->disconnect();
        process->kill();
        process->waitForFinished();
    });
    const auto answer = [process, teller] {
        process->deleteLater();
        teller(findingOf(setVariables() + keysIn(process->readAllStandardOutput())));
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

// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/network.h"

#include "diagnosis/translate.h"
#include "errortext/errortext.h"
#include "http/errorcodes.h"
#include "http/proxy/proxyproblem.h"
#include "http/proxy/systemproxies.h"

#include <QHostInfo>

#include <algorithm>

namespace diagnosis {

namespace {

QString inWords(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain: return tr("its certificate is signed by nobody that this computer trusts");
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted: return tr("the issuer of its certificate is not trusted on this computer");
    case QSslError::CertificateExpired: return tr("its certificate has expired");
    case QSslError::CertificateNotYetValid: return tr("its certificate is not valid yet");
    case QSslError::HostNameMismatch: return tr("its certificate is for another server");
    default: return error.errorString();
    }
}

QString adviceFor(const QList<QSslError> &errors)
{
    const bool isAboutTime = std::any_of(errors.begin(), errors.end(), [](const QSslError &error) {
        return error.error() == QSslError::CertificateExpired || error.error() == QSslError::CertificateNotYetValid;
    });
    if (isAboutTime)
        return tr("Check this computer’s clock.");
    for (const char *variable : {"SSL_CERT_FILE", "SSL_CERT_DIR"}) {
        if (!qEnvironmentVariableIsEmpty(variable))
            return tr("Check whether the certificates that %1 names are the right ones.").arg(QLatin1String(variable));
    }
    return tr("If your network inspects traffic, its administrator can tell how to trust its certificate. Otherwise do not "
              "sign in on this network.");
}

/// Says why there was no usable answer.
Finding unreachable(const Visit &visit)
{
    const QString host = visit.url.host();
    const errortext::Text text = textOf(visit.answer.error(), {.server = host, .host = host}, errortext::Surface::Terminal);
    return {State::Failed, text.happened, text.advice};
}

QString amount(qint64 seconds)
{
    if (seconds < 2 * 3600)
        return tr("%1 minutes").arg(seconds / 60);
    return seconds < 2 * 24 * 3600 ? tr("%1 hours").arg(seconds / 3600) : tr("%1 days").arg(seconds / (24 * 3600));
}

} // namespace

void lookUpName(const QString &host, const QNetworkProxy &proxy, QObject *context, Teller teller)
{
    QHostInfo::lookupHost(host, context, [host, proxy, teller](const QHostInfo &info) {
        if (info.error() == QHostInfo::NoError && !info.addresses().isEmpty()) {
            const QList<QHostAddress> addresses = info.addresses();
            const bool hasIpv6 = std::any_of(addresses.begin(), addresses.end(), [](const QHostAddress &address) {
                return address.protocol() == QAbstractSocket::IPv6Protocol;
            });
            teller({State::Ok, hasIpv6 ? tr("%1 was found, also by IPv6.").arg(host) : tr("%1 was found.").arg(host)});
        } else if (!http::isDirect(proxy)) {
            teller({State::Skipped, tr("%1 was not found from here; the proxy looks for it.").arg(host)});
        } else {
            teller({State::Failed, tr("%1 was not found.").arg(host),
                    tr("Check whether this computer is online, and the spelling in the provider file.")});
        }
    });
}

Finding proxyFinding(const QList<QNetworkProxy> &proxies, const QList<Visit> &visits)
{
    const auto proxy = std::find_if_not(proxies.begin(), proxies.end(), http::isDirect);
    if (proxy == proxies.end())
        return {State::Ok, tr("None: Latchkey connects directly.")};
    const auto failed = std::find_if(visits.begin(), visits.end(), [](const Visit &visit) { return visit.hasProxyError(); });
    if (failed != visits.end())
        return unreachable(*failed);
    for (const Visit &visit : visits) {
        if (const QByteArray variable = http::proxyVariableFor(visit.url); !variable.isEmpty())
            return {State::Ok, tr("%1, from %2.").arg(http::nameOf(*proxy), QString::fromLatin1(variable))};
    }
    return {State::Ok, tr("%1, from the settings of the system.").arg(http::nameOf(*proxy))};
}

Finding tlsFinding(const Visit &visit)
{
    const QString host = visit.url.host();
    if (visit.url.scheme() != QLatin1String("https"))
        return {State::Skipped, tr("%1 is on this computer; nothing is encrypted.").arg(host)};
    if (!visit.tlsErrors.isEmpty()) {
        QStringList reasons;
        for (const QSslError &error : visit.tlsErrors)
            reasons.append(inWords(error));
        reasons.removeDuplicates();
        return {State::Failed,
                tr("%1 is not trusted: %2. Issuer: %3.").arg(host, reasons.join(tr(", ")), visit.certificateIssuer),
                adviceFor(visit.tlsErrors)};
    }
    if (visit.isEncrypted)
        return {State::Ok, tr("%1 with a certificate of %2.").arg(visit.protocol, visit.certificateIssuer)};
    if (!visit.answer && visit.answer.error().code == http::errorcode::tlsFailed)
        return {State::Failed, tr("%1 and this computer have no kind of encryption in common.").arg(host),
                tr("Check for a filter on the network, or a very old server.")};
    return {State::Skipped, tr("There was no connection to look at.")};
}

Finding clockFinding(const QList<Visit> &visits, const QDateTime &now)
{
    constexpr qint64 tolerance = 5 * 60;
    const auto dated = std::find_if(visits.begin(), visits.end(), [](const Visit &v) { return v.serverTime.isValid(); });
    if (dated == visits.end())
        return {State::Skipped, tr("No server said what time it is.")};
    const qint64 ahead = dated->serverTime.secsTo(now);
    if (std::abs(ahead) <= tolerance)
        return {State::Ok, tr("As the clock of %1.").arg(dated->url.host())};
    const QString sentence = ahead > 0 ? tr("%1 ahead of the clock of %2.") : tr("%1 behind the clock of %2.");
    return {State::Failed, sentence.arg(amount(std::abs(ahead)), dated->url.host()),
            tr("Set the clock of this computer, or let it be set by the network.")};
}

Finding authorizationServerFinding(const Visit &visit)
{
    if (!visit.answer)
        return unreachable(visit);
    return {State::Ok, tr("%1 answers.").arg(visit.url.host())};
}

Finding resourceServerFinding(const Visit &visit)
{
    if (!visit.answer)
        return unreachable(visit);
    const QString host = visit.url.host();
    if (visit.answer->status == 404)
        return {State::Warning, tr("%1 answers, but has nothing at the address of the identity.").arg(host),
                tr("Check the address in the provider file.")};
    if (visit.answer->status < 400)
        return {State::Warning, tr("Something else answers for %1 (%2).").arg(host, QString::number(visit.answer->status)),
                tr("Open a browser: this network may want you to sign in to it first.")};
    return {State::Ok, tr("%1 answers, and requires a sign-in (%2).").arg(host, QString::number(visit.answer->status))};
}

} // namespace diagnosis

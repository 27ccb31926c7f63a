// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/loginpage.h"

#include "loginview/command.h"

#include <QWebEngineCertificateError>
#include <QWebEngineDownloadRequest>
#include <QWebEngineProfile>
#include <QWebEngineSettings>
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QWebEnginePermission>
#endif

LoginPage::LoginPage(QWebEngineProfile *profile, QObject *parent) : QWebEnginePage(profile, parent)
{
    QWebEngineSettings *allowed = settings();
    for (const auto attribute : {QWebEngineSettings::PluginsEnabled, QWebEngineSettings::PdfViewerEnabled,
                                 QWebEngineSettings::FullScreenSupportEnabled, QWebEngineSettings::ScreenCaptureEnabled,
                                 QWebEngineSettings::JavascriptCanAccessClipboard, QWebEngineSettings::HyperlinkAuditingEnabled})
        allowed->setAttribute(attribute, false);

    connect(this, &QWebEnginePage::certificateError, this, [this](QWebEngineCertificateError error) {
        error.rejectCertificate();
        Q_EMIT refused(tr("The certificate of %1 is not valid, so the page was not opened.").arg(originText(error.url())));
    });
    // An unanswered request would leave the page waiting forever.
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    connect(this, &QWebEnginePage::featurePermissionRequested, this, [this](const QUrl &origin, Feature feature) {
        setFeaturePermission(origin, feature, PermissionDeniedByUser);
    });
#else
    connect(this, &QWebEnginePage::permissionRequested, this, [](const QWebEnginePermission &permission) { permission.deny(); });
#endif
    connect(profile, &QWebEngineProfile::downloadRequested, this, [this](QWebEngineDownloadRequest *download) {
        download->cancel();
        Q_EMIT refused(tr("Files cannot be saved from here."));
    });
}

bool LoginPage::acceptNavigationRequest(const QUrl &url, NavigationType, bool isMainFrame)
{
    const bool isOwnBlank = url.scheme() == QLatin1String("about") || (!isMainFrame && url.scheme() == QLatin1String("blob"));
    if (isAllowedUrl(url) || isOwnBlank)
        return true;
    if (isMainFrame)
        Q_EMIT refused(tr("A page that is not secure was not opened."));
    return false;
}

QWebEnginePage *LoginPage::createWindow(WebWindowType)
{
    return this;
}

#include "moc_loginpage.cpp"

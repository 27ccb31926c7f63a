// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/page/loginpage.h"

#include "loginview/protocol/command.h"

#include <QAuthenticator>
#include <QLoggingCategory>
#include <QWebEngineCertificateError>
#include <QWebEngineClientCertificateSelection>
#include <QWebEngineDownloadRequest>
#include <QWebEngineFileSystemAccessRequest>
#include <QWebEngineFullScreenRequest>
#include <QWebEngineProfile>
#include <QWebEngineQuotaRequest>
#include <QWebEngineRegisterProtocolHandlerRequest>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>
#include <QWebEngineSettings>
#include <QWebEngineView>
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
#include <QWebEngineDesktopMediaRequest>
#include <QWebEngineWebAuthUxRequest>
#endif
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QWebEngineFrame>
#include <QWebEnginePermission>
#endif

namespace {

Q_LOGGING_CATEGORY(log, "latchkey.loginview", QtWarningMsg)

/// Qt asks this for `beforeunload` through javaScriptConfirm(), in the language of its translator (Qt 6.4 to 6.11).
bool isQuestionToLeave(const QString &text)
{
    return text == QCoreApplication::translate("QWebEnginePage",
                                               "Are you sure you want to leave this page? Changes that you made may not be saved.");
}

} // namespace

LoginPage::LoginPage(QWebEngineProfile *profile, QObject *parent) : QWebEnginePage(profile, parent)
{
    removeAbilities();
    removePasskeys();
    connectRefusals();
    answerQuestions();
}

void LoginPage::removeAbilities()
{
    QWebEngineSettings *allowed = settings();
    for (const auto attribute : {QWebEngineSettings::PluginsEnabled, QWebEngineSettings::PdfViewerEnabled,
                                 QWebEngineSettings::FullScreenSupportEnabled, QWebEngineSettings::ScreenCaptureEnabled,
                                 QWebEngineSettings::JavascriptCanAccessClipboard, QWebEngineSettings::HyperlinkAuditingEnabled})
        allowed->setAttribute(attribute, false);
}

/// Servers offer no passkeys to a browser that has none. In Qt 6.4 a page that uses one waits forever, and newer versions would
/// need dialogs of ours for the PIN.
void LoginPage::removePasskeys()
{
    QWebEngineScript script;
    script.setName(QStringLiteral("no passkeys"));
    script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    script.setWorldId(QWebEngineScript::MainWorld);
    script.setRunsOnSubFrames(true);
    script.setSourceCode(QStringLiteral("delete window.PublicKeyCredential;"
                                        "for (const name of ['get', 'create']) {"
                                        "  const original = CredentialsContainer.prototype[name];"
                                        "  CredentialsContainer.prototype[name] = function (options) {"
                                        "    return options && options.publicKey"
                                        "      ? Promise.reject(new DOMException('No passkeys', 'NotSupportedError'))"
                                        "      : original.apply(this, arguments);"
                                        "  };"
                                        "}"));
    scripts().insert(script);
}

/// An unanswered request would leave the page waiting forever.
void LoginPage::connectRefusals()
{
    connect(this, &QWebEnginePage::certificateError, this, [this](QWebEngineCertificateError error) {
        error.rejectCertificate();
        Q_EMIT refused(tr("The certificate of %1 is not valid, so the page was not opened.").arg(originText(error.url())));
    });
    connect(this, &QWebEnginePage::selectClientCertificate, this, [this](QWebEngineClientCertificateSelection selection) {
        selection.selectNone();
        Q_EMIT browserNeeded(tr("This page asks for a certificate of yours. Only your browser can show one."));
    });
    connect(this, &QWebEnginePage::fileSystemAccessRequested, this,
            [](QWebEngineFileSystemAccessRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::registerProtocolHandlerRequested, this,
            [](QWebEngineRegisterProtocolHandlerRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::fullScreenRequested, this, [](QWebEngineFullScreenRequest request) { request.reject(); });
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    connect(this, &QWebEnginePage::quotaRequested, this, [](QWebEngineQuotaRequest request) { request.reject(); });
#endif
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    connect(this, &QWebEnginePage::featurePermissionRequested, this, [this](const QUrl &origin, Feature feature) {
        setFeaturePermission(origin, feature, PermissionDeniedByUser);
    });
#else
    connect(this, &QWebEnginePage::permissionRequested, this, [](const QWebEnginePermission &permission) { permission.deny(); });
#endif
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    connect(this, &QWebEnginePage::desktopMediaRequested, this,
            [](const QWebEngineDesktopMediaRequest &request) { request.cancel(); });
    connect(this, &QWebEnginePage::webAuthUxRequested, this, [this](QWebEngineWebAuthUxRequest *request) {
        request->cancel();
        Q_EMIT browserNeeded(tr("This page asks for a passkey. Only your browser can use one."));
    });
#endif
    const auto refusePrinting = [this] { Q_EMIT refused(tr("Pages cannot be printed from here.")); };
    connect(this, &QWebEnginePage::printRequested, this, refusePrinting);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    connect(this, &QWebEnginePage::printRequestedByFrame, this, refusePrinting);
#endif
    connect(profile(), &QWebEngineProfile::downloadRequested, this, [this](QWebEngineDownloadRequest *download) {
        download->cancel();
        Q_EMIT refused(tr("Files cannot be saved from here."));
    });
}

void LoginPage::answerQuestions()
{
    connect(this, &QWebEnginePage::authenticationRequired, this, [this](const QUrl &url, QAuthenticator *authenticator) {
        fillIn({.request = url,
                .origin = isAllowedUrl(url) ? originText(url) : QString(),
                .realm = authenticator->realm(),
                .isEncrypted = url.scheme() == QLatin1String("https")},
               authenticator);
    });
    connect(this, &QWebEnginePage::proxyAuthenticationRequired, this,
            [this](const QUrl &url, QAuthenticator *authenticator, const QString &proxy) {
                fillIn({.request = url, .origin = proxy, .realm = authenticator->realm(), .isProxy = true}, authenticator);
            });
}

/// An authenticator that is null cancels the request, and the page of the refusal is shown. With empty credentials Qt would try
/// again, 31 times.
void LoginPage::fillIn(const PasswordChallenge &challenge, QAuthenticator *authenticator)
{
    const auto credentials = challenge.origin.isEmpty() ? std::nullopt : m_passwords.ask(challenge, window());
    if (!credentials) {
        *authenticator = QAuthenticator();
        return;
    }
    authenticator->setUser(credentials->user);
    authenticator->setPassword(credentials->password);
}

QWidget *LoginPage::window() const
{
    const QWebEngineView *view = QWebEngineView::forPage(this);
    return view ? view->window() : nullptr;
}

void LoginPage::allowQuestions()
{
    m_messages.reset();
    m_passwords.reset();
}

bool LoginPage::acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame)
{
    const bool isOwnBlank = url.scheme() == QLatin1String("about") || (!isMainFrame && url.scheme() == QLatin1String("blob"));
    const bool isAccepted = isAllowedUrl(url) || isOwnBlank;
    if (isMainFrame && isAccepted) {
        m_passwords.beginPage();
        Q_EMIT navigating(url, type == NavigationTypeFormSubmitted);
    } else if (isMainFrame) {
        Q_EMIT refused(tr("A page that is not secure was not opened."));
    }
    return isAccepted;
}

QWebEnginePage *LoginPage::createWindow(WebWindowType)
{
    return this;
}

QStringList LoginPage::chooseFiles(FileSelectionMode, const QStringList &, const QStringList &)
{
    Q_EMIT refused(tr("Files cannot be uploaded from here."));
    return {};
}

void LoginPage::javaScriptAlert(const QUrl &origin, const QString &text)
{
    m_messages.show({PageMessage::Kind::Alert, origin, text}, window());
}

bool LoginPage::javaScriptConfirm(const QUrl &origin, const QString &text)
{
    const auto kind = isQuestionToLeave(text) ? PageMessage::Kind::Leave : PageMessage::Kind::Confirm;
    return m_messages.show({kind, origin, text}, window()).has_value();
}

bool LoginPage::javaScriptPrompt(const QUrl &origin, const QString &text, const QString &proposal, QString *answer)
{
    const auto given = m_messages.show({PageMessage::Kind::Prompt, origin, text, proposal}, window());
    *answer = given.value_or(QString());
    return given.has_value();
}

void LoginPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &, int line, const QString &source)
{
    qCDebug(log) << "a page wrote to its console:" << originText(QUrl(source)) << "line" << line << "level" << int(level);
}

#include "moc_loginpage.cpp"

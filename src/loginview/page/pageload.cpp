// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/page/pageload.h"

#include "loginview/page/loginpage.h"
#include "loginview/protocol/command.h"

#include <QPointer>
#include <QWebEngineHistory>
#include <QWebEngineLoadingInfo>
#include <QWebEngineScript>

namespace {

bool isBlank(const QUrl &url)
{
    return url.isEmpty() || url.scheme() == QLatin1String("about");
}

/// The server has sent this page, be it with an error status.
bool isServersPage(const QWebEngineLoadingInfo &info)
{
    return !info.isErrorPage()
        && (info.status() == QWebEngineLoadingInfo::LoadSucceededStatus
            || info.errorDomain() == QWebEngineLoadingInfo::HttpStatusCodeDomain);
}

} // namespace

PageLoad::PageLoad(LoginPage &page, std::chrono::milliseconds patience, QObject *parent) : QObject(parent), m_page(page)
{
    m_silence.setSingleShot(true);
    m_silence.setInterval(patience);
    connect(&m_silence, &QTimer::timeout, this, &PageLoad::lookForPage);
    connect(&page, &LoginPage::navigating, this, &PageLoad::begin);
    connect(&page, &QWebEnginePage::loadProgress, this, &PageLoad::noteLife);
    connect(&page, &QWebEnginePage::urlChanged, this, &PageLoad::noteLife);
    connect(&page, &QWebEnginePage::loadingChanged, this, &PageLoad::end);
}

void PageLoad::reload()
{
    const bool isPageMissing = isBlank(m_page.url()) || (m_isStuck && !m_isForm);
    if (isPageMissing && !m_wanted.isEmpty())
        m_page.load(m_wanted);
    else
        m_page.triggerAction(QWebEnginePage::Reload);
}

QUrl PageLoad::shownUrl() const
{
    const QUrl committed = m_page.history()->currentItem().url();
    return isBlank(committed) ? m_wanted : committed;
}

bool PageLoad::canGoBack() const
{
    return m_page.history()->canGoBack() && !isBlank(m_page.history()->backItem().url());
}

void PageLoad::goBack()
{
    if (canGoBack())
        m_page.history()->goToItem(m_page.history()->backItem());
}

/// loadStarted() does not come when a page takes the place of one that is still loading (Qt 6.4).
void PageLoad::begin(const QUrl &url, bool isForm)
{
    if (isBlank(url))
        return;
    m_wanted = url;
    m_isForm = isForm;
    m_isStuck = false;
    m_isErrorShown = false;
    // Marks the page that is on the screen now, since no signal says when another takes its place.
    m_page.runJavaScript(QStringLiteral("window.isLeft = true"), QWebEngineScript::ApplicationWorld);
    m_silence.start();
    Q_EMIT moving();
}

void PageLoad::noteLife()
{
    if (m_silence.isActive())
        m_silence.start();
    if (std::exchange(m_isStuck, false)) {
        m_silence.start();
        Q_EMIT moving();
    }
}

/// A page that is already to be seen may load its last picture for as long as it likes.
void PageLoad::lookForPage()
{
    if (m_page.isAsking())
        return m_silence.start();
    const QString script = QStringLiteral("window.isLeft === true || !document.body || document.body.innerText.trim() === ''");
    m_page.runJavaScript(script, QWebEngineScript::ApplicationWorld, [self = QPointer(this)](const QVariant &isMissing) {
        if (!self || !isMissing.toBool() || !self->m_page.isLoading() || self->m_silence.isActive())
            return;
        self->m_isStuck = true;
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(self->m_silence.intervalAsDuration()).count();
        Q_EMIT self->stuck(tr("%1 has not answered for %2 seconds.").arg(originText(self->m_wanted)).arg(seconds));
    });
}

void PageLoad::end(const QWebEngineLoadingInfo &info)
{
    if (info.status() == QWebEngineLoadingInfo::LoadStartedStatus || isBlank(info.url()))
        return;
    m_silence.stop();
    m_isStuck = false;
    m_isErrorShown = info.isErrorPage();
    Q_EMIT ended(isServersPage(info), problemOf(info));
}

/// A load that is stopped leaves the page before it on the screen: it was refused, became a file, or has no content
/// (RFC 9110 §15.3.5).
QString PageLoad::problemOf(const QWebEngineLoadingInfo &info) const
{
    if (isServersPage(info))
        return {};
    const QString origin = originText(info.url());
    if (info.status() == QWebEngineLoadingInfo::LoadStoppedStatus)
        return isBlank(m_page.url()) ? tr("%1 sent no page.").arg(origin) : QString();
    if (info.errorDomain() == QWebEngineLoadingInfo::HttpStatusCodeDomain)
        return tr("%1 answered with an error and no page (%2).").arg(origin).arg(info.errorCode());
    if (!info.isErrorPage())
        return tr("The page could not be loaded completely.");
    return tr("The page could not be loaded. Check your connection, and press Reload.");
}

#include "moc_pageload.cpp"

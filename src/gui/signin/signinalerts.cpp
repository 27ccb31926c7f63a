// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/signinalerts.h"

#include "gui/parts/inlinealert.h"
#include "gui/parts/pagealert.h"
#include "gui/signin/signincontroller.h"
#include "gui/words/words.h"
#include "oauth/errorcodes.h"

#include <QVBoxLayout>

SignInAlerts::SignInAlerts(SignInController &controller, QWidget *window)
    : QWidget(window), m_controller(controller), m_address(new PageAlert(window)), m_notice(new InlineAlert(this))
{
    m_notice->setObjectName(QStringLiteral("noticeBar"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_address);
    layout->addWidget(m_notice);
}

void SignInAlerts::showFor(SignInPage page)
{
    const auto error = m_controller.situation().error;
    const QString text = error ? words::signInError(*error, m_controller.provider()) : m_controller.message();
    if (text.isEmpty() || page == SignInPage::Progress)
        return m_notice->clear();
    m_notice->say(text, error ? InlineAlert::Tone::Attention : InlineAlert::Tone::Info);
    offerHelp(error ? &*error : nullptr, page);
}

void SignInAlerts::forgetAddress()
{
    m_address->clear();
}

/// The button of the alert: the last one that fits.
void SignInAlerts::offerHelp(const Error *error, SignInPage page)
{
    if (!error && m_controller.isMessageAboutEnd() && page == SignInPage::Welcome)
        m_notice->offer(tr("Sign in again"), [this] { m_controller.chooseProvider(); });
    if (!error && !m_controller.messagePage().isEmpty())
        m_notice->offerPage(m_controller.messagePage());
    if (error && !error->page.isEmpty())
        m_notice->offerPage(error->page);
    if (error && words::isCuredByUnlocking(*error))
        m_notice->offer(tr("Try again"), [this] { m_controller.session().restore(); });
    if (m_controller.canUseNamedIssuer())
        m_notice->offer(tr("Use that address"), [this] { m_controller.useNamedIssuer(); });
    if (error && oauth::errorcode::isAboutClient(*error))
        m_notice->offer(tr("Change…"), [this] { m_controller.openPage(SignInPage::Connect); });
}

#include "moc_signinalerts.cpp"
